"""The one engine of this process. `app.py` opens it; features ask it and never see which it is."""

from __future__ import annotations

from pathlib import Path

from jobboard.search.engine import Engine, SearchPage, SearchRequest
from jobboard.search.whoosh_engine import WhooshEngine

_engines: dict[Path, Engine] = {}
_current: list[Engine] = []


def open_engine(folder: Path) -> Engine:
    """From now on this process searches the index in that folder. Touches no file yet."""
    _current[:] = [_engines.setdefault(folder, WhooshEngine(folder))]
    return _current[0]


def engine() -> Engine:
    """For the indexer, the commands and health pages. LookupError before `open_engine`."""
    if not _current:
        raise LookupError("create_app opens the search engine first")
    return _current[0]


def search(request: SearchRequest) -> SearchPage:
    """Ask this process's engine. Raises EngineUnavailableError, whose `message` is for people."""
    return engine().search(request)
