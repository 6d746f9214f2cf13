"""A split plan judged against a role, in sentences the pair can act on.

Rules and their sources: domain.md §3.2 and §3.3 (SplitPlan), decisions.md 8. A *fail* keeps a pair
from signing, a *warn* only tells. A half-day the role does not need may be worked all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from jobboard.planning.coverage import Need
from jobboard.planning.split_plan import Names, SplitPlan, gaps, longest_run, restless_days
from jobboard.planning.week import Week
from jobboard.planning.wording import fte_text, half_days, listed, over_the_cycle

LEAST_TENTHS, MOST_TENTHS = 2, 9
"""FTE of one person outside which a plan is refused: 0.2 to 0.9, in tenths."""
USUAL_LEAST_TENTHS, USUAL_MOST_TENTHS = 4, 6
"""FTE of one person outside which we warn: 0.4 to 0.6, in tenths."""
MOST_DAYS_IN_A_ROW = 5


class CheckLevel(StrEnum):
    PASS = "pass"
    WARN = "warn"
    FAIL = "fail"


class CheckKind(StrEnum):
    """Which rule speaks; the order is that of the list on the page."""

    GRID = "grid"
    NOBODY = "nobody"
    COVERAGE = "coverage"
    BOTH = "both"
    OVERLAP = "overlap"
    FUNDED = "funded"
    PERSON = "person"
    BALANCE = "balance"
    CHANGEOVERS = "changeovers"
    RUN = "run"
    LOAD = "load"
    """Of the duties, not of the plan: `planning/load.py`."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the list under a split plan; `sentence` is plain text, never markup."""

    kind: CheckKind
    level: CheckLevel
    sentence: str

    @property
    def is_fail(self) -> bool:
        return self.level is CheckLevel.FAIL


def check(plan: SplitPlan, need: Need, names: Names = ("Nadia", "Helen")) -> list[Check]:
    """Every rule that has something to say about this plan, in a fixed order.

    `names` are the first names of A and B. A plan on another grid than the role's fails, and the
    rest is said of the same plan redrawn on the role's grid.
    """
    fitted = plan.on(need.shape)
    rules = (
        _nobody(fitted, names),
        _coverage(fitted, need),
        _both(fitted, need, names),
        _overlap(fitted, need),
        _funded(fitted, need),
        _person(fitted, names),
        _balance(fitted, names),
        _changeovers(fitted),
        _run(fitted, names),
    )
    return [*_grid(plan, need), *(line for lines in rules for line in lines)]


def failures(checks: Iterable[Check]) -> list[Check]:
    """Those that keep the pair from signing."""
    return [line for line in checks if line.is_fail]


def _grid(plan: SplitPlan, need: Need) -> Iterator[Check]:
    if plan.shape == need.shape:
        return
    weeks = "two weeks" if need.shape.weeks == 2 else "one week"
    yield _fail(
        CheckKind.GRID,
        f"The role asks for {weeks} of {need.shape.days} days and your plan was drawn on another "
        "grid. We have carried over what fits: look at it and save it again.",
    )


def _nobody(plan: SplitPlan, names: Names) -> Iterator[Check]:
    idle = [name for name, week in _people(plan, names) if not week]
    if len(idle) == 2:
        yield _fail(CheckKind.NOBODY, "Neither of you has a half-day yet. Start with a few each.")
    elif idle:
        yield _fail(CheckKind.NOBODY, f"{idle[0]} has no half-day yet. A share needs you both.")


def _coverage(plan: SplitPlan, need: Need) -> Iterator[Check]:
    needed = need.coverage.needed
    missing = Week.of(gaps(plan, needed), plan.shape)
    if not missing:
        yield _pass(CheckKind.COVERAGE, "Every half-day the role needs is covered.")
        return
    everything = "all " if needed == Week.full(plan.shape) and needed.count > 1 else ""
    yield _fail(
        CheckKind.COVERAGE,
        f"Nobody is in on {missing.spans()}. The role asks for {everything}"
        f"{half_days(needed.count)}{over_the_cycle(plan.shape.weeks)}.",
    )


def _both(plan: SplitPlan, need: Need, names: Names) -> Iterator[Check]:
    both = need.coverage.both
    if not both:
        return
    if both.is_within(plan.overlap):
        yield _pass(CheckKind.BOTH, f"You are both in on {both.spans()}, as the role asks.")
        return
    absent = [(name, both - week) for name, week in _people(plan, names)]
    add = listed([f"{name} on {missing.spans()}" for name, missing in absent if missing])
    missing = both - plan.overlap
    yield _fail(CheckKind.BOTH, f"The role asks for you both on {missing.spans()}. Add {add}.")


