"""Is there any split at all? By counting alone: which half-day of a kind is whose does not matter.

The closed form of matching.md §2, widened to half-days nobody requires, to gaps that are tolerated
and to half-days for both; it holds for one week and for two alike, and in microseconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jobboard.planning.planner.problem import Person, Problem


@dataclass(frozen=True, slots=True)
class _Kinds:
    """How many half-days are required and can be done by A alone, B alone, either; the same for
    those nobody requires; `fixed` are in for both; `lost` required ones nobody can do."""

    only_a: int
    only_b: int
    either: int
    free_a: int
    free_b: int
    free_either: int
    fixed: int
    lost: int


def exists(problem: Problem, a: Person, b: Person) -> bool:
    """Whether any split keeps every bound; equal to `plans` being not empty."""
    if (problem.both & ~a.can) or (problem.both & ~b.can):
        return False
    kinds = _kinds(problem, a, b)
    spare = problem.required.bit_count() - problem.cover_min - kinds.lost
    if spare < 0 or not _could(problem, a, b):
        return False
    return any(_fits(problem, a, b, kinds, dropped) for dropped in _drops(kinds, spare))


def _could(problem: Problem, a: Person, b: Person) -> bool:
    return (
        a.least <= a.most
        and b.least <= b.most
        and problem.total[0] <= problem.total[1]
        and problem.together[0] <= problem.together[1]
    )


def _kinds(problem: Problem, a: Person, b: Person) -> _Kinds:
    required, both = problem.required & ~problem.both, problem.both
    rest = problem.everything & ~problem.required & ~both
    one, two = a.can & ~b.can, b.can & ~a.can
    common = a.can & b.can
    return _Kinds(
        only_a=(required & one).bit_count(),
        only_b=(required & two).bit_count(),
        either=(required & common).bit_count(),
        free_a=(rest & one).bit_count(),
        free_b=(rest & two).bit_count(),
        free_either=(rest & common).bit_count(),
        fixed=both.bit_count(),
        lost=(required & ~a.can & ~b.can).bit_count(),
    )


def _drops(kinds: _Kinds, spare: int) -> Iterator[tuple[int, int, int]]:
    """Required half-days left uncovered, by kind: none first."""
    for from_a in range(min(spare, kinds.only_a) + 1):
        for from_b in range(min(spare - from_a, kinds.only_b) + 1):
            for from_either in range(min(spare - from_a - from_b, kinds.either) + 1):
                yield from_a, from_b, from_either


def _fits(
    problem: Problem, a: Person, b: Person, kinds: _Kinds, dropped: tuple[int, int, int]
) -> bool:
    in_a, in_b = kinds.only_a - dropped[0] + kinds.fixed, kinds.only_b - dropped[1] + kinds.fixed
    either = kinds.either - dropped[2]
    low, high = (bound - kinds.fixed for bound in problem.together)
    for shared in range(either + 1):
        for extra in range(max(0, low - shared), min(kinds.free_either, high - shared) + 1):
            one, two, left = in_a + shared + extra, in_b + shared + extra, either - shared
            if _hours_fit(problem, a, b, kinds, (one, two, left), kinds.free_either - extra):
                return True
    return False


def _hours_fit(
    problem: Problem,
    a: Person,
    b: Person,
    kinds: _Kinds,
    sure: tuple[int, int, int],
    free: int,
) -> bool:
    """`sure`: half-days of A, of B, and those that one of them takes. Each half-day adds to one,
    to the other or to neither, so every pair of numbers between these bounds can be reached."""
    one, two, left = sure
    low_a, high_a = max(a.least, one), min(a.most, one + left + kinds.free_a + free)
    low_b, high_b = max(b.least, two), min(b.most, two + left + kinds.free_b + free)
    if low_a > high_a or low_b > high_b:
        return False
    floor = max(one + two + left, low_a + low_b, problem.total[0])
    most = one + two + left + kinds.free_a + kinds.free_b + free
    return floor <= min(most, high_a + high_b, problem.total[1])
