"""Weeks of seven days and cycles of two, on every page, paper and letter that shows the week."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import pytest

from jobboard.applications.domain import SectionKind
from jobboard.roles.models import Role
from tests.factories.applications import fill_in, start_application, write
from tests.factories.hiring import make_candidacy, owner_of
from tests.factories.pairs import make_profile
from tests.factories.world import make_role
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]
CYCLE = "nnnnnnnnnn/nnnnn2nnnn"
ALTERNATE = "aaaaxbbbbb/aaaaaxbbbb"
SEVEN = "7:nnnnnnnnnnnn--"
SEVEN_PLAN = "7:aaaaaaxbbbbb.."


def words(answer: Any) -> str:
    assert answer.status_code == 200
    return html.unescape(answer.get_data(as_text=True))


def desk(coverage: str, plan: str) -> Desk:
    role = long_role(coverage)
    application = start_application(role)
    fill_in(application, plan=plan)
    return Desk(application)


def long_role(coverage: str) -> Role:
    return make_role(coverage=coverage, funded_tenths=14)


@pytest.mark.parametrize(("coverage", "plan"), [(CYCLE, ALTERNATE), (SEVEN, SEVEN_PLAN)])
def test_the_editor_draws_ticks_and_saves_the_longer_week(
    coverage: str, plan: str, browser: Browser
) -> None:
    found = desk(coverage, plan)
    client = browser(found.nadia)
    page = words(client.get(found.at()))
    last = len(coverage.replace("7:", "").replace("/", "")) - 1
    assert f'name="week-a" value="{last}"' in page.replace(' id="week-a"', "")
    ticks = {"week-a": ["0", "1", str(last)], "week-b": [str(last)], "when_it_changes": ""}
    number = found.again().section(SectionKind.SPLIT_PLAN).number
    answer = client.post(found.at("/sections/split_plan"), data={"base": str(number), **ticks})
    assert answer.status_code == 302
    saved = found.again().content(SectionKind.SPLIT_PLAN)["plan"]
    assert saved.endswith("x")
    assert len(saved) == len(coverage)


@pytest.mark.parametrize(("coverage", "plan"), [(CYCLE, ALTERNATE), (SEVEN, SEVEN_PLAN)])
def test_the_panel_view_and_its_paper_show_every_week(
    coverage: str, plan: str, browser: Browser
) -> None:
    found = desk(coverage, plan)
    client = browser(found.helen)
    page = words(client.get(found.at("/panel-view")))
    assert ("week 2" in page.lower() or "week two" in page.lower()) == ("/" in coverage)
    assert ("Saturday" in page) == (coverage == SEVEN)
    paper = client.get(found.at("/panel-view.pdf"))
    assert paper.status_code == 200
    assert paper.data.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("coverage", "weeks"),
    [
        (CYCLE, ("ppppcc----/pppp------", "----cccccc")),
        (SEVEN, ("7:ppppcc----pp--", "7:----ccpppp----")),
    ],
)
def test_a_split_is_suggested_for_the_longer_week(
    coverage: str, weeks: tuple[str, str], browser: Browser
) -> None:
    found = Desk(start_application(long_role(coverage)))
    for person, week in zip((found.nadia, found.helen), weeks, strict=True):
        make_profile(person, availability=week)
    page = words(browser(found.nadia).post(
        found.at("/sections/split_plan"), data={"base": "0", "suggest": "1"}
    ))  # fmt: skip
    assert "Suggested splits" in page
    assert "Use this split" in page or "This is why" in page


def test_the_role_and_the_employer_see_both_weeks(browser: Browser) -> None:
    role = long_role("nnnnnnnnnn/nnnnnnnnnn")
    assert "Week two" in words(browser().get(f"/roles/{role.id}"))
    candidacy = make_candidacy(role)
    page = words(browser(owner_of(role)).get(f"/hiring/candidacies/{candidacy.id}"))
    assert "Week two" in page


def test_a_plan_of_two_weeks_is_paid_by_the_cycle(browser: Browser) -> None:
    found = desk(CYCLE, ALTERNATE)
    write(found.application, found.nadia, SectionKind.SPLIT_PLAN,
          {"plan": ALTERNATE, "when_it_changes": ""})  # fmt: skip
    page = words(browser(found.nadia).get(found.at()))
    assert "0.55 FTE" in page
    assert "Bank holidays are averaged over your two weeks." in page


def test_the_home_page_and_the_advert_count_a_fortnight_as_a_fortnight(browser: Browser) -> None:
    found = desk(CYCLE, ALTERNATE)
    assert "1.1 of 1.4 FTE<" in words(browser(found.nadia).get("/"))
    assert "1 half-day in two weeks" in words(browser().get(f"/roles/{found.application.role_id}"))
