"""Suggest a split: asked in the editor, answered there, saving nothing."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import pytest

from jobboard.applications.domain import SectionKind
from jobboard.core.db import session
from tests.factories.pairs import make_profile
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]
ASKED = {"suggest": "1", "base": "0", "when_it_changes": "We swap with a week's notice."}


def asked(desk: Desk, browser: Browser, **more: Any) -> str:
    answer = browser(desk.nadia).post(desk.at("/sections/split_plan"), data={**ASKED, **more})
    assert answer.status_code == 200
    return html.unescape(answer.get_data(as_text=True))


def weeks(desk: Desk, first: str, second: str) -> None:
    make_profile(desk.nadia, availability=first)
    make_profile(desk.helen, availability=second)


def test_splits_that_join_both_weeks_are_offered_and_nothing_is_saved(
    draft: Desk, browser: Browser
) -> None:
    weeks(draft, "ppppcc----", "----ccpppp")
    page = asked(draft, browser, **{"week-a": ["0", "1"]})
    offered = page.partition("Suggested splits")[2]
    assert 'name="preset" value="aaaaaxbbbb"' in offered
    assert "Nadia 0.6 and Helen 0.5 FTE" in offered
    assert "1 half-day together" in offered
    assert "We swap with a week's notice." in page, "what was typed is still there"
    assert 'name="week-a" id="week-a" value="0" checked' in page
    session().expire_all()
    assert draft.application.section(SectionKind.SPLIT_PLAN).number == 0


def test_choosing_one_fills_the_grid_without_a_script(draft: Desk, browser: Browser) -> None:
    chosen = {"preset": "aaaaxxbbbb", "base": "0", "when_it_changes": "As above."}
    answer = browser(draft.nadia).post(draft.at("/sections/split_plan"), data=chosen)
    page = html.unescape(answer.get_data(as_text=True))
    assert page.count('type="checkbox" name="week-a"') == 10
    assert "What you see below is not saved yet." in page
    assert "Suggested splits" not in page


def test_where_none_works_the_page_says_why_and_what_would_mend_it(
    draft: Desk, browser: Browser
) -> None:
    weeks(draft, "ppppcc----", "----ccp-pp")
    page = asked(draft, browser)
    assert "Neither of you can do Thursday afternoon" in page
    assert "It works if Helen could do Thursday afternoon." in page


def test_who_has_said_nothing_of_their_week_is_asked_kindly(draft: Desk, browser: Browser) -> None:
    make_profile(draft.helen)
    assert "You have not said yet when you could work." in asked(draft, browser)


def test_the_editor_itself_asks_the_planner_nothing(draft: Desk, browser: Browser) -> None:
    weeks(draft, "ppppcc----", "----ccpppp")
    assert "Suggested splits" not in browser(draft.nadia).get(draft.at()).get_data(as_text=True)
