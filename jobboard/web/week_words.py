"""A week in names: pattern text in, weeks, days, half-days and sentences out.

A pattern is the text of decisions.md 8: ten characters Mon AM, Mon PM … Fri PM, ``/`` between two
weeks, a prefix such as ``7:`` for longer weeks. Symbols are those of design/DESIGN.md §4.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

SHORT = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
HALVES = (("AM", "morning"), ("PM", "afternoon"))
ORDINALS = ("one", "two")
MARKS = {
    "a": "a",
    "b": "b",
    "x": "both",
    ".": "gap",
    "-": "off",
    "n": "need",
    "2": "need2",
    "~": "free",
    "p": "a",
    "c": "can",
    "P": "b",
    "C": "free",
}


class Half(NamedTuple):
    """One half-day of a pattern: its number over the whole cycle and its names."""

    number: int
    symbol: str
    short: str
    label: str
    mark: str


class Day(NamedTuple):
    """A day with its halves; ``key`` is unique within the pattern and safe in an id."""

    key: str
    short: str
    long: str
    halves: tuple[Half, ...]


class WeekRow(NamedTuple):
    """One week of a cycle; ``title`` is empty when the cycle is a single week."""

    title: str
    days: tuple[Day, ...]


def cells(pattern: str) -> list[str]:
    """Return the symbols of each week: prefix dropped, one string of 2 x days for each week."""
    _, _, body = pattern.rpartition(":")
    return body.split("/")


@lru_cache(maxsize=1024)
def week_layout(pattern: str) -> tuple[WeekRow, ...]:
    """Weeks, days and half-days of a pattern, for grids and tables in templates."""
    weeks = cells(pattern)
    rows: list[WeekRow] = []
    start = 0
    for number, symbols in enumerate(weeks):
        title = f"Week {ORDINALS[number]}" if len(weeks) > 1 else ""
        rows.append(WeekRow(title, tuple(_days(symbols, number, start, title))))
        start += len(symbols)
    return tuple(rows)


def _days(symbols: str, week: int, start: int, title: str) -> Iterable[Day]:
    prefix = f"{title}, " if title else ""
    for day in range(len(symbols) // 2):
        halves = tuple(
            Half(
                start + 2 * day + half,
                symbols[2 * day + half],
                short,
                f"{prefix}{LONG[day]} {name}",
                MARKS.get(symbols[2 * day + half], "off"),
            )
            for half, (short, name) in enumerate(HALVES)
        )
        yield Day(f"w{week}d{day}", SHORT[day], LONG[day], halves)


@lru_cache(maxsize=4096)
def spans(pattern: str, symbols: str) -> str:
    """Name the half-days that carry one of ``symbols``: "Monday, Wednesday afternoon" or "".

    Of two weeks: "Monday in week one; Tuesday in week two", alike "Monday in both weeks".
    """
    rows = week_layout(pattern)
    named = [", ".join(filter(None, (_span(day, symbols) for day in row.days))) for row in rows]
    if len(named) == 2 and named[0] == named[1]:
        return f"{named[0]} in both weeks" if named[0] else ""
    return "; ".join(
        f"{words} in {row.title.lower()}" if row.title else words
        for row, words in zip(rows, named, strict=True)
        if words
    )


def _span(day: Day, symbols: str) -> str:
    morning, afternoon = (half.symbol in symbols for half in day.halves)
    if morning and afternoon:
        return day.long
    if morning or afternoon:
        return f"{day.long} {'morning' if morning else 'afternoon'}"
    return ""


@lru_cache(maxsize=8192)
def week_summary(pattern: str, a: str = "A", b: str = "B") -> str:
    """Say a pattern in words, the text equivalent every drawn week carries."""
    symbols = set("".join(cells(pattern)))
    if symbols & set("pcPC"):
        return _availability(pattern.lower(), a)
    if symbols & set("n2") and symbols <= set("n2-~"):
        return _asked(pattern)
    parts = [
        f"{a}: {spans(pattern, 'ax') or 'no days'}.",
        f"{b}: {spans(pattern, 'bx') or 'no days'}.",
    ]
    parts += [
        f"{word}: {spans(pattern, symbol)}."
        for symbol, word in (("x", "Together"), (".", "Uncovered"))
        if symbol in symbols
    ]
    return " ".join(parts)


def _asked(pattern: str) -> str:
    text = f"Cover needed: {spans(pattern, 'n2')}."
    both = spans(pattern, "2")
    return f"{text} Both in together: {both}." if both else text


def _availability(pattern: str, name: str) -> str:
    said = [
        f"{word} {days}"
        for symbol, word in (("p", "would like"), ("c", "could work"), ("-", "cannot work"))
        if (days := spans(pattern, symbol))
    ]
    return f"{name}: {'; '.join(said)}."
