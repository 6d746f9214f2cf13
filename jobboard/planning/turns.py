"""Which week of a cycle a day belongs to, and which half-days a stretch of time touches.

A role says half-days and not hours, so a stated assumption draws the line: the morning ends at
13:00 in London.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from jobboard.planning.grid import HalfDay

LONDON = ZoneInfo("Europe/London")
EPOCH = date(2024, 1, 1)
"""A Monday. Two-week cycles count from it, so that a cycle keeps its turn over a new year."""
NOON = 13
"""The hour at which the afternoon begins."""


def turn_of(day: date, weeks: int) -> int:
    """0, or in the second week of a cycle of two 1."""
    monday = day - timedelta(days=day.weekday())
    return (monday - EPOCH).days // 7 % weeks


def touched(starts_at: datetime, minutes: int, weeks: int) -> tuple[HalfDay, ...]:
    """The half-days of a cycle of `weeks` that this stretch of at most four hours touches, in
    order; it may name a day that the grid does not have."""
    last = starts_at + timedelta(minutes=minutes - 1)
    found = dict.fromkeys(_half_day(at.astimezone(LONDON), weeks) for at in (starts_at, last))
    return tuple(found)


def _half_day(at: datetime, weeks: int) -> HalfDay:
    return HalfDay(turn_of(at.date(), weeks), at.weekday(), int(at.hour >= NOON))
