"""flask up: everything a first visit needs. Database, demo data, index, web server and worker."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import click
from flask import Flask, current_app
from flask_migrate import upgrade

from jobboard.search import indexer
from jobboard.search.engine import EngineUnavailableError
from jobboard.search.service import engine

START_LIMIT = 30.0


def install(app: Flask) -> None:
    @app.cli.command("up")
    @click.option("--port", default=lambda: int(os.environ.get("PORT", "5000")), type=int)
    def up(port: int) -> None:
        """Migrate, fill an empty database with demo data, start the site and its worker."""
        if app.config["PROFILE"] == "production":
            raise click.ClickException("flask up is for development. See docs/operations.md.")
        if _is_taken(port):
            raise click.ClickException(
                f"Something else listens on port {port}. Choose another: PORT={port + 1} make run"
            )
        prepare()
        sys.exit(run(port))


def _is_taken(port: int) -> bool:
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def prepare() -> None:
    """Bring the database to the newest migration, seed it if empty, see that the index is there."""
    from jobboard.cli import demo

    click.echo("Preparing the database …")
    upgrade(directory=str(Path(current_app.root_path).parent / "migrations"))
    if demo.is_wanted():
        click.echo("Writing demo data (fictional, once) …")
        demo.seed()
    if not _index_is_there():
        click.echo(f"{indexer.rebuild(engine()):,} roles indexed.")


def _index_is_there() -> bool:
    try:
        return bool(engine().health().documents)
    except EngineUnavailableError:
        return False


def run(port: int) -> int:
    """Both processes, until Ctrl-C or until one of them ends."""
    environment = {**os.environ, "TWOFOLD_ENV": current_app.config["PROFILE"], "PORT": str(port)}
    base = f"http://127.0.0.1:{port}"
    environment.setdefault("BASE_URL", base)
    web = [sys.executable, "-m", "gunicorn", "--no-control-socket", "wsgi:app"]
    worker = [sys.executable, "-m", "flask", "--app", "wsgi", "work"]
    root = str(Path(current_app.root_path).parent)
    children = [subprocess.Popen(command, env=environment, cwd=root) for command in (web, worker)]
    try:
        with _ending_quietly():
            if _wait_until_up(base, children):
                _greet(base)
            while all(child.poll() is None for child in children):
                time.sleep(0.3)
    except KeyboardInterrupt:
        click.echo("\nStopping …")
        return 0
    finally:
        _stop(children)
    return 1


class _ending_quietly:  # noqa: N801
    """SIGTERM ends the command the way Ctrl-C does, also where a shell had Ctrl-C ignored."""

    def __enter__(self) -> None:
        def end(*_: object) -> None:
            raise KeyboardInterrupt

        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, end)

    def __exit__(self, *_: object) -> None:
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, signal.SIG_IGN)


def _wait_until_up(base: str, children: list[subprocess.Popen[bytes]]) -> bool:
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and all(child.poll() is None for child in children):
        try:
            with urlopen(f"{base}/healthz", timeout=2):
                return True
        except (URLError, OSError):
            time.sleep(0.1)
    return False


def _greet(base: str) -> None:
    from jobboard.cli import demo

    say: Callable[[str], None] = click.echo
    say(f"\nTwofold is at {base}\n")
    say(f"  {base}/roles      search the roles, no account needed")
    say(f"  {base}/sign-in    sign in; the demo people are buttons there")
    say(f"  {base}/dev/mail   the mail that would have been sent\n")
    for address, words in demo.PEOPLE.items():
        say(f"  {address:34} {words}")
    say(f"  password for each: {demo.PASSWORD}\n\nCtrl-C ends the site and its worker.")


def _stop(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.send_signal(signal.SIGTERM)
    for child in children:
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
