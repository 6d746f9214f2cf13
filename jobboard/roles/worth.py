"""What the hours above one post cost an employer, beside what they buy (domain.md N11). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jobboard.planning.money import ON_COST, SalaryError, Span, salary
from jobboard.planning.wording import fte_text, half_days, over_the_cycle
from jobboard.roles.content import Content


@dataclass(frozen=True, slots=True)
class Premium:
    """A year's money, exact; `extra` is FTE above one post, 0 to 0.4."""

    salary: Span
    extra: Decimal
    buys: str

    @property
    def costs(self) -> bool:
        return self.extra > 0

    @property
    def extra_text(self) -> str:
        return fte_text(int(self.extra * 10), 1)

    @property
    def amount(self) -> Span:
        return self.salary.times(self.extra)

    @property
    def employers(self) -> Span:
        """With what an employer pays on top of a salary."""
        return self.amount.times(ON_COST)

    @property
    def on_cost(self) -> Decimal:
        return ON_COST


def premium(content: Content) -> Premium | None:
    """None until the pay and the funding are said, and where the pay is in no order."""
    try:
        pay = salary(content.salary_min, content.salary_max)
    except SalaryError:
        return None
    if pay is None or content.funded_tenths is None:
        return None
    return Premium(pay, Decimal(content.funded_tenths - 10) / 10, _buys(content))


def _buys(content: Content) -> str:
    if content.min_overlap:
        weeks = 2 if "/" in (content.coverage or "") else 1
        return (
            f"It buys at least {half_days(content.min_overlap)} with both in"
            f"{over_the_cycle(weeks) or ' a week'}, two sets of experience, and somebody who knows"
            " the work while the other is on leave."
        )
    return (
        "It buys two sets of experience, and somebody who knows the work while the other is on"
        " leave. With no time together the work passes on in writing."
    )
