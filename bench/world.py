"""A throw-away site with the demo data, for measuring. Nothing of it is left behind."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from config import Testing
from jobboard.accounts.models import UserSession
from jobboard.accounts.queries import verified_owner
from jobboard.app import create_app
from jobboard.cli import demo
from jobboard.core.clock import now
from jobboard.core.db import db, forget, session
from jobboard.core.tokens import digest
from jobboard.search import indexer
from jobboard.search.service import engine


@dataclass
class World:
    app: Flask
    folder: Path

    def client(self, address: str | None = None) -> FlaskClient:
        """Signed in as the person with this address, or nobody."""
        client = self.app.test_client()
        if address is None:
            return client
        person = verified_owner(address)
        assert person is not None, f"the demo data has nobody at {address}"
        at, token = now(), secrets.token_urlsafe(32)
        session().add(
            UserSession(
                user_id=person.id,
                token_hash=digest(token),
                agent="bench",
                network="127.0.0.0",
                created_at=at,
                seen_at=at,
                authenticated_at=at,
            )
        )
        session().commit()
        with client.session_transaction() as cookie:
            cookie["_user_id"] = token
        return client


@contextmanager
def world(*, seeded: bool = True) -> Iterator[World]:
    with tempfile.TemporaryDirectory(prefix="twofold-bench-") as name:
        folder = Path(name)
        profile = Testing()
        profile.INSTANCE = folder
        profile.SQLALCHEMY_DATABASE_URI = f"sqlite:///{folder / 'bench.db'}"
        profile.SEND_FILE_MAX_AGE_DEFAULT = 3600
        app = create_app(profile)
        with app.app_context():
            db.create_all()
            if seeded:
                demo.seed()
                indexer.rebuild(engine())
            yield World(app, folder)
            forget()
            db.engine.dispose()


@contextmanager
def counted(app: Flask) -> Iterator[list[str]]:
    """Every statement sent to the database while inside."""
    del app
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    sa.event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        sa.event.remove(db.engine, "before_cursor_execute", note)
