"""Can any pair fill this week for this money? The sum, the verdict and what would mend it.

Rule (decisions.md 8, domain.md §3.2): half-days to cover, plus the time together, must fit into
what is funded; half-days marked for both count towards the time together. A role asks for at
least five half-days in each week (domain.md §3.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from jobboard.planning.coverage import FEWEST_A_WEEK, FUNDED_TENTHS, Coverage, Need
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.week import HalfDay, Week
from jobboard.planning.wording import days_text, fte_text, half_days, over_the_cycle


class FixKind(StrEnum):
    FUND = "fund"
    COVER = "cover"
    BOTH = "both"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True)
class Fix:
    """One change that alone makes the week work: words for a button, and the three values as they
    would then be stored."""

    kind: FixKind
    sentence: str
    coverage_text: str
    min_overlap: int
    funded_tenths: int


@dataclass(frozen=True, slots=True)
class Feasibility:
    """The sum under the week. Half-days of the cycle: `needed` + `together` = `work` of `funded`;
    `spare` is negative where it does not fit. `arithmetic` words the sum, `sentence` the verdict,
    `notes` add what else is true, `error` is for the error summary (empty where it fits)."""

    needed: int
    together: int
    work: int
    funded: int
    spare: int
    funded_text: str
    is_feasible: bool
    arithmetic: str
    sentence: str
    error: str
    notes: tuple[str, ...]
    fixes: tuple[Fix, ...]


def feasibility(coverage_text: str, min_overlap: int, funded_tenths: int) -> Feasibility:
    """The sum for the three values as stored; `ValueError` with a sentence if one is not valid."""
    return feasibility_of(Need.from_text(coverage_text, min_overlap, funded_tenths))


def feasibility_of(need: Need) -> Feasibility:
    """The same for a need that has been read already."""
    spare, is_feasible = need.funded - need.work, _fits(need)
    return Feasibility(
        needed=need.coverage.needed.count,
        together=need.together,
        work=need.work,
        funded=need.funded,
        spare=spare,
        funded_text=need.funded_text,
        is_feasible=is_feasible,
        arithmetic=_arithmetic(need),
        sentence=_verdict(need),
        error="" if is_feasible else _error(need),
        notes=_notes(need) if is_feasible else (),
        fixes=() if is_feasible else tuple(_fixes(need)),
    )


def even_plan(need: Need) -> SplitPlan:
    """A plan for this need, as even as can be: A early in each week, B late, together where the
    role says so and else around the middle of the week. No check fails on it where the need
    is feasible."""
    overlap = need.coverage.both | _middle(need)
    first: list[HalfDay] = []
    for week in range(need.shape.weeks):
        alone = [half for half in need.coverage.needed - overlap if half.week == week]
        together = [half for half in overlap if half.week == week]
        before = sum(1 for half in alone if together and half < together[0])
        odd_one = before * 2 > len(alone) if together else week == 0
        first += alone[: (len(alone) + odd_one) // 2]
    early = Week.of(first, need.shape)
    return SplitPlan(early | overlap, need.coverage.needed - early)


def _middle(need: Need) -> Week:
    """The further half-days together, nearest to midweek and in both weeks by turns."""
    free = (need.coverage.needed - need.coverage.both).half_days()
    middle = need.shape.days * 2 - 1
    by_week = [
        sorted(
            (half for half in free if half.week == week),
            key=lambda half: (abs(half.day * 4 + half.half * 2 - middle), half),
        )
        for week in range(need.shape.weeks)
    ]
    turns = sorted((turn, half) for halves in by_week for turn, half in enumerate(halves))
    missing = need.together - need.coverage.both.count
    return Week.of([half for _, half in turns[:missing]], need.shape)


def _fits(need: Need) -> bool:
    return _asks_enough(need) and need.work <= need.funded


def _asks_enough(need: Need) -> bool:
    return min(need.coverage.needed.counts()) >= FEWEST_A_WEEK


def _arithmetic(need: Need) -> str:
    return (
        f"{need.coverage.needed.count} to cover + {need.together} together = "
        f"{half_days(need.work)} of work of {need.funded} you fund"
        f"{over_the_cycle(need.shape.weeks)}"
    )


def _verdict(need: Need) -> str:
    spare = need.funded - need.work
    if not _asks_enough(need):
        weekly = " in each week" if need.shape.weeks == 2 else ""
        return f"Ask for at least {half_days(FEWEST_A_WEEK)}{weekly}: it is hardly a post to share."
    if spare < 0:
        ways = "Change one of the things below and it works." if any(_fixes(need)) else _less(need)
        return f"{half_days(-spare)} too many: no pair could answer this role. {ways}"
    if spare:
        return f"Yes, with {half_days(spare)} to spare for the pair to place."
    return f"Yes, with nothing to spare.{_exactly(need)}"


def _less(need: Need) -> str:
    over = need.work - need.funded
    return f"Ask for {half_days(over)} less{over_the_cycle(need.shape.weeks)}."


def _exactly(need: Need) -> str:
    each, odd = divmod(need.work, 2)
    if odd:
        return ""
    return f" Two people on {days_text(each, need.shape.weeks)} days each fill it exactly."


def _error(need: Need) -> str:
    if not _asks_enough(need):
        return _verdict(need)
    asks = f"You ask for {half_days(need.work)} of work{over_the_cycle(need.shape.weeks)}"
    less = f"sk for {half_days(need.work - need.funded)} less."
    tenths = _tenths_for(need)
    ways = f"Fund {fte_text(tenths, 1)} FTE or a{less}" if tenths else f"A{less}"
    return f"{asks} and fund {need.funded}. {ways}"


def _notes(need: Need) -> tuple[str, ...]:
    both = need.coverage.both
    if not both:
        return ()
    verb = "counts" if both.count == 1 else "count"
    return (f"{both.spans()} {verb} towards the {half_days(need.together)} together.",)


def _fixes(need: Need) -> Iterator[Fix]:
    """Each way out changes one thing only, and is offered only if it is enough by itself."""
    over = need.work - need.funded
    if over <= 0:
        return
    for kind, sentence, mended in (*_fund(need), *_leave(need), *_one(need), *_apart(need)):
        if _fits(mended):
            text = mended.coverage.to_text()
            yield Fix(kind, sentence, text, mended.min_overlap, mended.funded_tenths)


_Way = tuple[FixKind, str, Need]


def _tenths_for(need: Need) -> int | None:
    """The least funding that pays for this week, in tenths; None where none we allow does."""
    return next((t for t in FUNDED_TENTHS if t * need.shape.weeks >= need.work), None)


def _fund(need: Need) -> Iterator[_Way]:
    if tenths := _tenths_for(need):
        sentence = f"Fund {fte_text(tenths, 1)} FTE"
        yield FixKind.FUND, sentence, replace(need, funded_tenths=tenths)


def _leave(need: Need) -> Iterator[_Way]:
    """Leave the last half-days open that nobody asked for both on."""
    over, needed, both = need.work - need.funded, need.coverage.needed, need.coverage.both
    single = (needed - both).half_days()
    if over > len(single):
        return
    dropped = Week.of(single[-over:], need.shape)
    coverage = Coverage(needed - dropped, both)
    yield FixKind.COVER, f"Leave {dropped.spans()} open", replace(need, coverage=coverage)


def _one(need: Need) -> Iterator[_Way]:
    """Ask for one instead of both, where that is what makes the time together so long."""
    over, both = need.work - need.funded, need.coverage.both
    if over > both.count:
        return
    single = Week.of(both.half_days()[-over:], need.shape)
    coverage = Coverage(need.coverage.needed, both - single)
    sentence = f"Ask for one person instead of both on {single.spans()}"
    yield FixKind.BOTH, sentence, replace(need, coverage=coverage)


def _apart(need: Need) -> Iterator[_Way]:
    """Ask for less time together."""
    left = need.min_overlap - (need.work - need.funded)
    if left < 0:
        return
    ask = "no time" if left == 0 else half_days(left)
    yield FixKind.OVERLAP, f"Ask for {ask} together", replace(need, min_overlap=left)
