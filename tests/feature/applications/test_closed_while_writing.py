"""The text closes, or is signed, under somebody who writes: what they typed comes back."""

from __future__ import annotations

import html
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from jobboard.applications import service
from jobboard.applications.closing import said_in
from jobboard.applications.domain import SectionKind
from jobboard.core.clock import now
from jobboard.web.filters import clock
from tests.factories.applications import sign
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]
TYPED = "We would begin with the <b>backlog</b> and say so."
URGENT = "Whoever is in decides on their own."


def words(answer: Any) -> str:
    return html.unescape(answer.get_data(as_text=True))


def save(desk: Desk, page: Any, kind: str = "proposition", **data: str) -> Any:
    return page.post(desk.at(f"/sections/{kind}"), data={"base": "1", "text": TYPED, **data})


def test_the_partners_signature_sends_it_and_the_writer_keeps_their_words(
    ready: Desk, browser: Browser
) -> None:
    page = browser(ready.nadia)
    sign(ready.application, ready.nadia)
    sign(ready.application, ready.helen)
    answer = save(ready, page)
    until = ready.again().visible_from
    assert until is not None
    assert answer.status_code == 409
    assert TYPED in words(answer)
    assert "Helen signed version" in words(answer)
    assert f"Either of you can take it back until {clock(until)}." in words(answer)
    assert ready.at("/withdrawal") in words(answer)
    with time_machine.travel(now() + timedelta(hours=1), tick=False):
        assert "can read it since" in words(save(ready, page))


@pytest.mark.parametrize(
    ("act", "said"),
    [(service.withdraw, "Helen withdrew it"), (service.leave, "Helen left this application")],
)
def test_what_the_partner_did_is_named_and_the_words_come_back(
    draft: Desk, browser: Browser, act: Any, said: str
) -> None:
    page = browser(draft.nadia)
    page.get(draft.at())
    more = ("",) if act is service.leave else ()
    act(draft.as_helen, draft.application, *more, now())
    answer = save(draft, page)
    assert (answer.status_code, said in words(answer)) == (409, True)
    assert TYPED in words(answer)


def test_whoever_left_in_another_window_has_their_words_too(draft: Desk, browser: Browser) -> None:
    service.leave(draft.as_nadia, draft.application, "", now())
    answer = save(draft, browser(draft.nadia))
    assert answer.status_code == 409
    assert "You left this application" in words(answer)
    assert TYPED in words(answer)


def test_only_what_is_not_saved_comes_back(ready: Desk, browser: Browser) -> None:
    saved = ready.application.content(SectionKind.HANDOVER)["urgent_rule"]
    service.withdraw(ready.as_helen, ready.application, now())
    typed = {"urgent_rule": saved, "note": URGENT, "review": "monthly", "minutes": "60"}
    answer = words(save(ready, browser(ready.nadia), "handover", text="", **typed))
    assert URGENT in answer
    assert saved not in answer
    assert answer.count("<textarea") == 1


def test_a_page_that_saves_by_itself_hears_why(draft: Desk, browser: Browser) -> None:
    service.withdraw(draft.as_helen, draft.application, now())
    answer = save(draft, browser(draft.nadia), "proposition/autosave")
    assert (answer.status_code, answer.json["why"]) == (409, "closed")
    assert answer.json["words"].startswith("Helen withdrew it")


@pytest.mark.parametrize("tail", ["/terms", "/acceptance"])
def test_the_other_forms_of_the_page_say_it_as_well(
    draft: Desk, browser: Browser, tail: str
) -> None:
    service.withdraw(draft.as_helen, draft.application, now())
    answer = browser(draft.nadia).post(draft.at(tail), data={"answer": "either"})
    assert (answer.status_code, "Helen withdrew it" in words(answer)) == (409, True)


def test_the_partners_own_words_are_still_refused_and_not_called_closed(
    draft: Desk, browser: Browser
) -> None:
    assert save(draft, browser(draft.nadia), "own_b").status_code == 403


@pytest.mark.parametrize(("signer", "who"), [("helen", "Helen"), ("nadia", "You")])
def test_a_signed_text_says_from_the_start_that_nothing_is_saved_by_itself(
    ready: Desk, browser: Browser, signer: str, who: str
) -> None:
    page = browser(ready.nadia)
    assert "Nothing is saved by itself now" not in words(page.get(ready.at()))
    sign(ready.application, getattr(ready, signer))
    said = f"{who} signed version {ready.application.version}. Nothing is saved by itself now"
    answer = words(page.get(ready.at()))
    assert f'data-signed="{said}' in answer
    assert f">{said}" in answer.replace("> ", ">"), "without a script as well"


def test_the_line_of_who_wrote_last_follows_what_is_saved_by_itself(
    draft: Desk, browser: Browser
) -> None:
    page = browser(draft.nadia)
    answer = page.post(draft.at("/sections/proposition/autosave"), data={"base": "0", "text": "x"})
    assert answer.json["wrote"] == "Last wrote in Proposition, just now"
    assert words(page.get(draft.at())).count("data-wrote") == 1


def test_a_save_after_the_role_closed_says_that_it_is_kept_and_not_sent(
    draft: Desk, browser: Browser
) -> None:
    page = browser(draft.nadia)
    with time_machine.travel(now() + timedelta(days=40), tick=False):
        page = browser(draft.nadia)
        assert save(draft, page, base="0").status_code == 302
        assert "The role closed on" in words(page.get(draft.at()))


def test_every_text_of_a_content_is_found() -> None:
    content = {"a": " one ", "b": [{"c": "two"}, 3, None], "d": {"e": "three"}, "f": True}
    assert said_in(content) == {"one", "two", "three"}
