"""The grid a week is drawn on: which half-days exist, their order and their names.

A cycle has one or two weeks (alternate Wednesdays exist in practice: domain.md §3.2) of five to
seven days, two half-days each. The last day is Friday, Saturday or Sunday.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HALF_NAMES = ("morning", "afternoon")
_DAY_KEYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HALF_KEYS = ("am", "pm")


class WeekError(ValueError):
    """A week that cannot be. `str()` is a sentence for the person who drew it."""


class WeekShapeError(WeekError):
    """A grid of other than one or two weeks of five to seven days."""


class WeekMismatchError(WeekError):
    """Two weeks drawn on different grids were put together."""

    def __init__(self) -> None:
        super().__init__("These two weeks are drawn on different grids. Draw both on the same one.")


class OutsideWeekError(WeekError):
    """A half-day that the grid does not have."""


@dataclass(frozen=True, order=True, slots=True)
class HalfDay:
    """One morning or afternoon. All three count from 0; sorts in the order of the cycle."""

    week: int
    day: int
    half: int

    @property
    def name(self) -> str:
        """`Monday morning`. The week of the cycle is not in it: see `Shape.name`."""
        return f"{DAY_NAMES[self.day]} {HALF_NAMES[self.half]}"

    @property
    def day_name(self) -> str:
        return DAY_NAMES[self.day]

    @property
    def key(self) -> str:
        """`mon-am`, in the second week `w2-mon-am`: for form values and ids."""
        key = f"{_DAY_KEYS[self.day]}-{_HALF_KEYS[self.half]}"
        return key if self.week == 0 else f"w{self.week + 1}-{key}"


@dataclass(frozen=True, slots=True)
class Shape:
    """How many weeks the cycle has (1 or 2) and how many days each of them (5 to 7)."""

    weeks: int = 1
    days: int = 5

    def __post_init__(self) -> None:
        if self.weeks not in (1, 2):
            raise WeekShapeError("A plan covers one week, or two that alternate. Choose one.")
        if self.days not in (5, 6, 7):
            raise WeekShapeError("A week has five, six or seven days. Choose one.")

    @property
    def size(self) -> int:
        """Half-days in the whole cycle: 10, 12 or 14 a week."""
        return self.weeks * self.days * 2

    def half_days(self) -> list[HalfDay]:
        """Every half-day of the cycle, in order; the position is the bit in `Week.mask`."""
        return list(_half_days(self))

    def index(self, half_day: HalfDay) -> int:
        """The position of this half-day; `OutsideWeekError` if the grid does not have it."""
        inside = (
            0 <= half_day.week < self.weeks
            and 0 <= half_day.day < self.days
            and half_day.half in (0, 1)
        )
        if not inside:
            raise OutsideWeekError("That half-day is not part of this week. Choose one that is.")
        return (half_day.week * self.days + half_day.day) * 2 + half_day.half

    def name(self, half_day: HalfDay) -> str:
        """`Monday morning`, and where the cycle has two weeks `Monday morning, week 2`."""
        return half_day.name if self.weeks == 1 else f"{half_day.name}, week {half_day.week + 1}"

    def row(self, week: int, half: int) -> list[HalfDay]:
        """All mornings (0) or afternoons (1) of one week: a row of the week table."""
        return [HalfDay(week, day, half) for day in range(self.days)]

    def day_names(self) -> tuple[str, ...]:
        """Monday to the last day of the week."""
        return DAY_NAMES[: self.days]


@lru_cache(maxsize=6)
def _half_days(shape: Shape) -> tuple[HalfDay, ...]:
    return tuple(
        HalfDay(week, day, half)
        for week in range(shape.weeks)
        for day in range(shape.days)
        for half in (0, 1)
    )


WORKING_WEEK = Shape()
"""Monday to Friday, one week: 10 half-days, which are 1.0 FTE."""
