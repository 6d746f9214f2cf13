"""The planner asked in our own terms: two availabilities and a role's need in, plans in words out.

A suggestion works only half-days that the role needs, within what it funds and with the time
together it asks for; nobody gets less than 0.2 or more than 0.9 FTE. So `checks.check` finds no
fail in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jobboard.planning import planner
from jobboard.planning.availability import Availability
from jobboard.planning.checks import LEAST_TENTHS, MOST_TENTHS
from jobboard.planning.coverage import Need
from jobboard.planning.grid import Shape
from jobboard.planning.planner import Bound, Change, Conflicts, Person, Plan, Problem
from jobboard.planning.split_plan import Names, SplitPlan
from jobboard.planning.week import Week
from jobboard.planning.wording import fte_text, half_days, listed, over_the_cycle


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One plan: `text` to store, `facts` in words, the best of them first on the page."""

    plan: SplitPlan
    text: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """`suggestions`, or where there are none why (`reasons`) and what would mend it: by one of
    the two (`ours`), or by the employer (`theirs`). `in_both_weeks`: somebody's weeks alternate
    and the role's do not, so that only what holds in both was counted on."""

    suggestions: tuple[Suggestion, ...]
    reasons: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    whole_days_only: bool = False
    in_both_weeks: bool = False


@lru_cache(maxsize=256)
def suggest(first: Availability, second: Availability, need: Need, names: Names) -> Answer:
    """At most five plans for A and B. Cached: it is asked again while a text is written."""
    problem, a, b = question(first, second, need)
    narrowed = max(first.shape.weeks, second.shape.weeks) > need.shape.weeks
    found = planner.plans(problem, a, b)
    if found:
        return Answer(
            tuple(_suggestion(plan, need, names) for plan in found),
            whole_days_only=any(plan.whole_days_only for plan in found),
            in_both_weeks=narrowed,
        )
    why = planner.conflicts(problem, a, b)
    return Answer(
        (),
        reasons=tuple(_reasons(why, problem, need, names)),
        ours=tuple(_ours(why, need, names)),
        theirs=tuple(_theirs(why, need)),
        in_both_weeks=narrowed,
    )


def question(
    first: Availability, second: Availability, need: Need
) -> tuple[Problem, Person, Person]:
    """What the planner is asked. Each wishes for half of the work; availability says no hours."""
    weeks = need.shape.weeks
    problem = Problem(
        required=need.coverage.needed.mask,
        both=need.coverage.both.mask,
        total=(0, need.funded),
        together=(need.together, max(need.coverage.needed.count, need.together)),
        wish=need.together,
        weeks=weeks,
        days=need.shape.days,
    )
    bounds = LEAST_TENTHS * weeks, MOST_TENTHS * weeks
    half = (need.work + 1) // 2
    people = (_person(one, need, bounds, half) for one in (first, second))
    return problem, *people  # type: ignore[return-value]


def _person(availability: Availability, need: Need, bounds: tuple[int, int], want: int) -> Person:
    needed = need.coverage.needed
    return Person(
        can=(availability.able.always_on(need.shape) & needed).mask,
        prefer=(availability.prefer.always_on(need.shape) & needed).mask,
        least=bounds[0],
        most=bounds[1],
        want=want,
    )


def _suggestion(plan: Plan, need: Need, names: Names) -> Suggestion:
    split = SplitPlan(Week(plan.first, need.shape), Week(plan.second, need.shape))
    return Suggestion(split, split.to_text(need.coverage.needed), tuple(_facts(plan, need, names)))


def _facts(plan: Plan, need: Need, names: Names) -> Iterator[str]:
    weeks = need.shape.weeks
    counts = plan.first.bit_count(), plan.second.bit_count()
    shares = [f"{name} {fte_text(count, weeks)}" for name, count in zip(names, counts, strict=True)]
    yield f"{listed(shares)} FTE"
    share = 100 * plan.covered // plan.required
    yield f"{share}% covered"
    cycle = over_the_cycle(weeks)
    yield f"{half_days(plan.overlap)} together{cycle}" if plan.overlap else "never in together"
    yield _handovers(plan) + (cycle if plan.switches else "")
    if plan.gap is not None:
        yield _longest(plan.gap)
    yield _wishes(plan, names)


