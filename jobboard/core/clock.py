"""The one clock. Business rules take the instant as an argument; whoever needs "now" asks here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path


def _system() -> datetime:
    return datetime.now(UTC)


_source: Callable[[], datetime] = _system


def now() -> datetime:
    """The present instant, time zone aware, in UTC."""
    return _source()


def follow_file(path: Path) -> None:
    """Testing only (decisions.md 27): add the seconds written in this file to the system clock.

    The file is read at every call, so a browser journey can move a running server through time.
    """

    def moved() -> datetime:
        seconds = path.read_text(encoding="utf-8").strip() if path.exists() else ""
        return _system() + timedelta(seconds=float(seconds or 0))

    global _source
    _source = moved


def follow_system() -> None:
    global _source
    _source = _system


@contextmanager
def at(instant: datetime) -> Iterator[None]:
    """Demo data and tests only: inside, every "now" of this process is this instant."""
    global _source
    before, _source = _source, lambda: instant
    try:
        yield
    finally:
        _source = before


def year_after(instant: datetime) -> datetime:
    """The same day of the next year; 28 February for the 29th."""
    try:
        return instant.replace(year=instant.year + 1)
    except ValueError:
        return instant.replace(year=instant.year + 1, day=28)
