"""All splits of one week that keep every bound, scored, and the best of them (matching.md §4).

Subsets of each person's half-days are crossed in one go; what survives is scored with integers
only, so the same question has the same answer everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobboard.planning.planner import flow
from jobboard.planning.planner.problem import Person, Plan, Problem

Ints = NDArray[np.int32]
Rows = NDArray[np.intp]
MOST_PAIRS = 4_000_000
"""More combinations than this are planned in whole days only; 4 ** 7 are left of a full week."""
APART = 2
"""Half-days by which the plans that are offered differ from each other at least."""
ONE = 10_000


@dataclass(frozen=True, slots=True)
class Found:
    """Survivors as columns; `quality` is the part of the score that no hours enter:
    30 × liked + 12 × flow + 8 × whole days + 10 × fairness, in 1/10000."""

    first: Ints
    second: Ints
    hours_first: Ints
    hours_second: Ints
    overlap: Ints
    switches: Ints
    warm: Ints
    halves: Ints
    liked_first: Ints
    liked_second: Ints
    quality: Ints
    whole_days_only: bool = False

    def __len__(self) -> int:
        return len(self.first)


def subsets(person: Person, must: int, size: int, whole_days: bool) -> Ints:
    """Masks inside `can` that hold `must` and have an allowed count, ascending."""
    if must & ~person.can:
        return np.empty(0, dtype=np.int32)
    free = [
        3 << 2 * day if whole_days else 1 << slot
        for day in range(size // 2)
        for slot in ((2 * day,) if whole_days else (2 * day, 2 * day + 1))
        if _takes(person.can & ~must, day, slot, whole_days)
    ]
    found = np.array([must], dtype=np.int32)
    for bit in free:
        found = np.concatenate([found, found | bit])
    counts = np.bitwise_count(found)
    return np.sort(found[(counts >= person.least) & (counts <= person.most)])


def _takes(can: int, day: int, slot: int, whole_days: bool) -> bool:
    return can >> 2 * day & 3 == 3 if whole_days else bool(can >> slot & 1)


def survivors(problem: Problem, a: Person, b: Person) -> Found:
    """Every split of one week that keeps the bounds (`problem.weeks` is 1)."""
    for whole_days in (False, True):
        first, second = _sides(problem, a, b, whole_days)
        if len(first) * len(second) <= MOST_PAIRS:
            break
    left, right = _crossed(problem, first, second)
    return scored(problem, a, b, first[left], second[right], whole_days)


def _sides(problem: Problem, a: Person, b: Person, whole_days: bool) -> tuple[Ints, Ints]:
    """A half-day that only one of them can take is theirs, where no gap is tolerated."""
    exact = problem.cover_min == problem.required.bit_count()
    alone = problem.required if exact else 0
    return (
        subsets(a, problem.both | alone & ~b.can, problem.size, whole_days),
        subsets(b, problem.both | alone & ~a.can, problem.size, whole_days),
    )


def _crossed(problem: Problem, first: Ints, second: Ints) -> tuple[Rows, Rows]:
    """Row numbers of the pairs that cover enough, with hours and time together within bounds."""
    one, two = first.astype(np.uint16), second.astype(np.uint16)
    required = np.uint16(problem.required)
    if problem.cover_min == problem.required.bit_count():
        good = (one[:, None] | two[None, :]) & required == required
    else:
        covered = np.bitwise_count((one[:, None] | two[None, :]) & required)
        good = covered >= problem.cover_min
    left, right = np.divmod(np.flatnonzero(good), len(two))
    total = (np.bitwise_count(one)[left] + np.bitwise_count(two)[right]).astype(np.int16)
    shared = np.bitwise_count(one[left] & two[right])
    kept = (total >= problem.total[0]) & (total <= problem.total[1])
    kept &= (shared >= problem.together[0]) & (shared <= problem.together[1])
    return left[kept], right[kept]


def scored(
    problem: Problem, a: Person, b: Person, first: Ints, second: Ints, whole_days: bool
) -> Found:
    switches, warm = flow.of(first, second, problem.size)
    hours_first, hours_second = _count(first), _count(second)
    liked = _liked(first, a.prefer, hours_first), _liked(second, b.prefer, hours_second)
    halves = _half_days_only(first, problem.size) + _half_days_only(second, problem.size)
    days = _days(first, problem.size) + _days(second, problem.size)
    quality = (
        30 * ((liked[0] + liked[1]) // 2)
        + 12 * smoothness(switches, warm, problem.size)
        + 8 * (ONE - ONE * halves // np.maximum(days, 1))
        + 10 * (ONE - np.abs(liked[0] - liked[1]))
    )
    return Found(
        first, second, hours_first, hours_second, _count(first & second),
        switches, warm, halves, *liked, quality, whole_days,
    )  # fmt: skip


def smoothness(switches: Ints, warm: Ints, size: int) -> Ints:
    """`flow` of matching.md §4: few changes of hands, and those with time together."""
    few = np.maximum(0, ONE - ONE * np.maximum(0, switches - 2) // (size - 2))
    share = np.where(switches > 0, ONE * warm // np.maximum(switches, 1), ONE)
    found: Ints = (7 * few + 3 * share) // 10
    return found


def hours_fit(hours_first: Ints, hours_second: Ints, a: Person, b: Person) -> Ints:
    off = np.abs(hours_first - a.want) + np.abs(hours_second - b.want)
    found: Ints = np.maximum(0, ONE - ONE * off // max(1, a.want + b.want))
    return found


def overlap_fit(overlap: Ints, wish: int) -> Ints:
    found: Ints = np.maximum(0, ONE - ONE * np.abs(overlap - wish) // max(2, wish))
    return found


def totals(found: Found, problem: Problem, a: Person, b: Person) -> Ints:
    """The plan score of each survivor, 0 to 10000."""
    hours = hours_fit(found.hours_first, found.hours_second, a, b)
    overlap = overlap_fit(found.overlap, problem.wished(a, b))
    return (found.quality + 20 * hours + 20 * overlap) // 100


def ordered(found: Found, scores: Ints, most: int) -> Rows:
    """Row numbers of the best `most` and of all that tie with the last of them, in order: score,
    then fewer changes of hands, then the masks."""
    if len(scores) > most:
        last = np.partition(scores, len(scores) - most)[len(scores) - most]
        rows = np.nonzero(scores >= last)[0]
    else:
        rows = np.arange(len(scores))
    keys = (found.second[rows], found.first[rows], found.switches[rows], -scores[rows])
    return rows[np.lexsort(keys)]


def best_of_a_week(problem: Problem, a: Person, b: Person, count: int) -> list[Plan]:
    """At most `count` plans of a one-week problem, no two of them alike."""
    found = survivors(problem, a, b)
    scores = totals(found, problem, a, b)
    return apart(found, scores, problem, count)


def apart(found: Found, scores: Ints, problem: Problem, count: int) -> list[Plan]:
    looked = 64
    while True:
        chosen: list[Plan] = []
        for row in ordered(found, scores, looked):
            plan = plan_of(found, int(row), int(scores[row]), problem)
            if all(plan.differs(other) >= APART for other in chosen):
                chosen.append(plan)
            if len(chosen) == count:
                return chosen
        if looked >= len(scores):
            return chosen
        looked *= 8


def plan_of(found: Found, row: int, score: int, problem: Problem) -> Plan:
    first, second = int(found.first[row]), int(found.second[row])
    return Plan(
        first=first,
        second=second,
        score=score,
        switches=int(found.switches[row]),
        warm=int(found.warm[row]),
        gap=flow.gap(first & second, problem.size, 1),
        halves=int(found.halves[row]),
        liked=(int(found.liked_first[row]), int(found.liked_second[row])),
        covered=((first | second) & problem.required).bit_count(),
        required=problem.required.bit_count(),
        whole_days_only=found.whole_days_only,
    )


def _count(masks: Ints) -> Ints:
    return np.bitwise_count(masks).astype(np.int32)


def _liked(masks: Ints, prefer: int, hours: Ints) -> Ints:
    """Share of preferred half-days; somebody with none has nothing to dislike."""
    liked = ONE * _count(masks & prefer) // np.maximum(hours, 1)
    return np.where(hours > 0, liked, ONE)


def _mornings(size: int) -> int:
    return sum(1 << slot for slot in range(0, size, 2))


def _half_days_only(masks: Ints, size: int) -> Ints:
    """Days on which the person comes for one half only."""
    return _count((masks ^ masks >> 1) & _mornings(size))


def _days(masks: Ints, size: int) -> Ints:
    return _count((masks | masks >> 1) & _mornings(size))
