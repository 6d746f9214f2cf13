"""Why no split exists: the smallest sets of wishes that cannot stand together, and what one
change would mend (matching.md §4 and §7.11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from jobboard.planning.planner.feasible import exists
from jobboard.planning.planner.problem import Person, Problem, bits

LARGEST = 5
"""Sets of more than five bounds explain nothing to anybody."""


class Bound(StrEnum):
    A_DAYS = "a_days"
    B_DAYS = "b_days"
    A_MAX = "a_max"
    B_MAX = "b_max"
    A_MIN = "a_min"
    B_MIN = "b_min"
    OVERLAP_MIN = "overlap_min"
    OVERLAP_MAX = "overlap_max"
    TOTAL_MAX = "total_max"
    TOTAL_MIN = "total_min"
    COVER = "cover"
    BOTH = "both"
    """Half-days for both of them: ours, beside the eleven of matching.md."""


@dataclass(frozen=True, slots=True)
class Change:
    """One bound moved, and by how much; for `A_DAYS` and `B_DAYS` the half-day that is added."""

    bound: Bound
    amount: int


@dataclass(frozen=True, slots=True)
class Conflicts:
    """`sets`: smallest first, those with somebody's days before others; each cannot hold, every
    part of it can. `nobody_can`: mask of required half-days. `changes`: each alone is enough."""

    sets: tuple[frozenset[Bound], ...]
    nobody_can: int
    changes: tuple[Change, ...]


def conflicts(problem: Problem, a: Person, b: Person) -> Conflicts:
    """Nothing in it where a split exists."""
    if exists(problem, a, b):
        return Conflicts((), 0, ())
    nobody = problem.required & ~(a.can | b.can)
    return Conflicts(tuple(_sets(problem, a, b)), nobody, tuple(_changes(problem, a, b)))


def _sets(problem: Problem, a: Person, b: Person) -> list[frozenset[Bound]]:
    found: list[frozenset[Bound]] = []
    for size in range(1, LARGEST + 1):
        for some in combinations(Bound, size):
            kept = frozenset(some)
            if any(smaller <= kept for smaller in found):
                continue
            if not exists(*relaxed(problem, a, b, frozenset(Bound) - kept)):
                found.append(kept)
    order = list(Bound)
    days = {Bound.A_DAYS, Bound.B_DAYS}
    return sorted(
        found, key=lambda kept: (len(kept), not kept & days, sorted(map(order.index, kept)))
    )


def relaxed(
    problem: Problem, a: Person, b: Person, dropped: frozenset[Bound]
) -> tuple[Problem, Person, Person]:
    """The same without these bounds."""
    size = problem.slots
    low, high = problem.together
    floor, ceiling = problem.total
    problem = replace(
        problem,
        both=0 if Bound.BOTH in dropped else problem.both,
        cover_min=0 if Bound.COVER in dropped else problem.cover_min,
        together=(
            0 if Bound.OVERLAP_MIN in dropped else low,
            size if Bound.OVERLAP_MAX in dropped else high,
        ),
        total=(
            0 if Bound.TOTAL_MIN in dropped else floor,
            2 * size if Bound.TOTAL_MAX in dropped else ceiling,
        ),
    )
    everything = problem.everything
    return (
        problem,
        _freed(a, everything, dropped, (Bound.A_DAYS, Bound.A_MIN, Bound.A_MAX)),
        _freed(b, everything, dropped, (Bound.B_DAYS, Bound.B_MIN, Bound.B_MAX)),
    )


def _freed(
    person: Person, everything: int, dropped: frozenset[Bound], names: tuple[Bound, Bound, Bound]
) -> Person:
    days, least, most = names
    return replace(
        person,
        can=everything if days in dropped else person.can,
        least=0 if least in dropped else person.least,
        most=everything.bit_length() if most in dropped else person.most,
    )


def _changes(problem: Problem, a: Person, b: Person) -> Iterator[Change]:
    """A half-day more for somebody, then each bound moved by one, and by two where one is not
    enough."""
    for bound, person in ((Bound.A_DAYS, a), (Bound.B_DAYS, b)):
        for slot in bits((problem.required | problem.both) & ~person.can):
            if exists(*moved(problem, a, b, Change(bound, slot))):
                yield Change(bound, slot)
    for bound in _MOVABLE:
        for amount in (1, 2):
            change = Change(bound, amount)
            if exists(*moved(problem, a, b, change)):
                yield change
                break


_MOVABLE = (
    Bound.A_MAX,
    Bound.B_MAX,
    Bound.A_MIN,
    Bound.B_MIN,
    Bound.OVERLAP_MIN,
    Bound.OVERLAP_MAX,
    Bound.TOTAL_MAX,
    Bound.TOTAL_MIN,
)


def moved(problem: Problem, a: Person, b: Person, change: Change) -> tuple[Problem, Person, Person]:
    """The same with this one change made, always towards more room."""
    by = change.amount
    low, high = problem.together
    floor, ceiling = problem.total
    match change.bound:
        case Bound.A_DAYS:
            a = replace(a, can=a.can | 1 << by)
        case Bound.B_DAYS:
            b = replace(b, can=b.can | 1 << by)
        case Bound.A_MAX | Bound.A_MIN:
            a = _moved_person(a, change.bound is Bound.A_MAX, by)
        case Bound.B_MAX | Bound.B_MIN:
            b = _moved_person(b, change.bound is Bound.B_MAX, by)
        case Bound.OVERLAP_MIN | Bound.OVERLAP_MAX:
            wider = (
                (max(0, low - by), high) if change.bound is Bound.OVERLAP_MIN else (low, high + by)
            )
            problem = replace(problem, together=wider)
        case Bound.TOTAL_MIN | Bound.TOTAL_MAX:
            wider = (
                (max(0, floor - by), ceiling)
                if change.bound is Bound.TOTAL_MIN
                else (floor, ceiling + by)
            )
            problem = replace(problem, total=wider)
        case _:
            raise ValueError(f"{change.bound} has no amount")
    return problem, a, b


def _moved_person(person: Person, is_most: bool, by: int) -> Person:
    if is_most:
        return replace(person, most=person.most + by)
    return replace(person, least=max(0, person.least - by))
