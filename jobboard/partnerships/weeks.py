"""Two people's wishes laid on one week, before any role asks for anything."""

from __future__ import annotations

from jobboard.planning.availability import Availability
from jobboard.planning.grid import Shape
from jobboard.planning.week import read_symbols, write_symbols

WEEKEND = 5
"""Saturday, counted from Monday = 0."""


def laid_together(first: str, second: str) -> str:
    """The plan pattern of two availability texts; where they differ, on the larger grid of both.

    A wish comes before a could: `a`, `b`, or `x` where both would like to. Where nobody would like
    to, whoever could; `~` where either could, `.` where neither can. See `without_a_role`.
    """
    one, other = _on_one_grid(Availability.from_text(first), Availability.from_text(second))
    halves = one.shape.half_days()
    marks = (_mark(one.symbol_at(half), other.symbol_at(half)) for half in halves)
    return without_a_role(write_symbols(one.shape, marks))


def without_a_role(week: str) -> str:
    """A week to draw while no role says what it needs: on a weekend an empty half-day is `-`, for
    nobody asked for it; from Monday to Friday it stays a gap."""
    shape, symbols = read_symbols(week, "abx.-~")
    halves = zip(shape.half_days(), symbols, strict=True)
    drawn = ("-" if mark == "." and half.day >= WEEKEND else mark for half, mark in halves)
    return write_symbols(shape, drawn)


def _on_one_grid(one: Availability, other: Availability) -> tuple[Availability, Availability]:
    """A week of one is repeated where the other has two; nobody said they could a day more."""
    shapes = one.shape, other.shape
    shape = Shape(max(each.weeks for each in shapes), max(each.days for each in shapes))
    return one.on(shape), other.on(shape)


def _mark(first: str, second: str) -> str:
    if "p" in (first, second):
        return "x" if first == second else "a" if first == "p" else "b"
    if first == second:
        return "~" if first == "c" else "."
    return "a" if first == "c" else "b"
