"""Drawing a week and reading one back from a form; its words are in ``week_words``.

A figure costs a handful of nodes, one path for each kind of mark rather than one ``<use>`` for
each half-day, because twenty of them stand on a results page (pages.md §1.2 and §3).
One person's availability (``p``, ``c``) is drawn with A's shapes, in capitals with B's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

from jobboard.web.week_words import cells, spans, week_layout, week_summary

__all__ = [
    "pattern_from",
    "plan_from",
    "spans",
    "template_globals",
    "week_layout",
    "week_summary",
    "week_svg",
]

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
    ("w-free", "~C", _DASHED),
    ("w-gap", ".", _DASHED),
    ("w-can", "c", _OUTLINE),
    ("w-need", "n2", _SQUARE),
    ("w-need-in", "n2", _SQUARE),
    ("w-two", "2", _DOT),
    ("w-a", "axp", _SQUARE),
    ("w-b", "bP", _DOT),
    ("w-b-in", "bP", _DOT),
    ("w-x", "x", _DOT),
    ("w-x-in", "x", _DOT),
)


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