def _overlap(plan: SplitPlan, need: Need) -> Iterator[Check]:
    count, least, cycle = plan.overlap.count, need.together, over_the_cycle(plan.shape.weeks)
    if count < least:
        yield _fail(
            CheckKind.OVERLAP,
            f"You need at least {half_days(least)} together{cycle}. Right now you have {count}.",
        )
    elif count == 0:
        yield _warn(
            CheckKind.OVERLAP,
            "You are never in together. The role allows it, as long as every changeover has a "
            "handover in writing or by voice.",
        )
    else:
        asked = f"at least {least}" if least else "none"
        yield _pass(
            CheckKind.OVERLAP,
            f"You are in together for {half_days(count)}{cycle}. The role asks for {asked}.",
        )


def _funded(plan: SplitPlan, need: Need) -> Iterator[Check]:
    total, over = fte_text(plan.total, plan.shape.weeks), plan.total - need.funded
    if over <= 0:
        sentence = f"Your total is {total} FTE, within the {need.funded_text} the role funds."
        yield _pass(CheckKind.FUNDED, sentence)
        return
    drop = half_days(over) + over_the_cycle(plan.shape.weeks)
    yield _fail(
        CheckKind.FUNDED,
        f"Your total is {total} FTE. The role funds {need.funded_text}, so drop {drop}.",
    )


def _person(plan: SplitPlan, names: Names) -> Iterator[Check]:
    weeks = plan.shape.weeks
    cycle = over_the_cycle(weeks)
    for name, week in _people(plan, names):
        has = f"{name} has {fte_text(week.count, weeks)} FTE"
        low, high = LEAST_TENTHS * weeks - week.count, week.count - MOST_TENTHS * weeks
        usual = range(USUAL_LEAST_TENTHS * weeks, USUAL_MOST_TENTHS * weeks + 1)
        if not week or week.count in usual:
            continue
        if low > 0:
            add = f"add {half_days(low)}{cycle}"
            yield _fail(CheckKind.PERSON, f"{has}. A share starts at 0.2, so {add} for {name}.")
        elif high > 0:
            take = f"take {half_days(high)}{cycle}"
            yield _fail(CheckKind.PERSON, f"{has}. A share ends at 0.9, so {take} from {name}.")
        else:
            yield _warn(CheckKind.PERSON, f"{has}. Most pairs have between 0.4 and 0.6 each.")


def _balance(plan: SplitPlan, names: Names) -> Iterator[Check]:
    if not plan.first or not plan.second:
        return
    most, weeks = max(plan.first.count, plan.second.count), plan.shape.weeks
    if 5 * most <= 3 * plan.total and plan.spread <= 2 * weeks:
        yield _pass(CheckKind.BALANCE, "Your split is no wider than 60 to 40.")
        return
    has = [f"{name} has {fte_text(week.count, weeks)}" for name, week in _people(plan, names)]
    yield _warn(
        CheckKind.BALANCE,
        f"{listed(has)} FTE. More than 60 to 40, or 0.2 FTE apart, the work tends to drift to "
        "whoever is in more.",
    )


def _changeovers(plan: SplitPlan) -> Iterator[Check]:
    days = restless_days(plan)
    if days:
        yield _warn(
            CheckKind.CHANGEOVERS,
            f"The work changes hands more than once a day on {days.spans()}. Longer stretches "
            "need fewer handovers.",
        )


def _run(plan: SplitPlan, names: Names) -> Iterator[Check]:
    for name, week in _people(plan, names):
        days = longest_run(week)
        if days == 7 * plan.shape.weeks:
            yield _warn(CheckKind.RUN, f"{name} has no day off at all.")
        elif days > MOST_DAYS_IN_A_ROW:
            yield _warn(CheckKind.RUN, f"{name} works {days} days in a row without a day off.")


def _people(plan: SplitPlan, names: Names) -> tuple[tuple[str, Week], tuple[str, Week]]:
    return (names[0], plan.first), (names[1], plan.second)


def _pass(kind: CheckKind, sentence: str) -> Check:
    return Check(kind, CheckLevel.PASS, sentence)


def _warn(kind: CheckKind, sentence: str) -> Check:
    return Check(kind, CheckLevel.WARN, sentence)


def _fail(kind: CheckKind, sentence: str) -> Check:
    return Check(kind, CheckLevel.FAIL, sentence)
