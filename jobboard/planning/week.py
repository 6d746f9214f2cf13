"""A set of half-days as a value, and the text form of every week that is stored (decisions.md 8).

Text: one character a half-day, Monday morning first: 10 for Monday to Friday. A prefix `6:` or
`7:` says that the week has a Saturday, or both weekend days; `/` stands between two weeks.
There is exactly one text for a week, so texts may be compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from jobboard.planning.grid import (
    DAY_NAMES,
    HALF_NAMES,
    WORKING_WEEK,
    HalfDay,
    OutsideWeekError,
    Shape,
    WeekError,
    WeekMismatchError,
    WeekShapeError,
)

__all__ = [
    "WORKING_WEEK",
    "HalfDay",
    "OutsideWeekError",
    "Shape",
    "Week",
    "WeekError",
    "WeekLengthError",
    "WeekMismatchError",
    "WeekShapeError",
    "WeekSymbolError",
    "WeekTextError",
    "read_symbols",
    "write_symbols",
]


class WeekTextError(WeekError):
    """A text that is no week. The sentence never repeats the text: it may hold anything."""


class WeekLengthError(WeekTextError):
    """Too many weeks, or too few or too many half-days in one."""


class WeekSymbolError(WeekTextError):
    """A character that this kind of week does not know."""


def read_symbols(text: str, allowed: str) -> tuple[Shape, str]:
    """The grid of a stored text and its characters in the order of `Shape.half_days()`.

    `allowed` holds the characters this kind of week knows; anything else is a `WeekSymbolError`.
    """
    days, body = (int(text[0]), text[2:]) if text[:2] in ("6:", "7:") else (5, text)
    weeks = body.split("/")
    if len(weeks) > 2:
        raise WeekLengthError("A plan covers one week, or two that alternate. This has more.")
    for week in weeks:
        if len(week) != days * 2:
            raise WeekLengthError(
                f"A week has {days * 2} half-days, Monday morning to {DAY_NAMES[days - 1]} "
                f"afternoon. This one has {len(week)}."
            )
    shape, symbols = Shape(len(weeks), days), "".join(weeks)
    for half_day, symbol in zip(shape.half_days(), symbols, strict=True):
        if symbol not in allowed:
            raise WeekSymbolError(
                f"{shape.name(half_day)} has no answer we know. Choose one of those offered."
            )
    return shape, symbols


def write_symbols(shape: Shape, symbols: Iterable[str]) -> str:
    """The stored text of one character a half-day; undoes `read_symbols`."""
    flat = "".join(symbols)
    length = shape.days * 2
    weeks = [flat[start : start + length] for start in range(0, len(flat), length)]
    return ("" if shape.days == 5 else f"{shape.days}:") + "/".join(weeks)


@dataclass(frozen=True, slots=True)
class Week:
    """A set of half-days on a grid: bit i of `mask` is `shape.half_days()[i]`.

    `|`, `&` and `-` are those of sets and refuse weeks of another grid (`WeekMismatchError`).
    """

    mask: int = 0
    shape: Shape = WORKING_WEEK

    def __post_init__(self) -> None:
        if self.mask < 0 or self.mask >> self.shape.size:
            raise OutsideWeekError("That half-day is not part of this week. Choose one that is.")

    @classmethod
    def full(cls, shape: Shape = WORKING_WEEK) -> Week:
        """Every half-day of the grid."""
        return cls((1 << shape.size) - 1, shape)

    @classmethod
    def of(cls, half_days: Iterable[HalfDay], shape: Shape = WORKING_WEEK) -> Week:
        """These half-days; `OutsideWeekError` for one that the grid does not have."""
        return cls(reduce(lambda mask, half: mask | 1 << shape.index(half), half_days, 0), shape)

    @classmethod
    def from_keys(cls, keys: Iterable[str], shape: Shape = WORKING_WEEK) -> Week:
        """The half-days ticked in a form, by `HalfDay.key`; `OutsideWeekError` for others."""
        known = {half_day.key: half_day for half_day in shape.half_days()}
        try:
            return cls.of([known[key] for key in keys], shape)
        except KeyError:
            raise OutsideWeekError(
                "One of the half-days is not part of this week. Tick those on the page."
            ) from None

    @classmethod
    def from_text(cls, text: str) -> Week:
        """Reads `n` as in and `-` as out, the alphabet of a need without `2`."""
        shape, symbols = read_symbols(text, "n-")
        return cls.where(shape, symbols, "n")

    @classmethod
    def where(cls, shape: Shape, symbols: str, chosen: Collection[str]) -> Week:
        """The half-days whose character is one of `chosen`."""
        return cls(sum(1 << i for i, symbol in enumerate(symbols) if symbol in chosen), shape)

    def to_text(self) -> str:
        """The stored text: `n` in, `-` out."""
        return write_symbols(
            self.shape, ("n" if h in self else "-" for h in self.shape.half_days())
        )

    @property
    def count(self) -> int:
        """Half-days in the set."""
        return self.mask.bit_count()

    def counts(self) -> tuple[int, ...]:
        """Half-days in each week of the cycle."""
        return tuple(
            sum(1 for half_day in self if half_day.week == week) for week in range(self.shape.weeks)
        )

    def half_days(self) -> list[HalfDay]:
        """The half-days of the set in the order of the cycle."""
        return [half_day for half_day in self.shape.half_days() if half_day in self]

    def spans(self) -> str:
        """In words: `Monday, Tuesday, Wednesday morning`; empty for the empty set.

        Two weeks read `Monday in week 1; Friday in week 2`, or `Monday in both weeks`.
        """
        weeks = [self._spans_of(week) for week in range(self.shape.weeks)]
        if len(weeks) == 1:
            return weeks[0]
        if weeks[0] == weeks[1]:
            return f"{weeks[0]} in both weeks" if weeks[0] else ""
        return "; ".join(f"{words} in week {i}" for i, words in enumerate(weeks, 1) if words)

    def is_within(self, other: Week) -> bool:
        """Whether every half-day of this set is in the other."""
        return not self - other

    def on(self, shape: Shape) -> Week:
        """The same habit on another grid: one week is repeated, of two the first is kept;
        days the new grid lacks fall away and days it adds are empty."""
        kept = (
            half_day
            for half_day in shape.half_days()
            if half_day.day < self.shape.days
            and HalfDay(half_day.week % self.shape.weeks, half_day.day, half_day.half) in self
        )
        return Week.of(kept, shape)

    def always_on(self, shape: Shape) -> Week:
        """What holds in every turn of the new grid: of two weeks on a grid of one only the
        half-days that are in both. Otherwise as `on`."""
        if self.shape.weeks <= shape.weeks:
            return self.on(shape)
        return Week.of(
            (
                half_day
                for half_day in self.on(shape)
                if all(
                    HalfDay(week, half_day.day, half_day.half) in self
                    for week in range(self.shape.weeks)
                )
            ),
            shape,
        )

    def __contains__(self, half_day: HalfDay) -> bool:
        return bool(self.mask >> self.shape.index(half_day) & 1)

    def __iter__(self) -> Iterator[HalfDay]:
        return iter(self.half_days())

    def __len__(self) -> int:
        return self.count

    def __or__(self, other: Week) -> Week:
        return Week(self.mask | self._same_grid(other).mask, self.shape)

    def __and__(self, other: Week) -> Week:
        return Week(self.mask & self._same_grid(other).mask, self.shape)

    def __sub__(self, other: Week) -> Week:
        return Week(self.mask & ~self._same_grid(other).mask, self.shape)

    def _same_grid(self, other: Week) -> Week:
        if self.shape != other.shape:
            raise WeekMismatchError
        return other

    def _spans_of(self, week: int) -> str:
        words = []
        for day, name in enumerate(self.shape.day_names()):
            halves = [half for half in (0, 1) if HalfDay(week, day, half) in self]
            if len(halves) == 2:
                words.append(name)
            elif halves:
                words.append(f"{name} {HALF_NAMES[halves[0]]}")
        return ", ".join(words)
