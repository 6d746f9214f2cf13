"""The week while one of the two is away (domain.md N13): what stays covered, what must be swapped.

Pure. Half-days are those of the plan's cycle unless a name says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

from jobboard.planning.split_plan import Names, SplitPlan
from jobboard.planning.week import Week
from jobboard.planning.wording import half_days, over_the_cycle

FORTNIGHT_WEEKS = 2


@dataclass(frozen=True, slots=True)
class Away:
    """`text` is the plan to draw without one of them; `open` the needed half-days left uncovered.
    `in_a_fortnight` how many of them two weeks have."""

    away: str
    stays: str
    text: str
    open: Week
    needed: int
    in_a_fortnight: int

    @property
    def sentence(self) -> str:
        """`Helen covers 5 of 10 half-days. 10 more in a fortnight would have to be swapped in.`"""
        cycle = over_the_cycle(self.open.shape.weeks)
        covered = self.needed - self.open.count
        if not self.open:
            return f"{self.stays} covers every half-day the role needs, as in any week."
        return (
            f"{self.stays} covers {covered} of {half_days(self.needed)}{cycle}. Open:"
            f" {self.open.spans()}. In a fortnight that is {half_days(self.in_a_fortnight)}."
        )


def without(plan: SplitPlan, away: int) -> SplitPlan:
    """The same week without A (0) or without B (1)."""
    nobody = Week(0, plan.shape)
    return SplitPlan(nobody, plan.second) if away == 0 else SplitPlan(plan.first, nobody)


def short_in_a_fortnight(plan: SplitPlan, needed: Week, away: int) -> int:
    """Needed half-days of two weeks that nobody covers while A (0) or B (1) is away. A half-day
    that asks for both needs one of them for that time."""
    count = (needed - without(plan, away).covered).count
    return count * FORTNIGHT_WEEKS // plan.shape.weeks


def away_words(plan: SplitPlan, needed: Week, names: Names) -> tuple[Away, Away]:
    """The week with A away, then with B away."""
    first, second = (_away(plan, needed, names, at) for at in (0, 1))
    return first, second


def _away(plan: SplitPlan, needed: Week, names: Names, at: int) -> Away:
    left = without(plan, at)
    return Away(
        away=names[at],
        stays=names[1 - at],
        text=left.to_text(needed),
        open=needed - left.covered,
        needed=needed.count,
        in_a_fortnight=short_in_a_fortnight(plan, needed, at),
    )
