"""A real site for real browsers: gunicorn, the worker, an SMTP sink, a clock that can be moved."""

from __future__ import annotations

import email
import email.policy
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from aiosmtpd.controller import Controller

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds that a slow machine may take for something that happens in the background."""


@dataclass
class Postbox:
    """Every mail that really left through SMTP."""

    letters: list[EmailMessage] = field(default_factory=list)
    news: threading.Condition = field(default_factory=threading.Condition)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(letter, EmailMessage)
        with self.news:
            self.letters.append(letter)
            self.news.notify_all()
        return "250 OK"

    def to(self, address: str, subject: str = "") -> list[EmailMessage]:
        pattern = re.compile(subject, re.IGNORECASE)
        return [
            letter
            for letter in self.letters
            if address in str(letter["To"]) and pattern.search(str(letter["Subject"]))
        ]

    def wait_for(self, address: str, subject: str = "") -> EmailMessage:
        """The newest letter to this address whose subject matches; waits for the worker."""
        with self.news:
            assert self.news.wait_for(lambda: bool(self.to(address, subject)), PATIENCE), (
                f"no mail to {address} about {subject!r}; there were: "
                f"{[(str(x['To']), str(x['Subject'])) for x in self.letters]}"
            )
            return self.to(address, subject)[-1]

    def link_to(self, address: str, subject: str = "") -> str:
        """The first link in that letter."""
        body = self.wait_for(address, subject).get_body(("plain",))
        assert body is not None
        found = re.search(r"https?://\S+", body.get_content())
        assert found, "the letter has no link"
        return found[0]


@dataclass
class Site:
    base: str
    folder: Path
    post: Postbox
    environment: dict[str, str]
    ahead: timedelta = timedelta(0)

    @property
    def clock(self) -> Path:
        return self.folder / "clock"

    def move_clock(self, **parts: float) -> None:
        """Let the running server and worker live that much later than they do now."""
        self.ahead += timedelta(**parts)
        new = self.folder / "clock.new"
        new.write_text(str(self.ahead.total_seconds()), encoding="utf-8")
        new.replace(self.clock)

    def run(self, *command: str) -> str:
        """One of our own commands beside the running site, on its database; what it prints."""
        done = subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env=self.environment,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return done.stdout.strip()


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@contextmanager
def _processes(commands: list[list[str]], environment: dict[str, str]) -> Iterator[None]:
    running = [
        subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
        for command in commands
    ]
    try:
        yield
    finally:
        for process in running:
            os.killpg(process.pid, signal.SIGTERM)
        for process in running:
            process.wait(timeout=20)


@contextmanager
def running_site(folder: Path, *, demo: bool = False, database: str = "") -> Iterator[Site]:
    """Migrated with our own migrations, served by gunicorn, worked by the real worker.

    On a file of SQLite in this folder unless `database` names another one.
    """
    port, post = _free_port(), Postbox()
    sink = Controller(post, hostname="127.0.0.1", port=_free_port())
    sink.start()
    base = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "TWOFOLD_ENV": "testing",
        "INSTANCE_PATH": str(folder),
        "DATABASE_URL": database or f"sqlite:///{folder / 'site.db'}",
        "BASE_URL": base,
        "PORT": str(port),
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(sink.port),
        "CLOCK_FILE": str(folder / "clock"),
        "WEB_PROCESSES": "2",
    }
    flask = [sys.executable, "-m", "flask", "--app", "wsgi"]
    try:
        subprocess.run([*flask, "db", "upgrade"], cwd=ROOT, env=environment, check=True)
        if demo:
            subprocess.run([*flask, "demo"], cwd=ROOT, env=environment, check=True)
        subprocess.run([*flask, "search", "rebuild"], cwd=ROOT, env=environment, check=True)
        web = [sys.executable, "-m", "gunicorn", "--no-control-socket", "wsgi:app"]
        with _processes([web, [*flask, "work"]], environment):
            _wait_until_up(base)
            yield Site(base, folder, post, environment)
    finally:
        sink.stop()


def _wait_until_up(base: str) -> None:
    tick = threading.Event()
    for _ in range(int(PATIENCE / 0.2)):
        try:
            with urlopen(f"{base}/healthz", timeout=5):
                return
        except (URLError, OSError):
            tick.wait(0.2)
    raise AssertionError("the site did not come up")