def _handovers(plan: Plan) -> str:
    if not plan.switches:
        return "no changeovers"
    changes = "1 changeover" if plan.switches == 1 else f"{plan.switches} changeovers"
    if plan.warm == plan.switches:
        return f"{changes}, all face to face"
    return f"{changes}, {plan.warm} of them face to face"


def _longest(days: int) -> str:
    return "together every day" if days == 1 else f"at most {days} days between times together"


def _wishes(plan: Plan, names: Names) -> str:
    shares = [liked // 100 for liked in plan.liked]
    if shares[0] == shares[1]:
        return f"each has {shares[0]}% of their half-days as they would like"
    one, two = (f"{name} {share}%" for name, share in zip(names, shares, strict=True))
    return f"half-days as they would like: {one}, {two}"


def _reasons(why: Conflicts, problem: Problem, need: Need, names: Names) -> Iterator[str]:
    if why.nobody_can:
        nobody = Week(why.nobody_can, need.shape).spans()
        yield f"Neither of you can do {nobody}, and the role needs it covered."
    words = _words(problem, need, names)
    for kept in why.sets[:_MOST_REASONS]:
        if why.nobody_can and kept == _SAID_ALREADY:
            continue
        parts = [words[bound] for bound in Bound if bound in kept]
        yield f"This cannot all hold: {listed(parts)}."


_MOST_REASONS = 4
_SAID_ALREADY = frozenset({Bound.A_DAYS, Bound.B_DAYS, Bound.COVER})
"""That somebody is missing on the half-days that were just named."""


def _words(problem: Problem, need: Need, names: Names) -> dict[Bound, str]:
    weeks = need.shape.weeks
    a, b = names
    least, most = (fte_text(tenths, 1) for tenths in (LEAST_TENTHS, MOST_TENTHS))
    cycle = over_the_cycle(weeks)
    return {
        Bound.A_DAYS: f"the days {a} can do",
        Bound.B_DAYS: f"the days {b} can do",
        Bound.A_MAX: f"at most {most} FTE for {a}",
        Bound.B_MAX: f"at most {most} FTE for {b}",
        Bound.A_MIN: f"at least {least} FTE for {a}",
        Bound.B_MIN: f"at least {least} FTE for {b}",
        Bound.OVERLAP_MIN: f"at least {half_days(problem.together[0])} together{cycle}",
        Bound.TOTAL_MAX: f"the {need.funded_text} FTE that the role funds",
        Bound.COVER: "cover for every half-day the role needs",
        Bound.BOTH: f"both of you on {need.coverage.both.spans()}",
    }


def _ours(why: Conflicts, need: Need, names: Names) -> Iterator[str]:
    """`It works if Helen could do Thursday afternoon.`"""
    for name, bound in zip(names, (Bound.A_DAYS, Bound.B_DAYS), strict=True):
        for change in why.changes:
            if change.bound is bound:
                yield f"It works if {name} could do {_slot(need.shape, change.amount)}."


def _slot(shape: Shape, position: int) -> str:
    return shape.name(shape.half_days()[position])


def _theirs(why: Conflicts, need: Need) -> Iterator[str]:
    for change in why.changes:
        if words := _employers_change(change, need):
            yield words


def _employers_change(change: Change, need: Need) -> str:
    cycle = over_the_cycle(need.shape.weeks)
    if change.bound is Bound.TOTAL_MAX:
        funded = fte_text(need.funded + change.amount, need.shape.weeks)
        return f"It works if the employer funds {funded} FTE."
    if change.bound is Bound.OVERLAP_MIN:
        less = need.together - change.amount
        asked = half_days(less) if less else "no half-days"
        return f"It works if the employer asks for {asked} together{cycle}."
    return ""
