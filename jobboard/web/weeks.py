"""Drawing a week: pattern text in, accessible markup and words out.

A pattern is the text of decisions.md 8: ten characters Mon AM, Mon PM … Fri PM, ``/`` between two
weeks, a prefix such as ``7:`` for longer weeks. Symbols are those of design/DESIGN.md §4.
A figure costs a handful of nodes, one path for each kind of mark rather than one ``<use>`` for
each half-day, because twenty of them stand on a results page (pages.md §1.2 and §3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

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
}
CELL = 16
WEEK_GAP = 4


class _Shape(NamedTuple):
    """An outline: where it starts inside its cell of 16 units, and the rest of its path."""

    x: float
    y: float
    rest: str


_SQUARE = _Shape(4.5, 4.5, "h7v7h-7z")
_DOT = _Shape(8, 8, "h.01")
_OUTLINE = _Shape(4.5, 1.5, "h7a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3h-7a3 3 0 0 1-3-3v-7a3 3 0 0 1 3-3z")
_DASHED = _Shape(5, 2, "h6a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-6a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3z")
# Class in week.css, symbols, outline: painted in this order, thick strokes make the shapes.
_PAINT = (
    ("w-off", "-", _DOT),
    ("w-free", "~", _DASHED),
    ("w-gap", ".", _DASHED),
    ("w-can", "c", _OUTLINE),
    ("w-need", "n2", _SQUARE),
    ("w-need-in", "n2", _SQUARE),
    ("w-two", "2", _DOT),
    ("w-a", "axp", _SQUARE),
    ("w-b", "b", _DOT),
    ("w-b-in", "b", _DOT),
    ("w-x", "x", _DOT),
    ("w-x-in", "x", _DOT),
)


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
    """Name the half-days that carry one of ``symbols``: "Monday, Wednesday afternoon" or ""."""
    found: list[str] = []
    for row in week_layout(pattern):
        names = [name for day in row.days if (name := _span(day, symbols))]
        if names:
            found.append((f"{row.title}: " if row.title else "") + ", ".join(names))
    return "; ".join(found)


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
    if symbols & set("pc"):
        return _availability(pattern, a)
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


@lru_cache(maxsize=1024)
def _drawing(pattern: str) -> str:
    weeks = cells(pattern)
    paths = (
        f'<path class="{css}" d="{outlines}"/>'
        for css, symbols, shape in _PAINT
        if (outlines := _outlines(weeks, symbols, shape))
    )
    return "".join(paths)


def _outlines(weeks: list[str], symbols: str, shape: _Shape) -> str:
    drawn: list[str] = []
    for number, week in enumerate(weeks):
        top = number * (2 * CELL + WEEK_GAP) + shape.y
        for index, symbol in enumerate(week):
            if symbol in symbols:
                x = index // 2 * CELL + shape.x
                drawn.append(f"M{x:g} {top + index % 2 * CELL:g}{shape.rest}")
    return "".join(drawn)


@lru_cache(maxsize=8192)
def week_svg(pattern: str, a: str = "A", b: str = "B", size: str = "s", id: str = "") -> Markup:
    """Draw a pattern as one labelled SVG; ``size`` is s, m, l or hero (``--u`` in week.css).

    ``a`` and ``b`` are the partners' first names as they should be read out. Cached, because few
    patterns exist and a results page draws twenty.
    """
    weeks = cells(pattern)
    days = len(weeks[0]) // 2
    height = len(weeks) * 2 * CELL + (len(weeks) - 1) * WEEK_GAP
    extra = (" week--cycle" if len(weeks) > 1 else "") + (f" week--d{days}" if days != 5 else "")
    return Markup(
        '<svg class="week week--{}{}"{} viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>'
    ).format(
        size,
        extra,
        Markup(' id="{}"').format(id) if id else "",
        days * CELL,
        height,
        escape(week_summary(pattern, a, b)),
        Markup(_drawing(pattern)),
    )


def pattern_from(form: Mapping[str, str], prefix: str, like: str, symbols: str) -> str | None:
    """Read what ``three()`` posted (``prefix-0``, ``prefix-1`` …) back into pattern text.

    ``like`` gives the shape (its prefix and weeks), ``symbols`` what is allowed. None when a
    half-day is missing or carries anything else.
    """
    marks = [form.get(f"{prefix}-{index}", "") for index in range(_size(like))]
    if any(len(mark) != 1 or mark not in symbols for mark in marks):
        return None
    return _shaped(marks, like)


def plan_from(first: Iterable[str], second: Iterable[str], coverage: str) -> str:
    """Turn the ticks of ``split_grid()`` (half-day numbers as text) into a plan pattern.

    Unknown numbers are ignored; where nobody is in the symbol is ``-`` if the role does not need
    that half-day, else ``.``.
    """
    a, b = set(first), set(second)
    asked = "".join(cells(coverage))
    marks = [_mark(str(i) in a, str(i) in b, need) for i, need in enumerate(asked)]
    return _shaped(marks, coverage)


def _mark(first: bool, second: bool, need: str) -> str:
    if first and second:
        return "x"
    if first or second:
        return "a" if first else "b"
    return "-" if need == "-" else "."


def _size(pattern: str) -> int:
    return sum(len(week) for week in cells(pattern))


def _shaped(marks: list[str], like: str) -> str:
    prefix, colon, _ = like.rpartition(":")
    weeks: list[str] = []
    for week in cells(like):
        weeks.append("".join(marks[: len(week)]))
        marks = marks[len(week) :]
    return prefix + colon + "/".join(weeks)


def template_globals() -> dict[str, object]:
    """What templates need of this module, for ``app.jinja_env.globals``."""
    return {"week_svg": week_svg, "week_summary": week_summary, "week_layout": week_layout}
