"""Production entry: `gunicorn wsgi:app`. Processes, not threads, on SQLite (pages.md §5)."""

import os

from dotenv import load_dotenv

load_dotenv(".env")
os.environ.setdefault("TWOFOLD_ENV", "production")

bind = os.environ.get("BIND", f"127.0.0.1:{os.environ.get('PORT', '8000')}")
workers = int(os.environ.get("WEB_PROCESSES", "2"))
worker_class = "sync" if workers > 1 else "gthread"
threads = 1
# One import for all processes. Nothing opens a connection before the fork: engines are lazy.
preload_app = True
timeout = 30
graceful_timeout = 20
accesslog = None
errorlog = "-"
