"""A real site for a real browser: gunicorn, the worker, an SMTP sink and a clock that can be moved.

Browser tests use Chromium where it is found and say plainly that they were skipped where not; with
TWOFOLD_BROWSER_REQUIRED set (CI) skipping is a failure.
"""

from __future__ import annotations

import email
import email.policy
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from aiosmtpd.controller import Controller

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
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

    @property
    def clock(self) -> Path:
        return self.folder / "clock"

    def move_clock(self, **parts: float) -> None:
        """Let the running server and worker live that much later than the machine."""
        from datetime import timedelta

        self.clock.write_text(str(timedelta(**parts).total_seconds()), encoding="utf-8")


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
def running_site(folder: Path, *, demo: bool = False) -> Iterator[Site]:
    """Migrated with our own migrations, served by gunicorn, worked by the real worker."""
    port, post = _free_port(), Postbox()
    sink = Controller(post, hostname="127.0.0.1", port=_free_port())
    sink.start()
    base = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "TWOFOLD_ENV": "testing",
        "INSTANCE_PATH": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'site.db'}",
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
            yield Site(base, folder, post)
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


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    if not CHROMIUM:
        message = "Chromium is not on this machine, so the browser tests did not run."
        if os.environ.get("TWOFOLD_BROWSER_REQUIRED"):
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running_site(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running_site(tmp_path_factory.mktemp("demo"), demo=True) as running:
        yield running
