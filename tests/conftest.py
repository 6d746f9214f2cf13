"""One app and one database a process; every test starts with empty tables and an empty sink."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask, g
from flask.testing import FlaskClient
from hypothesis import settings

from config import Testing
from jobboard.accounts.models import User
from jobboard.app import create_app
from jobboard.core import jobs, mail, transports
from jobboard.core.db import db as database
from jobboard.core.db import expect_writes
from tests.factories.people import session_token

Browser = Callable[..., FlaskClient]

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""Nothing is timed inside a test: a busy machine is no failure."""


def _database_url(folder: Path, worker: str) -> str:
    """A file of SQLite, or with TEST_DATABASE_URL a schema-less PostgreSQL database a worker."""
    url = os.environ.get("TEST_DATABASE_URL")
    if not url:
        return f"sqlite:///{folder / 'test.db'}"
    address = sa.make_url(url)
    name = f"{address.database}_{worker}"
    admin = sa.create_engine(address.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(sa.text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(sa.text(f'CREATE DATABASE "{name}"'))
    admin.dispose()
    return address.set(database=name).render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("instance")
    profile = Testing()
    profile.INSTANCE = folder
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    profile.SQLALCHEMY_DATABASE_URI = _database_url(folder, worker)
    app = create_app(profile)
    app.config["WTF_CSRF_ENABLED"] = False
    with app.app_context():
        database.create_all()
        yield app
        database.session.remove()
        database.engine.dispose()


@pytest.fixture
def db(app: Flask) -> Iterator[None]:
    """Tests that touch the database ask for this (or for `browser`, which asks for it)."""
    with app.app_context():
        yield
        database.session.remove()
        with database.engine.begin() as connection:
            for table in reversed(database.metadata.sorted_tables):
                connection.execute(table.delete())


@pytest.fixture
def sink(app: Flask) -> Iterator[list[EmailMessage]]:
    """What would have been mailed, once `work()` has run."""
    del app
    transport = mail._office[0].transport
    assert isinstance(transport, transports.MemoryTransport)
    transport.sent.clear()
    yield transport.sent
    transport.sent.clear()


@pytest.fixture
def work(db: None) -> Callable[[], int]:  # noqa: ARG001
    """Do everything that is due, until nothing is left."""

    def run() -> int:
        done = 0
        while tried := jobs.run_due():
            done += tried
        return done

    return run


class _FreshClient(FlaskClient):
    """The test's own app context outlives its requests, and so would `g` with whoever was signed
    in, what the session remembers and a lock it holds: each request begins and ends without, as on
    a server."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        for name in list(g):
            g.pop(name)
        database.session.rollback()
        database.session.expire_all()
        try:
            return super().open(*args, **kwargs)
        finally:
            database.session.rollback()
            expect_writes(False)


@pytest.fixture
def browser(app: Flask, db: None) -> Browser:  # noqa: ARG001
    """`browser()` is nobody; `browser(user)` is signed in, with a password typed just now."""

    def make(user: User | None = None, *, fresh: bool = True) -> FlaskClient:
        app.test_client_class = _FreshClient
        client = app.test_client()
        if user is not None:
            token = session_token(user, fresh=fresh)
            with client.session_transaction() as cookie:
                cookie["_user_id"] = token
                cookie["_fresh"] = True
        return client

    return make
