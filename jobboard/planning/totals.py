"""Everything a page shows of a split plan beside a role, counted once and put in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jobboard.planning.coverage import Need
from jobboard.planning.split_plan import Names, SplitPlan, changeovers, gaps, passes
from jobboard.planning.week import HalfDay, Week
from jobboard.planning.wording import days_phrase, days_text, fte_text, half_days


@dataclass(frozen=True, slots=True)
class PersonTotals:
    """One partner's part. `half_days` of the cycle, `days` a week, `fte` with 1.0 = full time;
    the `_text` forms are for the page (`2.5`, `0.6`) and `spans` says when, or `no days`."""

    name: str
    half_days: int
    days: Decimal
    days_text: str
    fte: Decimal
    fte_text: str
    spans: str


@dataclass(frozen=True, slots=True)
class Totals:
    """The plan on the role's grid, in numbers.

    Half-days of the cycle: `half_days` (both added up), `funded`, `over` (beyond what is funded,
    0 if within), `overlap`, `together_least` (what the role asks for), `needed`, `covered` (of the
    needed), `spread` (between the two). `changeovers` and `passes` count once round the cycle: see
    `split_plan`. `text` is the plan to draw, `description` its text equivalent, `sentence` the one
    for a status line.
    """

    first: PersonTotals
    second: PersonTotals
    half_days: int
    fte: Decimal
    fte_text: str
    funded: int
    funded_text: str
    over: int
    overlap: int
    overlap_spans: str
    together_least: int
    needed: int
    covered: int
    gaps: tuple[HalfDay, ...]
    gap_spans: str
    changeovers: int
    passes: int
    spread: int
    spread_text: str
    text: str
    description: str
    sentence: str

    @property
    def gap_count(self) -> int:
        return len(self.gaps)


def totals(plan: SplitPlan, need: Need, names: Names = ("Nadia", "Helen")) -> Totals:
    """The numbers of a plan; one on another grid is redrawn on the role's first, as in `check`."""
    plan = plan.on(need.shape)
    weeks, needed = need.shape.weeks, need.coverage.needed
    missing = gaps(plan, needed)
    first = _person(names[0], plan.first)
    second = _person(names[1], plan.second)
    return Totals(
        first=first,
        second=second,
        half_days=plan.total,
        fte=Decimal(fte_text(plan.total, weeks)),
        fte_text=fte_text(plan.total, weeks),
        funded=need.funded,
        funded_text=need.funded_text,
        over=max(0, plan.total - need.funded),
        overlap=plan.overlap.count,
        overlap_spans=plan.overlap.spans(),
        together_least=need.together,
        needed=needed.count,
        covered=needed.count - len(missing),
        gaps=tuple(missing),
        gap_spans=Week.of(missing, plan.shape).spans(),
        changeovers=len(changeovers(plan)),
        passes=len(passes(plan)),
        spread=plan.spread,
        spread_text=fte_text(plan.spread, weeks),
        text=plan.to_text(needed),
        description=plan.describe(names, needed),
        sentence=_sentence(plan, names, len(missing)),
    )


def _person(name: str, week: Week) -> PersonTotals:
    days = days_text(week.count, week.shape.weeks)
    fte = fte_text(week.count, week.shape.weeks)
    return PersonTotals(
        name=name,
        half_days=week.count,
        days=Decimal(days),
        days_text=days,
        fte=Decimal(fte),
        fte_text=fte,
        spans=week.spans() or "no days",
    )


def _sentence(plan: SplitPlan, names: Names, missing: int) -> str:
    weeks = plan.shape.weeks
    first = f"{names[0]} {days_phrase(plan.first.count, weeks)}"
    second = f"{names[1]} {days_phrase(plan.second.count, weeks)}"
    return (
        f"{first}, {second}, {fte_text(plan.total, weeks)} FTE. "
        f"{half_days(plan.overlap.count)} together, {missing} uncovered."
    )
