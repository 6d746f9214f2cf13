"""What a split means in pay, for each of the two and for the employer. Decimal, never a float.

Sources: domain.md §3.2 (pay, cost, premium) and N11 (on-cost). A year's money, before tax. Amounts
are exact; only showing one rounds it, half up, to pence.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jobboard.planning.split_plan import SplitPlan

ON_COST = Decimal("1.25")
"""What a salary costs its employer, as a factor: national insurance of 15% above the threshold,
a pension and the small things. Our assumption, said as one wherever it is used."""


class SalaryError(ValueError):
    """A salary nobody could be paid. The sentence is for whoever wrote the role."""


@dataclass(frozen=True, slots=True)
class Span:
    """An amount a year from `low` to `high`, in the currency of the role."""

    low: Decimal
    high: Decimal

    @property
    def is_one(self) -> bool:
        return self.low == self.high

    def times(self, factor: Decimal) -> Span:
        """Each end times the factor, which may be below 0: then the ends are both negative."""
        return Span(self.low * factor, self.high * factor)

    def plus(self, other: Span) -> Span:
        return Span(self.low + other.low, self.high + other.high)

    @property
    def size(self) -> Span:
        """Without the sign."""
        return Span(abs(self.low), abs(self.high))


@dataclass(frozen=True, slots=True)
class Share:
    """One person's part: FTE (1 = full time) and pay."""

    fte: Decimal
    pay: Span


@dataclass(frozen=True, slots=True)
class Pay:
    """`full_time` is the salary of the post, `cost` what both are paid, `premium` what that is
    beyond one full-time salary (below 0 where the two work less than one post)."""

    full_time: Span
    first: Share
    second: Share
    fte: Decimal
    cost: Span
    premium: Span

    @property
    def shares(self) -> tuple[Share, Share]:
        return self.first, self.second

    @property
    def extra(self) -> Decimal:
        """FTE beyond one post."""
        return self.fte - 1

    @property
    def on_cost(self) -> Decimal:
        return ON_COST

    @property
    def employers_premium(self) -> Span:
        """The premium with what an employer pays on top of a salary (N11)."""
        return self.premium.times(ON_COST)


def fte_of(half_days: int, weeks: int) -> Decimal:
    """Half-days in a cycle of so many weeks as FTE: 10 a week are 1."""
    return Decimal(half_days) / (10 * weeks)


def salary(low: Decimal | None, high: Decimal | None) -> Span | None:
    """A full-time salary as the role states it; one end alone stands for both."""
    if low is None and high is None:
        return None
    first, last = (low if low is not None else high), (high if high is not None else low)
    assert first is not None
    assert last is not None
    if not 0 <= first <= last:
        raise SalaryError("The lowest salary is more than the highest. Change one of the two.")
    return Span(first, last)


def pay(plan: SplitPlan, full_time: Span) -> Pay:
    """pay(p) = FTE(p) × full-time salary; cost = both; premium = (ΣFTE - 1) × salary."""
    weeks = plan.shape.weeks
    first, second = (
        Share(fte, full_time.times(fte))
        for fte in (fte_of(week.count, weeks) for week in (plan.first, plan.second))
    )
    together = first.fte + second.fte
    return Pay(
        full_time=full_time,
        first=first,
        second=second,
        fte=together,
        cost=first.pay.plus(second.pay),
        premium=full_time.times(together - 1),
    )
