from __future__ import annotations

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from jobboard.search import indexer
from jobboard.search.service import engine
from tests.conftest import Browser


@pytest.fixture
def index(db: None) -> Callable[[], int]:
    """Bring the search index to what the database says."""
    del db
    return lambda: indexer.rebuild(engine())


@pytest.fixture
def reader(browser: Browser) -> FlaskClient:
    """Nobody in particular."""
    return browser()
