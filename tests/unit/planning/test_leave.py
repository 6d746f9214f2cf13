from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.planning.bank_holidays import Nation, bank_holidays, known_years
from jobboard.planning.leave import on_own_days, shown, statutory, years
from jobboard.planning.money import fte_of
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.week import Week
from tests.unit.planning.strategies import plans, shapes, weeks_on

KNOWN = st.integers(2015, 2060)
EARLY_LATE = SplitPlan.from_text("aaaaxxbbbb")


@pytest.mark.parametrize(
    ("nation", "count"),
    [
        (Nation.ENGLAND, 8),
        (Nation.WALES, 8),
        (Nation.SCOTLAND, 9),
        (Nation.NORTHERN_IRELAND, 10),
    ],
)
def test_each_nation_has_its_own_bank_holidays(nation: Nation, count: int) -> None:
    found = bank_holidays(nation, 2027)
    assert len(found) == count
    assert (date(2027, 11, 30) in found) == (nation is Nation.SCOTLAND)
    assert (date(2027, 7, 12) in found) == (nation is Nation.NORTHERN_IRELAND)


def test_a_holiday_on_a_weekend_counts_once_on_its_substitute_day() -> None:
    found = bank_holidays(Nation.ENGLAND, 2027)
    assert date(2027, 12, 25) not in found
    assert date(2027, 12, 27) in found
    assert date(2027, 12, 28) in found


def test_an_extra_day_for_a_coronation_counts() -> None:
    assert date(2023, 5, 8) in bank_holidays(Nation.WALES, 2023)


def test_a_year_that_has_no_rule_is_not_guessed() -> None:
    first, last = known_years()[0], known_years()[-1]
    assert years(EARLY_LATE, last) != ()
    for year in (first - 1, last + 1, 9999):
        assert bank_holidays(Nation.ENGLAND, year) == ()
        assert years(EARLY_LATE, year) == ()


@pytest.mark.parametrize("nation", list(Nation))
def test_no_year_that_is_known_is_empty(nation: Nation) -> None:
    assert set(range(2015, 2061)) <= set(known_years())
    assert all(6 <= len(bank_holidays(nation, year)) <= 12 for year in range(2015, 2061))


def test_three_days_a_week_have_16_point_8_days_by_law() -> None:
    assert statutory(6, 1) == Decimal("16.8")
    assert statutory(12, 2) == Decimal("16.8")
    assert statutory(10, 1) == 28
    assert statutory(12, 1) == 28


def test_mondays_make_the_trap() -> None:
    """England 2027: five of eight bank holidays are Mondays, one a Tuesday, two Fridays."""
    england = years(EARLY_LATE, 2027)[0]
    assert (england.bank_holidays, england.first.on_own_days, england.second.on_own_days) == (
        8,
        6,
        2,
    )
    assert england.first.pot == england.second.pot == Decimal("19.8")
    assert (england.first.by_luck, england.second.by_luck) == (21, 17)
    assert england.difference == 4
    assert (england.first.to_choose, england.second.to_choose) == (
        Decimal("13.8"),
        Decimal("17.8"),
    )


def test_half_a_day_of_work_loses_half_a_bank_holiday() -> None:
    assert on_own_days(Week.from_text("n---------"), (date(2027, 5, 3),)) == Decimal("0.5")


def test_alternate_weeks_lose_each_bank_holiday_by_half() -> None:
    week = Week.from_text("nn--------/----------")
    assert on_own_days(week, (date(2027, 5, 3),)) == Decimal("0.5")


@pytest.mark.parametrize(
    ("days", "words"),
    [("16.8", "16.8"), ("13.01", "13.1"), ("5.0", "5"), ("0", "0"), ("-0.3", "-0.3")],
)
def test_days_are_rounded_up_never_down(days: str, words: str) -> None:
    assert shown(Decimal(days)) == words


@given(plans, KNOWN)
def test_nobody_has_less_than_the_law_gives(plan: SplitPlan, year: int) -> None:
    for one in years(plan, year):
        for leave, week in ((one.first, plan.first), (one.second, plan.second)):
            assert leave.pot >= leave.statutory == statutory(week.count, plan.shape.weeks)
            assert leave.to_choose + leave.on_own_days == leave.pot
            assert Decimal(shown(leave.pot)) >= leave.pot


@given(plans, KNOWN)
def test_the_trap_is_the_same_from_the_other_side(plan: SplitPlan, year: int) -> None:
    other = years(SplitPlan(plan.second, plan.first), year)
    for one, back in zip(years(plan, year), other, strict=True):
        assert one.difference == -back.difference
        assert one.first == back.second


@given(shapes.flatmap(weeks_on), KNOWN)
def test_the_same_week_has_the_same_leave(week: Week, year: int) -> None:
    for one in years(SplitPlan(week, week), year):
        assert one.first == one.second
        assert one.difference == 0


@given(shapes.flatmap(weeks_on), st.sampled_from(list(Nation)), KNOWN)
def test_two_halves_of_a_week_share_its_bank_holidays(
    week: Week, nation: Nation, year: int
) -> None:
    off = bank_holidays(nation, year)
    rest = Week.full(week.shape) - week
    assert on_own_days(week, off) + on_own_days(rest, off) == len(off)


@given(plans)
def test_equal_shares_have_equal_pots_whatever_their_days(plan: SplitPlan) -> None:
    if plan.first.count == plan.second.count:
        for one in years(plan, 2027):
            assert one.first.pot == one.second.pot
            assert one.first.pot >= 33 * fte_of(plan.first.count, plan.shape.weeks)
