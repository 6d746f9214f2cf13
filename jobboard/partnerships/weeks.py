"""Two people's wishes laid on one week, before any role asks for anything."""

from __future__ import annotations

from jobboard.planning.availability import Availability
from jobboard.planning.week import write_symbols


def laid_together(first: str, second: str) -> str:
    """The plan pattern of two availability texts on the same grid.

    A wish comes before a could: `a`, `b`, or `x` where both would like to. Where nobody would like
    to, whoever could; `~` where either could, `.` where neither can.
    """
    one, other = Availability.from_text(first), Availability.from_text(second)
    halves = one.shape.half_days()
    return write_symbols(
        one.shape, (_mark(one.symbol_at(half), other.symbol_at(half)) for half in halves)
    )


def _mark(first: str, second: str) -> str:
    if "p" in (first, second):
        return "x" if first == second else "a" if first == "p" else "b"
    if first == second:
        return "~" if first == "c" else "."
    return "a" if first == "c" else "b"
