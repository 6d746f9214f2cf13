from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.planning.money import ON_COST, SalaryError, Span, fte_of, pay, salary
from jobboard.planning.split_plan import SplitPlan
from tests.unit.planning.strategies import plans

amounts = st.decimals(0, 500_000, places=2)
PENNY = Decimal("0.01")


def span(amount: int) -> Span:
    return Span(Decimal(amount), Decimal(amount))


def test_three_days_each_cost_a_fifth_more_than_one_post() -> None:
    """The example of domain.md §3.2: £80,000 for three days each, meeting on the Wednesday."""
    found = pay(SplitPlan.from_text("aaaaxxbbbb"), span(80_000))
    assert [share.pay.low for share in found.shares] == [48_000, 48_000]
    assert found.fte == Decimal("1.2")
    assert (found.cost.low, found.premium.low) == (96_000, 16_000)
    assert found.employers_premium.low == 16_000 * ON_COST


def test_a_range_stays_a_range() -> None:
    found = pay(SplitPlan.from_text("aaaaabbbbb"), Span(Decimal(80_000), Decimal(90_000)))
    assert found.first.pay == Span(Decimal(40_000), Decimal(45_000))
    assert not found.first.pay.is_one
    assert found.premium == span(0)


def test_less_than_one_post_costs_less() -> None:
    found = pay(SplitPlan.from_text("aaaabbbb.."), span(50_000))
    assert found.premium.low == -10_000
    assert found.premium.size.low == 10_000


def test_two_weeks_pay_by_the_cycle() -> None:
    found = pay(SplitPlan.from_text("aaaaabbbbb/aaaaaabbbb"), span(40_000))
    assert found.first.fte == Decimal("0.55")
    assert found.first.pay.low == 22_000


def test_a_salary_with_one_end_is_that_amount() -> None:
    assert salary(Decimal(5), None) == salary(None, Decimal(5)) == span(5)
    assert salary(None, None) is None


@pytest.mark.parametrize(("low", "high"), [(5, 4), (-1, 4)])
def test_a_salary_the_wrong_way_round_is_refused(low: int, high: int) -> None:
    with pytest.raises(SalaryError, match="Change one of the two"):
        salary(Decimal(low), Decimal(high))


@given(plans, amounts, amounts)
def test_what_both_are_paid_is_one_salary_and_the_premium(
    plan: SplitPlan, one: Decimal, other: Decimal
) -> None:
    full = Span(min(one, other), max(one, other))
    found = pay(plan, full)
    assert found.cost == full.plus(found.premium)
    assert found.cost == found.first.pay.plus(found.second.pay)
    assert found.fte * 10 * plan.shape.weeks == plan.total
    assert found.first.pay.low <= found.first.pay.high


@given(plans, amounts)
def test_who_is_first_changes_nothing_but_the_order(plan: SplitPlan, amount: Decimal) -> None:
    full = Span(amount, amount)
    one, other = pay(plan, full), pay(SplitPlan(plan.second, plan.first), full)
    assert one.shares == other.shares[::-1]
    assert (one.cost, one.premium) == (other.cost, other.premium)


@given(st.integers(0, 14), st.integers(0, 14), amounts)
def test_rounding_for_the_page_is_off_by_a_penny_at_most(a: int, b: int, amount: Decimal) -> None:
    parts = [(amount * fte_of(count, 1)).quantize(PENNY, ROUND_HALF_UP) for count in (a, b)]
    whole = (amount * fte_of(a + b, 1)).quantize(PENNY, ROUND_HALF_UP)
    assert abs(sum(parts) - whole) <= PENNY


@given(st.integers(0, 27), st.integers(0, 27), st.sampled_from([1, 2]))
def test_more_half_days_are_more_of_a_post(one: int, other: int, weeks: int) -> None:
    assert (one < other) == (fte_of(one, weeks) < fte_of(other, weeks))
