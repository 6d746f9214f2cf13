"""Pay and leave of a split beside the plan: figures, formulae, years nobody has announced."""

from __future__ import annotations

import html
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine

from jobboard.applications.domain import SectionKind
from jobboard.applications.worth import worth_of
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.planning.bank_holidays import known_years
from jobboard.roles.domain import SalaryPeriod
from tests.factories.applications import CONTINUITY, fill_in, write
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]


def words(answer: Any) -> str:
    return html.unescape(answer.get_data(as_text=True))


@pytest.fixture
def page(ready: Desk, browser: Browser) -> Callable[[], str]:
    return lambda: words(browser(ready.nadia).get(ready.at()))


def test_each_reads_what_the_split_means_for_both(ready: Desk, page: Callable[[], str]) -> None:
    role = ready.application.role
    role.salary_min = role.salary_max = 80_000
    session().commit()
    shown = page()
    assert "Illustrative, for the split as it was last saved" in shown
    assert "£48,000, 0.6 FTE" in shown
    assert "£40,000, 0.5 FTE" in shown
    assert "£88,000, 1.1 FTE" in shown
    assert "(1.1 − 1) × £80,000 = £8,000" in shown


def test_the_leave_of_the_year_they_start_names_the_trap(page: Callable[[], str]) -> None:
    shown = page()
    assert f"Leave in {CONTINUITY['earliest_start'][:4]}" in shown
    assert "England and Wales:" in shown
    assert "Scotland:" in shown
    assert "Northern Ireland:" in shown
    assert "Without one pot Nadia would be better off by" in shown
    assert "5.6 weeks × 3 days a week = 16.8 days" in shown


def starts_in(ready: Desk, year: int) -> None:
    section = ready.application.section(SectionKind.CONTINUITY)
    section.content = {**CONTINUITY, "earliest_start": f"{year}-02-01"}
    session().commit()


@pytest.mark.parametrize(("ahead", "is_said"), [(1, False), (2, True)])
def test_a_year_too_far_ahead_to_be_announced_is_said_to_follow_rules(
    ready: Desk, page: Callable[[], str], ahead: int, is_said: bool
) -> None:
    year = now().year + ahead
    starts_in(ready, year)
    shown = page()
    assert f"Leave in {year}" in shown
    assert ("is too far ahead for its bank holidays" in shown) == is_said
    assert "How leave is worked out" in shown


def test_a_year_without_a_rule_is_said_and_not_guessed(ready: Desk) -> None:
    content = {**CONTINUITY, "earliest_start": ""}
    write(ready.application, ready.nadia, SectionKind.CONTINUITY, content)
    plan = str(ready.application.content(SectionKind.SPLIT_PLAN)["plan"])
    last = known_years()[-1]
    for year, is_known in ((last, True), (last + 1, False)):
        found = worth_of(ready.again(), plan, date(year - 1, 5, 1), ("Nadia", "Helen"))
        assert found is not None
        assert (found.year, bool(found.lines), found.last_known_year) == (year, is_known, last)


def test_a_role_that_pays_by_the_day_shows_leave_only(ready: Desk, page: Callable[[], str]) -> None:
    ready.application.role.salary_period = SalaryPeriod.DAY
    session().commit()
    shown = page()
    assert "The role states no yearly salary" in shown
    assert f"Leave in {CONTINUITY['earliest_start'][:4]}" in shown


def test_an_empty_week_says_nothing_of_money(draft: Desk, browser: Browser) -> None:
    assert "in pay and leave" not in words(browser(draft.nadia).get(draft.at()))


def test_a_rearranged_plan_is_worth_something_else_before_it_is_saved(
    draft: Desk, browser: Browser
) -> None:
    fill_in(draft.application)
    answer = browser(draft.nadia).post(
        draft.at("/sections/split_plan"), data={"base": "1", "preset": "aaaaaabbbb"}
    )
    assert "1.0 FTE" in words(answer)
    assert "Beyond one salary" in words(answer)


def test_without_a_start_it_is_the_next_whole_year(ready: Desk, browser: Browser) -> None:
    ready.application.section(SectionKind.CONTINUITY).content = {}
    session().commit()
    with time_machine.travel("2026-03-01", tick=False):
        assert "Leave in 2027" in words(browser(ready.nadia).get(ready.at()))
