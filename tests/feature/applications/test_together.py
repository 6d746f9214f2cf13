"""Two at one text: saving by itself, who is where, what changed, an older text brought back."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from jobboard.applications.domain import SectionKind, Status
from jobboard.core.clock import now
from jobboard.core.db import session
from tests.factories.applications import sign, write
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]
K = SectionKind
NASTY = Path(__file__).parents[4] / "shared/data/nasty/blns.json"


def words(answer: Any) -> str:
    return html.unescape(answer.get_data(as_text=True))


def number(desk: Desk, kind: SectionKind = K.PROPOSITION) -> int:
    session().expire_all()
    return desk.application.section(kind).number


def text(desk: Desk, kind: SectionKind = K.PROPOSITION) -> str:
    session().expire_all()
    return str(desk.application.content(kind)["text"])


def saved_by_itself(desk: Desk, page: Any, typed: str, base: int) -> Any:
    data = {"text": typed, "base": str(base)}
    return page.post(desk.at("/sections/proposition/autosave"), data=data)


def test_a_page_saves_by_itself_and_learns_the_next_base(draft: Desk, browser: Browser) -> None:
    page = browser(draft.nadia)
    first = saved_by_itself(draft, page, "We would", number(draft))
    assert first.status_code == 200
    second = saved_by_itself(draft, page, "We would share it.", first.json["number"])
    assert second.json["number"] == first.json["number"] + 1
    assert text(draft) == "We would share it."


def test_what_the_partner_saved_is_never_overwritten_by_itself(
    draft: Desk, browser: Browser
) -> None:
    base = number(draft)
    write(draft.application, draft.helen, K.PROPOSITION, {"text": "Helen wrote this."})
    answer = saved_by_itself(draft, browser(draft.nadia), "Nadia wrote this.", base)
    assert (answer.status_code, answer.json) == (409, {"why": "stale"})
    assert text(draft) == "Helen wrote this."
    asked = {"text": "Nadia wrote this.", "base": str(base)}
    merge = browser(draft.nadia).post(draft.at("/sections/proposition"), data=asked)
    assert merge.status_code == 409
    assert "Helen wrote this." in words(merge)
    assert "Nadia wrote this." in words(merge)


def test_a_second_window_of_one_person_overwrites_nothing_either(
    draft: Desk, browser: Browser
) -> None:
    base, page = number(draft), browser(draft.nadia)
    assert saved_by_itself(draft, page, "In the first window.", base).status_code == 200
    assert saved_by_itself(draft, page, "In the second.", base).json == {"why": "stale"}
    assert text(draft) == "In the first window."


def test_no_signature_falls_because_a_page_saved_by_itself(ready: Desk, browser: Browser) -> None:
    sign(ready.application, ready.helen)
    before = text(ready)
    answer = saved_by_itself(ready, browser(ready.nadia), "Something else", number(ready))
    assert (answer.status_code, answer.json["why"]) == (409, "signed")
    assert answer.json["words"].startswith("Helen signed version")
    assert text(ready) == before
    assert ready.again().signature_of(ready.helen.id) is not None
    assert 'data-autosaves="no"' in words(browser(ready.nadia).get(ready.at()))


def test_what_cannot_be_stored_is_said_and_nothing_is_stored(draft: Desk, browser: Browser) -> None:
    answer = saved_by_itself(draft, browser(draft.nadia), "word " * 700, number(draft))
    assert answer.status_code == 422
    assert "700 words" in " ".join(answer.json["sentences"])
    assert number(draft) == 0


def test_nobody_saves_the_others_own_words(ready: Desk, browser: Browser) -> None:
    address = ready.at("/sections/own_b/autosave")
    before = dict(ready.application.content(K.OWN_B))
    assert browser(ready.nadia).post(address, data={"base": "0"}).status_code in {403, 404}
    session().expire_all()
    assert ready.application.content(K.OWN_B) == before


def test_the_partner_sees_where_somebody_is_and_it_fades(draft: Desk, browser: Browser) -> None:
    browser(draft.helen).post(draft.at("/presence"), data={"place": "handover"})
    told = browser(draft.nadia).post(draft.at("/presence"), data={"place": "proposition"})
    assert told.json["words"] == "Helen is in Handover."
    assert "Helen is in Handover." in words(browser(draft.nadia).get(draft.at()))
    with time_machine.travel(now() + timedelta(minutes=3), tick=False):
        assert "Helen was here 3 minutes ago." in words(browser(draft.nadia).get(draft.at()))


@pytest.mark.parametrize("place", ["", "nowhere", "x" * 5000, "<script>", "\x00"])
def test_a_place_that_is_none_is_no_place(draft: Desk, browser: Browser, place: str) -> None:
    assert browser(draft.helen).post(draft.at("/presence"), data={"place": place}).json
    told = browser(draft.nadia).post(draft.at("/presence"), data={})
    assert told.json["words"] == "Helen is here now."


def test_presence_is_no_edit(draft: Desk, browser: Browser) -> None:
    before = draft.application.version, draft.application.updated_at, draft.application.lock_version
    browser(draft.helen).post(draft.at("/presence"), data={"place": "handover"})
    after = draft.again()
    assert (after.version, after.updated_at, after.lock_version) == before


def test_what_the_partner_saved_stands_at_the_top_until_it_is_read(
    draft: Desk, browser: Browser
) -> None:
    nadia = browser(draft.nadia)
    assert "New since you were here" not in words(nadia.get(draft.at()))
    write(draft.application, draft.helen, K.PROPOSITION, {"text": "Helen wrote this."})
    page = words(nadia.get(draft.at()))
    assert "New since you were here" in page
    assert "saved by Helen" in page
    assert "New since you were here" not in words(browser(draft.helen).get(draft.at()))
    version = draft.again().version
    nadia.post(draft.at("/reading"), data={"version": str(version)})
    assert "New since you were here" not in words(nadia.get(draft.at()))


def test_ones_own_saves_are_read_as_they_are_made(draft: Desk, browser: Browser) -> None:
    write(draft.application, draft.nadia, K.PROPOSITION, {"text": "Nadia wrote this."})
    write(draft.application, draft.helen, K.HANDOVER, {"urgent_rule": "Whoever is in."})
    assert "changes?from=2&to=3" in words(browser(draft.nadia).get(draft.at()))


def test_changes_between_two_versions_are_shown_word_by_word(draft: Desk, browser: Browser) -> None:
    write(draft.application, draft.nadia, K.PROPOSITION, {"text": "We lead people well."})
    middle = draft.again().version
    write(draft.application, draft.helen, K.PROPOSITION, {"text": "We lead teams well."})
    page = words(browser(draft.nadia).get(draft.at(f"/changes?from={middle}")))
    assert '<del><span class="vh">removed: </span>people' in page
    assert '<ins><span class="vh">added: </span>teams' in page
    assert "Saved by Helen Marsh" in page
    same = words(browser(draft.nadia).get(draft.at(f"/changes?from={middle}&to={middle}")))
    assert "Nothing is different" in same


def test_where_both_saved_each_passage_says_whose_it_is(draft: Desk, browser: Browser) -> None:
    before = draft.again().version
    write(draft.application, draft.nadia, K.PROPOSITION, {"text": "We lead."})
    write(draft.application, draft.helen, K.PROPOSITION, {"text": "We lead teams."})
    page = words(browser(draft.nadia).get(draft.at(f"/changes?from={before}")))
    assert "added by Helen: </span>teams." in page
    assert "added by Nadia: </span>We" in page


@pytest.mark.parametrize(
    "asked", ["?from=0&to=x", "?from=-1", "?from=٣&to=999999999", "?to=1&from=9"]
)
def test_versions_that_never_were_break_nothing(ready: Desk, browser: Browser, asked: str) -> None:
    assert browser(ready.nadia).get(ready.at(f"/changes{asked}")).status_code == 200


def test_a_changed_week_is_drawn_before_and_after(ready: Desk, browser: Browser) -> None:
    before = ready.again().version
    content = {**ready.application.content(K.SPLIT_PLAN), "plan": "aaaaaabbbb"}
    write(ready.application, ready.helen, K.SPLIT_PLAN, content)
    page = words(browser(ready.nadia).get(ready.at(f"/changes?from={before}")))
    assert page.count('<svg class="week') >= 2


def test_an_older_text_comes_back_as_a_new_version(draft: Desk, browser: Browser) -> None:
    with time_machine.travel(now() - timedelta(hours=1), tick=False):
        write(draft.application, draft.nadia, K.PROPOSITION, {"text": "The first idea."})
    old = number(draft)
    write(draft.application, draft.helen, K.PROPOSITION, {"text": "Another one."})
    address, page = draft.at(f"/sections/proposition/texts/{old}"), browser(draft.nadia)
    assert "Nadia Okafor left it in version" in words(page.get(address))
    assert text(draft) == "Another one.", "looking changes nothing"
    version = draft.again().version
    assert page.post(address, data={"base": str(number(draft))}).status_code == 302
    assert text(draft) == "The first idea."
    assert draft.again().version == version + 1
    assert "removed: </span>Another" in words(page.get(draft.at(f"/changes?from={version}")))


def test_a_text_brought_back_on_a_stale_page_meets_both_texts(
    draft: Desk, browser: Browser
) -> None:
    write(draft.application, draft.nadia, K.PROPOSITION, {"text": "The first idea."})
    old = number(draft)
    write(draft.application, draft.helen, K.PROPOSITION, {"text": "Another one."})
    address = draft.at(f"/sections/proposition/texts/{old}")
    answer = browser(draft.nadia).post(address, data={"base": str(old)})
    assert answer.status_code == 409
    assert "Another one." in words(answer)
    assert text(draft) == "Another one."


def test_bringing_back_takes_signatures_and_says_so(ready: Desk, browser: Browser) -> None:
    kept = number(ready)
    with time_machine.travel(now() + timedelta(hours=1), tick=False):
        write(ready.application, ready.helen, K.PROPOSITION, {"text": text(ready) + " More."})
        sign(ready.application, ready.helen)
        page = browser(ready.nadia)
        address = ready.at(f"/sections/proposition/texts/{kept}")
        assert "you both sign again" in words(page.get(address))
        page.post(address, data={"base": str(number(ready))})
    assert ready.again().signatures == []
    assert ready.again().status is Status.DRAFT


def test_a_text_that_was_never_kept_is_not_there(draft: Desk, browser: Browser) -> None:
    page = browser(draft.nadia)
    assert page.get(draft.at("/sections/proposition/texts/77")).status_code == 404
    assert page.get(draft.at("/sections/nothing/texts/0")).status_code == 404


def test_the_history_names_who_wrote_what(ready: Desk, browser: Browser) -> None:
    write(ready.application, ready.helen, K.PROPOSITION, {"text": "Helen wrote this."})
    page = words(browser(ready.nadia).get(ready.at("/history")))
    assert "<b>Proposition</b> by Helen Marsh" in page
    assert "Bring it back" in page


def test_the_history_costs_the_same_for_few_and_many(
    draft: Desk, browser: Browser, app: Any
) -> None:
    import sqlalchemy as sa

    from jobboard.core.db import db as database

    def cost() -> int:
        seen: list[str] = []
        page = browser(draft.nadia)
        sa.event.listen(database.engine, "before_cursor_execute", lambda *a: seen.append(a[2]))
        page.get(draft.at("/history"))
        return len(seen)

    del app
    few = cost()
    for day in range(1, 9):
        with time_machine.travel(now() + timedelta(days=day), tick=False):
            write(draft.application, draft.nadia, K.PROPOSITION, {"text": f"Day {day}."})
    session().expire_all()
    assert cost() <= few + 1


def test_no_nasty_string_breaks_saving_or_the_pages_of_versions(
    draft: Desk, browser: Browser
) -> None:
    if not NASTY.exists():
        pytest.skip("data/nasty/blns.json is not here")
    page = browser(draft.nadia)
    for start in range(0, 500, 50):
        typed = "\n".join(json.loads(NASTY.read_text("utf-8"))[start : start + 50])
        answer = saved_by_itself(draft, page, typed, number(draft))
        assert answer.status_code in {200, 422}
    assert page.get(draft.at("/changes?from=1")).status_code == 200
    assert page.get(draft.at("/history")).status_code == 200
