"""A throw-away site with the demo data, for measuring. Nothing of it is left behind."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from flask import Flask
from werkzeug.test import EnvironBuilder

from config import Testing
from jobboard.accounts.models import UserSession
from jobboard.accounts.queries import verified_owner
from jobboard.app import create_app
from jobboard.cli import demo
from jobboard.core.clock import now
from jobboard.core.db import db, session
from jobboard.core.tokens import digest
from jobboard.search import indexer
from jobboard.search.service import engine


@dataclass
class Visitor:
    """Asks the WSGI app itself, as a server does: no test client in the figure."""

    app: Flask
    cookie: str = ""

    def environ(self, url: str) -> dict[str, Any]:
        headers = {"Cookie": self.cookie} if self.cookie else {}
        return EnvironBuilder(url, headers=headers).get_environ()

    def answer(self, environ: dict[str, Any]) -> tuple[str, bytes]:
        """(status line, body) of one request; the environment is used up."""
        status: list[str] = []

        def start(line: str, _headers: object, _error: object = None) -> None:
            status.append(line)

        parts: Iterable[bytes] = self.app.wsgi_app(environ, start)  # type: ignore[arg-type]
        body = b"".join(parts)
        close = getattr(parts, "close", None)
        if close is not None:
            close()
        return status[0], body

    def get(self, url: str) -> str:
        """The text of a good answer; anything but 200 is an AssertionError."""
        status, body = self.answer(self.environ(url))
        assert status.startswith("200"), (url, status)
        return body.decode()


@dataclass
class World:
    app: Flask
    folder: Path

    def visitor(self, address: str | None = None) -> Visitor:
        """Signed in as the person with this address, or nobody."""
        if address is None:
            return Visitor(self.app)
        token = self._session_of(address)
        serializer = self.app.session_interface.get_signing_serializer(self.app)  # type: ignore[attr-defined]
        return Visitor(self.app, f"twofold={serializer.dumps({'_user_id': token})}")

    def _session_of(self, address: str) -> str:
        at, token = now(), secrets.token_urlsafe(32)
        with self.app.app_context():
            person = verified_owner(address)
            assert person is not None, f"the demo data has nobody at {address}"
            row = UserSession(
                user_id=person.id,
                token_hash=digest(token),
                agent="bench",
                network="127.0.0.0",
                created_at=at,
                seen_at=at,
                authenticated_at=at,
            )
            session().add(row)
            session().commit()
        return token

    @contextmanager
    def counted(self) -> Iterator[list[str]]:
        """Every statement sent to the database while inside, without BEGIN and PRAGMA."""
        seen: list[str] = []

        def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
            if not statement.startswith(("BEGIN", "PRAGMA")):
                seen.append(statement)

        with self.app.app_context():
            bind = db.engine
        sa.event.listen(bind, "before_cursor_execute", note)
        try:
            yield seen
        finally:
            sa.event.remove(bind, "before_cursor_execute", note)


@contextmanager
def world(*, seeded: bool = True) -> Iterator[World]:
    with tempfile.TemporaryDirectory(prefix="twofold-bench-") as name:
        folder = Path(name)
        profile = Testing()
        profile.INSTANCE = folder
        profile.SQLALCHEMY_DATABASE_URI = f"sqlite:///{folder / 'bench.db'}"
        app = create_app(profile)
        with app.app_context():
            db.create_all()
            if seeded:
                demo.seed()
                indexer.rebuild(engine())
        yield World(app, folder)
        with app.app_context():
            db.engine.dispose()
