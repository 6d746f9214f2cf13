"""A day and a time as a London clock shows them ↔ an instant, also when the clocks change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from jobboard.core.errors import UserError
from jobboard.planning.grid import DAY_NAMES, HALF_NAMES, HalfDay
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.turns import LONDON, touched
from jobboard.planning.week import Week


class NoSuchTimeError(UserError):
    message = (
        "The clocks go forward that night and leave this hour out. Choose one before or after it."
    )
    field = "clock"


class TwiceError(UserError):
    message = "The clocks go back that night, so this time comes twice. Say which one you mean."
    field = "turn"


def instant_of(day: date, clock: time, turn: int | None = None) -> datetime:
    """The UTC instant at which a clock in London shows this. `turn` 0 or 1 tells the first from the
    second where it comes twice; else it changes nothing. Raises NoSuchTimeError, TwiceError."""
    first, second = (
        datetime.combine(day, clock, LONDON).replace(fold=fold).astimezone(UTC) for fold in (0, 1)
    )
    if first == second:
        return first
    if first.astimezone(LONDON).time() != clock:
        raise NoSuchTimeError
    if turn is None:
        raise TwiceError
    return (first, second)[turn]


def outside(
    plan: SplitPlan, named: Sequence[tuple[int, str]], starts_at: datetime, minutes: int
) -> list[str]:
    """In words, each half-day of the slot that is not one of a named person's in the plan.

    `named`: the side (0 is the first of the pair) and the first name of each.
    """
    sides = plan.first, plan.second
    halves = touched(starts_at, minutes, plan.shape.weeks)
    return [
        f"{DAY_NAMES[half.day]} {HALF_NAMES[half.half]} is not one of {name}’s half-days."
        for side, name in named
        for half in halves
        if not _is_in(sides[side], half)
    ]


def _is_in(week: Week, half: HalfDay) -> bool:
    return half.day < week.shape.days and half in week
