"""The fictional world, seeded once a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask

from jobboard.cli import demo
from jobboard.core.db import db as database


@pytest.fixture(scope="module")
def world(app: Flask) -> Iterator[None]:
    """It is read by the module's tests, and left behind empty."""
    with app.app_context():
        demo.seed()
        yield
        database.session.remove()
        with database.engine.begin() as connection:
            for table in reversed(database.metadata.sorted_tables):
                connection.execute(table.delete())
