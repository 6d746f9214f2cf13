from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from jobboard.core.db import db as database
from jobboard.organisations.models import Organisation
from jobboard.search import indexer
from jobboard.search.service import engine
from tests.conftest import Browser
from tests.factories.world import make_organisation


@pytest.fixture
def index(db: None) -> Callable[[], int]:
    """Bring the search index to what the database says."""
    del db
    return lambda: indexer.rebuild(engine())


@pytest.fixture
def reader(browser: Browser) -> FlaskClient:
    """Nobody in particular."""
    return browser()


@pytest.fixture
def one_employer(db: None) -> Organisation:
    del db
    return make_organisation()


@pytest.fixture
def statements(db: None) -> Iterator[list[str]]:
    del db
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    sa.event.listen(database.engine, "before_cursor_execute", note)
    yield seen
    sa.event.remove(database.engine, "before_cursor_execute", note)
