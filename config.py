"""Settings, read from the environment. One class a profile; wsgi.py picks it by TWOFOLD_ENV."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parent
DEFAULT_SECRET = "development only: production refuses to start with this"


def _flag(name: str, default: bool) -> bool:
    return os.environ.get(name, str(int(default))).lower() in {"1", "true", "yes", "on"}


def _database_url(instance: Path) -> str:
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{instance / 'twofold.db'}"
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


class Base:
    """What every profile shares."""

    def __init__(self) -> None:
        self.INSTANCE = Path(os.environ.get("INSTANCE_PATH") or ROOT / "instance").resolve()
        self.SQLALCHEMY_DATABASE_URI = _database_url(self.INSTANCE)
        self.SECRET_KEY = os.environ.get("SECRET_KEY") or DEFAULT_SECRET
        self.BASE_URL = os.environ.get("BASE_URL", "http://127.0.0.1:5000").rstrip("/")
        self.MAIL_SENDER = os.environ.get("MAIL_SENDER", "hello@twofold.test")
        self.SMTP_HOST = os.environ.get("SMTP_HOST", "")
        self.SMTP_PORT = int(os.environ.get("SMTP_PORT", "25"))
        self.SMTP_USER = os.environ.get("SMTP_USER", "")
        self.SMTP_PASSWORD = os.environ.get("SMTP_PASSWORD", "")
        self.SMTP_STARTTLS = _flag("SMTP_STARTTLS", False)
        self.CLOCK_FILE = ""
        self.PROXIES = int(os.environ.get("PROXIES") or "0")
        self.TRUSTED_HOSTS: list[str] | None = None

    PROFILE = "base"
    TESTING = False
    DEBUG = False
    # Forms live as long as the session: a long draft must not die of an old token.
    WTF_CSRF_TIME_LIMIT = None
    MAX_CONTENT_LENGTH = 1024 * 1024
    MAX_FORM_MEMORY_SIZE = 1024 * 1024
    MAX_FORM_PARTS = 2000
    SESSION_COOKIE_HTTPONLY = True
    SESSION_COOKIE_SAMESITE = "Lax"
    SESSION_COOKIE_NAME = "twofold"
    SEND_FILE_MAX_AGE_DEFAULT = 3600
    TEMPLATES_AUTO_RELOAD = False
    HTTPS = False
    DEVELOPER_PAGES = False
    TEST_ADDRESSES = False
    RATE_LIMITS = True


class Development(Base):
    """make run: cookies without https, mail into files, /dev pages, demo people as buttons."""

    PROFILE = "development"
    DEVELOPER_PAGES = True
    TEST_ADDRESSES = True
    TEMPLATES_AUTO_RELOAD = True


class Testing(Base):
    """The suite: memory mailer, own databases; the browser journeys move CLOCK_FILE."""

    PROFILE = "testing"
    TESTING = True
    TEST_ADDRESSES = True
    DEVELOPER_PAGES = True
    RATE_LIMITS = False

    def __init__(self) -> None:
        super().__init__()
        self.SECRET_KEY = "testing"
        self.CLOCK_FILE = os.environ.get("CLOCK_FILE", "")


class Production(Base):
    """Refuses to start half configured."""

    PROFILE = "production"
    HTTPS = True
    SESSION_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-twofold"

    def __init__(self) -> None:
        super().__init__()
        self.refuse_unsafe()
        public = urlsplit(self.BASE_URL).hostname or ""
        self.TRUSTED_HOSTS = [public, "127.0.0.1", "localhost"]

    def refuse_unsafe(self) -> None:
        """RuntimeError with one plain sentence for each setting that production must have."""
        missing = []
        if self.SECRET_KEY == DEFAULT_SECRET or len(self.SECRET_KEY) < 32:
            missing.append("SECRET_KEY: set at least 32 random characters")
        if _flag("FLASK_DEBUG", False):
            missing.append("FLASK_DEBUG: production never runs in debug")
        if not self.BASE_URL.startswith("https://"):
            missing.append("BASE_URL: set the public https:// address")
        if not self.SMTP_HOST:
            missing.append("SMTP_HOST: set the mail server")
        if missing:
            raise RuntimeError("Production cannot start. " + "; ".join(missing) + ".")


PROFILES = {"development": Development, "testing": Testing, "production": Production}


def from_environment() -> Base:
    """The profile that TWOFOLD_ENV names; production unless it says otherwise."""
    return PROFILES[os.environ.get("TWOFOLD_ENV", "production")]()
