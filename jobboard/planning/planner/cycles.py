"""Two weeks that alternate: each week is planned with the code of one, and they join on hours.

Of each week the best few splits are kept for every (half-days of A, of B, together); two weeks
join where the sums keep the bounds of the cycle. A split exists here exactly if one exists at all.
Which of the joined plans are worth a close look is judged by their weeks; those are then measured
over the whole cycle, so that a change of hands from one week to the next counts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from jobboard.planning.planner import flow, search
from jobboard.planning.planner.problem import Person, Plan, Problem
from jobboard.planning.planner.search import Found, Ints, Rows

Bools = NDArray[np.bool_]
MEASURED = 4096
"""Joined plans that are measured over the whole cycle."""
KEPT = 3
"""Splits of one week kept for the same hours: as many different ones as a reader can weigh."""


@dataclass(frozen=True, slots=True)
class _Half:
    """The kept splits of one week."""

    found: Found
    rows: Rows


def best_of_two_weeks(problem: Problem, a: Person, b: Person, count: int) -> list[Plan]:
    """At most `count` plans of a two-week problem."""
    halves = [_half(problem, a, b, week) for week in (0, 1)]
    one, two = (half.rows for half in halves)
    if not len(one) or not len(two):
        return []
    left, right = np.repeat(one, len(two)), np.tile(two, len(one))
    joined = _joined(halves[0].found, halves[1].found, left, right, problem.size)
    kept = _within(joined, problem, a, b)
    joined = Found(
        **{
            name: getattr(joined, name)[kept]
            for name in Found.__dataclass_fields__
            if name != "whole_days_only"
        },
        whole_days_only=any(half.found.whole_days_only for half in halves),
    )
    promising = search.ordered(joined, search.totals(joined, problem, a, b), MEASURED)[:MEASURED]
    return _measured(problem, a, b, joined, promising, count)


def _measured(
    problem: Problem, a: Person, b: Person, joined: Found, rows: Rows, count: int
) -> list[Plan]:
    """The best of these rows by the formulae of one week, applied to the cycle as one long one."""
    long = replace(problem, weeks=1, days=2 * problem.days)
    masks = joined.first[rows], joined.second[rows]
    found = search.scored(long, a, b, *masks, whole_days=joined.whole_days_only)
    plans = search.apart(found, search.totals(found, long, a, b), long, count)
    return [_on_the_cycle(plan, problem) for plan in plans]


def _half(problem: Problem, a: Person, b: Person, week: int) -> _Half:
    """One week of it, with no bounds but the half-days themselves and the most of each person."""
    size = problem.size
    required, both = _cut(problem.required, week, size), _cut(problem.both, week, size)
    missing = problem.required.bit_count() - problem.cover_min
    part = replace(
        problem,
        required=required or (1 << size) - 1,
        both=both,
        cover_min=max(0, required.bit_count() - missing) if required else 0,
        total=(0, problem.total[1]),
        together=(0, problem.together[1]),
        weeks=1,
    )
    found = search.survivors(part, _in(a, week, size), _in(b, week, size))
    order = np.lexsort((found.second, found.first, found.switches, -found.quality))
    keys = (found.hours_first * 16 + found.hours_second) * 16 + found.overlap
    return _Half(found, _first_few(keys[order], order))


def _first_few(keys: Ints, order: Rows) -> Rows:
    """Of `order`, the first KEPT rows of each key."""
    by_key = np.argsort(keys, kind="stable")
    sorted_keys = keys[by_key]
    starts = np.searchsorted(sorted_keys, sorted_keys, side="left")
    return order[by_key[np.arange(len(keys)) - starts < KEPT]]


def _cut(mask: int, week: int, size: int) -> int:
    return mask >> week * size & (1 << size) - 1


def _in(person: Person, week: int, size: int) -> Person:
    return replace(
        person, can=_cut(person.can, week, size), prefer=_cut(person.prefer, week, size), least=0
    )


def _joined(one: Found, two: Found, left: Rows, right: Rows, size: int) -> Found:
    """Both weeks side by side; shares are means weighted by the half-days behind them."""

    def added(name: str) -> Ints:
        total: Ints = getattr(one, name)[left] + getattr(two, name)[right]
        return total

    hours = added("hours_first"), added("hours_second")
    liked = tuple(
        (getattr(one, f"liked_{who}")[left] * getattr(one, f"hours_{who}")[left]
         + getattr(two, f"liked_{who}")[right] * getattr(two, f"hours_{who}")[right])
        // np.maximum(sums, 1)
        for who, sums in zip(("first", "second"), hours, strict=True)
    )  # fmt: skip
    return Found(
        first=one.first[left] | two.first[right] << size,
        second=one.second[left] | two.second[right] << size,
        hours_first=hours[0],
        hours_second=hours[1],
        overlap=added("overlap"),
        switches=added("switches"),
        warm=added("warm"),
        halves=added("halves"),
        liked_first=liked[0],
        liked_second=liked[1],
        quality=added("quality") // 2,
    )


def _within(joined: Found, problem: Problem, a: Person, b: Person) -> Bools:
    total = joined.hours_first + joined.hours_second
    covered = np.bitwise_count((joined.first | joined.second) & problem.required)
    good: Bools = (joined.hours_first >= a.least) & (joined.hours_first <= a.most)
    good &= (joined.hours_second >= b.least) & (joined.hours_second <= b.most)
    good &= (total >= problem.total[0]) & (total <= problem.total[1])
    good &= (joined.overlap >= problem.together[0]) & (joined.overlap <= problem.together[1])
    good &= covered >= problem.cover_min
    return good


def _on_the_cycle(plan: Plan, problem: Problem) -> Plan:
    return replace(plan, gap=flow.gap(plan.first & plan.second, problem.size, 2))
