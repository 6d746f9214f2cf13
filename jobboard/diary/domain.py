"""What stands in a pair's diary: the half-days of its week and the instants that matter to it.

Mornings are 09:00-13:00 and afternoons 13:00-17:00 in London: a stated assumption, because a
role says half-days and not hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from jobboard.core.documents.calendar import Entry
from jobboard.planning.grid import HalfDay
from jobboard.planning.split_plan import Names, SplitPlan
from jobboard.planning.turns import LONDON, turn_of

HOURS = ((time(9), time(13)), (time(13), time(17)))
ADDRESS_LIFE = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Deadline:
    """An instant of an application: when its role closes, or when what was sent becomes visible."""

    key: str
    title: str
    at: datetime
    path: str


def first_day(half_day: HalfDay, weeks: int, since: date) -> date:
    """The first day from the Monday of `since` on that is this half-day's in its cycle."""
    monday = since - timedelta(days=since.weekday())
    wait = (half_day.week - turn_of(monday, weeks)) % weeks
    return monday + timedelta(days=wait * 7 + half_day.day)


def week_entries(plan: SplitPlan, names: Names, since: date, uid: str) -> Iterator[Entry]:
    """One recurring event for each half-day on which somebody is in. `uid`: `{}@host`."""
    weeks = plan.shape.weeks
    words = {"a": f"{names[0]} is in", "b": f"{names[1]} is in", "x": "Both of you are in"}
    for half_day in plan.covered:
        symbol = plan.symbol_at(half_day)
        on, (starts, ends) = first_day(half_day, weeks, since), HOURS[half_day.half]
        yield Entry(
            uid=uid.format(f"week-{weeks}-{half_day.key}"),
            title=words[symbol],
            starts=datetime.combine(on, starts, LONDON),
            ends=datetime.combine(on, ends, LONDON),
            every_weeks=weeks,
        )


def deadline_entry(one: Deadline, base: str, uid: str) -> Entry:
    """A quarter of an hour that ends at the instant, with a reminder two days before."""
    at = one.at.astimezone(UTC)
    return Entry(
        uid=uid.format(one.key),
        title=one.title,
        starts=at - timedelta(minutes=15),
        ends=at,
        url=base + one.path,
        remind_before=timedelta(days=2),
    )
