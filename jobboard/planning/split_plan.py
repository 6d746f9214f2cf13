"""How two people divide the half-days of a week, and the arithmetic of it. Source: domain.md §3.2.

Counts are half-days of the whole cycle; FTE is half-days / (10 × weeks). Nothing here is a float.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from jobboard.planning.grid import HalfDay, Shape, WeekMismatchError
from jobboard.planning.week import Week, read_symbols, write_symbols

Names = tuple[str, str]
"""First names of partner A and partner B, in the order of the plan."""


@dataclass(frozen=True, slots=True)
class SplitPlan:
    """The half-days of partner A (`first`) and of partner B (`second`) on the same grid.

    Text (DESIGN.md §4): `a`, `b`, `x` both, `.` nobody, `-` nobody and not needed. Both of the
    last two read as nobody; without a need every empty half-day is written `.`, the form to store.
    """

    first: Week
    second: Week

    def __post_init__(self) -> None:
        if self.first.shape != self.second.shape:
            raise WeekMismatchError

    @classmethod
    def from_text(cls, text: str) -> SplitPlan:
        """Reads the stored text; a `WeekTextError` carries the sentence for the form."""
        shape, symbols = read_symbols(text, "abx.-")
        return cls(Week.where(shape, symbols, "ax"), Week.where(shape, symbols, "bx"))

    @classmethod
    def empty(cls, shape: Shape) -> SplitPlan:
        """Nobody anywhere: how a draft begins."""
        return cls(Week(0, shape), Week(0, shape))

    def to_text(self, needed: Week | None = None) -> str:
        """The text to store; with the role's `needed` half-days the text to draw, in which an
        empty half-day that nobody asked for is `-`."""
        symbols = (self.symbol_at(half_day, needed) for half_day in self.shape.half_days())
        return write_symbols(self.shape, symbols)

    @property
    def shape(self) -> Shape:
        return self.first.shape

    @property
    def covered(self) -> Week:
        """Half-days on which somebody is in."""
        return self.first | self.second

    @property
    def overlap(self) -> Week:
        """Half-days on which both are in."""
        return self.first & self.second

    @property
    def total(self) -> int:
        """Half-days of both together; the overlap counts twice."""
        return self.first.count + self.second.count

    @property
    def spread(self) -> int:
        """Fairness: by how many half-days one works more than the other."""
        return abs(self.first.count - self.second.count)

    def symbol_at(self, half_day: HalfDay, needed: Week | None = None) -> str:
        """`a`, `b`, `x`, `.` or `-` (see `to_text`)."""
        on_duty = half_day in self.first, half_day in self.second
        if any(on_duty):
            return {(True, True): "x", (True, False): "a", (False, True): "b"}[on_duty]
        return "." if needed is None or half_day in needed else "-"

    def word_at(self, half_day: HalfDay, names: Names, needed: Week | None = None) -> str:
        """`Nadia`, `Helen`, `Both`, `Nobody` or `Not needed`: the words of the heatmap."""
        words = {"a": names[0], "b": names[1], "x": "Both", ".": "Nobody", "-": "Not needed"}
        return words[self.symbol_at(half_day, needed)]

    def on(self, shape: Shape) -> SplitPlan:
        """The same habit on another grid (see `Week.on`)."""
        return SplitPlan(self.first.on(shape), self.second.on(shape))

    def describe(self, names: Names, needed: Week | None = None) -> str:
        """The text equivalent of the drawn week: who is in when, together, uncovered."""
        parts = [f"{names[0]}: {self.first.spans() or 'no days'}."]
        parts.append(f"{names[1]}: {self.second.spans() or 'no days'}.")
        if self.overlap:
            parts.append(f"Together: {self.overlap.spans()}.")
        uncovered = (Week.full(self.shape) if needed is None else needed) - self.covered
        if uncovered:
            parts.append(f"Uncovered: {uncovered.spans()}.")
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Changeover:
    """A moment between two half-days: who is on duty differs `before` and `after` it."""

    before: HalfDay
    after: HalfDay


def gaps(plan: SplitPlan, required: Week) -> list[HalfDay]:
    """Half-days the role asks for that neither partner covers, in week order."""
    return (required - plan.covered).half_days()


def coverage(plan: SplitPlan, required: Week) -> Fraction:
    """The covered part of the required half-days, 0 to 1; 1 where nothing is required."""
    if not required:
        return Fraction(1)
    return Fraction((required & plan.covered).count, required.count)


def changeovers(plan: SplitPlan) -> list[Changeover]:
    """Boundaries at which the set of people on duty changes, once round the cycle.

    From the last half-day back to the first counts: somebody picks up on Monday what the other
    left on Friday. A half-day with nobody in is skipped, for nobody is there to hand over to.
    """
    return _changes(plan, plan.covered)


def passes(plan: SplitPlan) -> list[Changeover]:
    """Times the work passes from one person alone to the other alone, once round the cycle;
    time together in between belongs to the same pass."""
    return _changes(plan, plan.covered - plan.overlap)


def restless_days(plan: SplitPlan) -> Week:
    """Whole days on which the work passes from one to the other more than once (domain.md §3.3)."""
    by_day = Counter((change.after.week, change.after.day) for change in passes(plan))
    days = [day for day, count in by_day.items() if count > 1]
    return Week.of([HalfDay(*day, half) for day in days for half in (0, 1)], plan.shape)


def longest_run(week: Week) -> int:
    """The most calendar days in a row with work, the cycle repeating; a half-day counts as a day.

    7 × weeks means that there is no day off at all.
    """
    length = 7 * week.shape.weeks
    worked = {half_day.week * 7 + half_day.day for half_day in week}
    if len(worked) == length:
        return length
    runs = (_run_from(day, worked, length) for day in worked)
    return max(runs, default=0)


def _changes(plan: SplitPlan, among: Week) -> list[Changeover]:
    half_days = among.half_days()
    neighbours = zip(half_days[-1:] + half_days[:-1], half_days, strict=True)
    return [
        Changeover(before, after)
        for before, after in neighbours
        if plan.symbol_at(before) != plan.symbol_at(after)
    ]


def _run_from(day: int, worked: set[int], length: int) -> int:
    steps = 0
    while (day + steps) % length in worked:
        steps += 1
    return steps
