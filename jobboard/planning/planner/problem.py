"""What the planner is asked: a week to cover, two people, and bounds. Masks of half-days.

Bit `2 × day + (0 morning, 1 afternoon)` of one week, Monday first; a cycle of two weeks puts the
second week's bits above the first's (matching.md §0.5 and §4).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


class EmptyWeekError(ValueError):
    """A week in which nothing is required has no split (matching.md §4)."""


@dataclass(frozen=True, slots=True)
class Person:
    """Half-days one person `can` work and those of them they `prefer`; `least` to `most` in the
    cycle, `want` the number they wish for, `wish` how many of them together."""

    can: int
    prefer: int
    least: int
    most: int
    want: int
    wish: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """The week: `required` half-days, of which `both` by both; bounds in half-days of the cycle.

    `cover_min`: required half-days that must be covered (all of them by default, -1);
    `total`, `together`: least and most; `wish`: the role's time together, None where it says none;
    `weeks`: 1 or 2; `days`: 5 to 7 a week. EmptyWeekError where nothing is required.
    """

    required: int
    total: tuple[int, int]
    together: tuple[int, int]
    both: int = 0
    cover_min: int = -1
    wish: int | None = None
    weeks: int = 1
    days: int = 5

    def __post_init__(self) -> None:
        if not self.required:
            raise EmptyWeekError("Mark at least one half-day as needed.")
        if self.cover_min < 0:
            object.__setattr__(self, "cover_min", self.required.bit_count())

    @property
    def size(self) -> int:
        """Half-days in one week."""
        return 2 * self.days

    @property
    def slots(self) -> int:
        """Half-days in the whole cycle."""
        return self.size * self.weeks

    @property
    def everything(self) -> int:
        return (1 << self.slots) - 1

    def wished(self, a: Person, b: Person) -> int:
        """Half-days together to aim for: the role's, else midway between the two wishes."""
        return self.wish if self.wish is not None else (a.wish + b.wish + 1) // 2


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to split the week; `first` and `second` are masks over the cycle.

    `score` 0 to 10000 sorts; the measures explain it. `switches` changes between one alone and
    the other alone round the cycle, `warm` those with a shared half-day between; `gap` the most
    calendar days between days with a shared half-day, None where there is none; `halves` days on
    which a person comes for one half only; `liked` shares of preferred half-days, in 1/10000.
    """

    first: int
    second: int
    score: int
    switches: int
    warm: int
    gap: int | None
    halves: int
    liked: tuple[int, int]
    covered: int
    required: int
    whole_days_only: bool = False

    @property
    def overlap(self) -> int:
        return (self.first & self.second).bit_count()

    @property
    def total(self) -> int:
        return self.first.bit_count() + self.second.bit_count()

    @property
    def fairness(self) -> int:
        """10000 where both get as much of what they would like, in 1/10000."""
        return 10000 - abs(self.liked[0] - self.liked[1])

    def differs(self, other: Plan) -> int:
        """Half-days whose assignment is another one."""
        return ((self.first ^ other.first) | (self.second ^ other.second)).bit_count()


def bits(mask: int) -> Iterator[int]:
    """Positions of the half-days in a mask, in order."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
