"""What the tests of this folder share: facts that were emitted, a pair at work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from jobboard.accounts.models import User
from jobboard.applications import events as facts
from jobboard.applications import queries
from jobboard.applications.models import Application
from jobboard.core import events
from jobboard.core.db import db as database
from jobboard.core.policy import Actor
from tests.factories.applications import actor_of, ready_application, start_application

KINDS = (
    facts.ApplicationStarted,
    facts.ApplicationSigned,
    facts.ApplicationSubmitted,
    facts.ApplicationWithdrawn,
    facts.SignaturesAsked,
    facts.SignaturesCleared,
)


@dataclass
class Desk:
    """A pair with one application. `nadia` is A, `helen` is B."""

    application: Application

    @property
    def nadia(self) -> User:
        return self.application.partnership.first

    @property
    def helen(self) -> User:
        return self.application.partnership.second

    @property
    def as_nadia(self) -> Actor:
        return actor_of(self.nadia)

    @property
    def as_helen(self) -> Actor:
        return actor_of(self.helen)

    def again(self) -> Application:
        """The application as the database has it now."""
        database.session.expire_all()
        return queries.of_pair_to_sign(self.as_nadia, self.application.id)

    def at(self, tail: str = "") -> str:
        return f"/applications/{self.application.id}{tail}"


@pytest.fixture
def draft(db: None) -> Desk:
    del db
    return Desk(start_application())


@pytest.fixture
def ready(db: None) -> Desk:
    del db
    return Desk(ready_application())


@pytest.fixture
def emitted() -> Iterator[list[Any]]:
    """Every fact of this feature, as the handlers of other features hear it."""
    heard: list[Any] = []
    for kind in KINDS:
        events._handlers[kind].append(heard.append)
    yield heard
    for kind in KINDS:
        events._handlers[kind].remove(heard.append)


@pytest.fixture
def queries_of() -> Callable[[FlaskClient, str], int]:
    """How many SELECTs one GET needs, after a first one that warms nothing but caches."""

    def count(client: FlaskClient, url: str) -> int:
        seen: list[str] = []

        def listen(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
            if statement.lstrip().upper().startswith("SELECT"):
                seen.append(statement)

        client.get(url)
        database.session.remove()
        sa.event.listen(database.engine, "before_cursor_execute", listen)
        try:
            answer = client.get(url)
        finally:
            sa.event.remove(database.engine, "before_cursor_execute", listen)
        assert answer.status_code == 200
        return len(seen)

    return count
