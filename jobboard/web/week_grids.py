"""Which grid a week is drawn on: five to seven days, one week or two that alternate.

A form posts `prefix-grid`, the grid its half-days were drawn on, and `prefix-shape`, the one that
is wanted; where they differ the answers are carried over (one week is repeated, of two the first
is kept, a new day begins as `-`), so a button that redraws and a save read the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from jobboard.planning.grid import HalfDay, Shape
from jobboard.planning.week import write_symbols
from jobboard.web.week_words import cells

GRIDS = {
    "1x5": "Monday to Friday, every week the same",
    "1x6": "Monday to Saturday, every week the same",
    "1x7": "All seven days, every week the same",
    "2x5": "Monday to Friday, two weeks that alternate",
    "2x6": "Monday to Saturday, two weeks that alternate",
    "2x7": "All seven days, two weeks that alternate",
}


class Drawn(NamedTuple):
    """`pattern` is what to draw, on the grid that is wanted; `is_whole` whether every half-day of
    the grid that was sent had an answer."""

    pattern: str
    is_whole: bool


def grid_of(pattern: str) -> str:
    """`1x5` for a week of ten half-days, `2x7` for two of fourteen."""
    weeks = cells(pattern)
    return f"{len(weeks)}x{len(weeks[0]) // 2}"


def shape_of(grid: str) -> Shape:
    return Shape(*map(int, grid.split("x")))


def redrawn(pattern: str, grid: str) -> str:
    """The same answers on another grid."""
    weeks, shape = cells(pattern), shape_of(grid)
    days = len(weeks[0]) // 2

    def symbol(half: HalfDay) -> str:
        known = half.day < days
        return weeks[half.week % len(weeks)][2 * half.day + half.half] if known else "-"

    return write_symbols(shape, map(symbol, shape.half_days()))


def posted(form: Mapping[str, Any], prefix: str, symbols: str, missing: str, like: str) -> Drawn:
    """Read what `three()` and `grid_choice()` sent. `missing` stands for an answer that is not
    there or strange; `like` gives the grid where the form says none."""
    grid = _known(form.get(f"{prefix}-grid"), grid_of(like))
    shape = shape_of(grid)
    marks = [form.get(f"{prefix}-{index}", "") for index in range(shape.size)]
    fine = [len(mark) == 1 and mark in symbols for mark in marks]
    read = (mark if ok else missing for mark, ok in zip(marks, fine, strict=True))
    pattern = write_symbols(shape, read)
    return Drawn(redrawn(pattern, _known(form.get(f"{prefix}-shape"), grid)), all(fine))


def _known(grid: Any, otherwise: str) -> str:
    return grid if isinstance(grid, str) and grid in GRIDS else otherwise


def template_globals() -> dict[str, object]:
    return {"grid_of": grid_of, "week_grids": GRIDS}
