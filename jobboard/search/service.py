"""The one engine of this process, opened by the app, asked by finders and pages."""

from __future__ import annotations

from pathlib import Path

from jobboard.search.engine import Engine
from jobboard.search.whoosh_engine import open_engine as open_whoosh

_engines: list[Engine] = []


def open_engine(folder: Path) -> None:
    """Called once by the app; touches no disk until the first search."""
    _engines[:] = [open_whoosh(folder)]


def engine() -> Engine:
    return _engines[0]
