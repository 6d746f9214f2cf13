"""The moments at which the work passes from one partner to the other, named for a handover. Pure.

A pass (`split_plan.passes`) is a changeover of the person who is on duty alone; time together in
between belongs to it, for that is when they hand over.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from jobboard.planning.grid import HalfDay
from jobboard.planning.split_plan import Names, SplitPlan, passes
from jobboard.planning.week import Week


@dataclass(frozen=True, slots=True)
class Passing:
    """`key` names it in a form and in what is stored; `words` on the page; `when` is what an
    entry written for it begins with."""

    key: str
    words: str
    when: str


@lru_cache(maxsize=256)
def passings(plan: SplitPlan, names: Names) -> tuple[Passing, ...]:
    """In the order of the cycle, from its first half-day."""
    found = sorted(passes(plan), key=lambda change: change.after)
    return tuple(_passing(plan, change.before, change.after, names) for change in found)


def _passing(plan: SplitPlan, before: HalfDay, after: HalfDay, names: Names) -> Passing:
    giver, taker = (names[0 if half_day in plan.first else 1] for half_day in (before, after))
    between = _together_between(plan, before, after)
    shape = plan.shape
    return Passing(
        key=after.key,
        words=f"{giver} to {taker}, {shape.name(before)} to {shape.name(after)}",
        when=(
            f"{between.spans()}, together"
            if between
            else f"{shape.name(before)}, before {taker} takes over"
        ),
    )


def _together_between(plan: SplitPlan, before: HalfDay, after: HalfDay) -> Week:
    """The half-days together that lie between, once round the cycle."""
    order = plan.shape.half_days()
    start, end = order.index(before), order.index(after)
    span = order[start + 1 : end] if start < end else order[start + 1 :] + order[:end]
    return plan.overlap & Week.of(span, plan.shape)
