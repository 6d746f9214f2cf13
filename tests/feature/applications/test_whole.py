"""The sections that make an application whole: who writes them, what stays private, what a second
application takes from the first."""

from __future__ import annotations

import re
from typing import Any

import pytest

from jobboard.applications import queries, service
from jobboard.applications.domain import AcceptanceWish, NotReadyError, SectionKind
from jobboard.core.clock import now
from jobboard.core.policy import NotAllowedError
from tests.conftest import Browser
from tests.factories.applications import (
    actor_of,
    answer,
    ready_application,
    sign,
    start_application,
    write,
)
from tests.factories.people import make_user
from tests.factories.world import make_role
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")
_K, _W = SectionKind, AcceptanceWish
OWN: dict[str, Any] = {"wish": "leave_too", "wish_note": "Mine alone.", "evidence": {}}


# One's own words


def test_nobody_writes_the_partners_own_words(draft: Desk, browser: Browser) -> None:
    with pytest.raises(NotAllowedError):
        write(draft.application, draft.helen, _K.OWN_A, OWN)
    data = {"base": "0", "wish": "leave_too"}
    answered = browser(draft.helen).post(draft.at("/sections/own_a"), data=data)
    assert answered.status_code == 403
    assert draft.again().content(_K.OWN_A)["wish"] == ""
    write(draft.application, draft.nadia, _K.OWN_A, OWN)
    page = browser(draft.helen).get(draft.at()).text
    assert "Leave as well" in page
    assert "Mine alone." in page


def test_the_partner_cannot_bring_back_an_older_text_of_mine_either(ready: Desk) -> None:
    write(ready.application, ready.nadia, _K.OWN_A, OWN)
    number = ready.application.section(_K.OWN_A).number
    with pytest.raises(NotAllowedError):
        service.restore(ready.as_helen, ready.application, _K.OWN_A, 0, number, now())


# Together or either


def test_an_answer_that_differs_is_never_shown(draft: Desk, browser: Browser) -> None:
    answer(draft.application, draft.nadia, _W.EITHER)
    answer(draft.application, draft.helen, _W.TOGETHER_ONLY)
    assert draft.again().settled_acceptance is None
    page = browser(draft.helen).get(draft.at()).text
    assert "You two do not have one answer yet" in page
    assert "shows you" not in page
    talk = browser(draft.nadia)
    answer(draft.application, draft.helen, _W.TALK_FIRST)
    assert "You two do not have one answer yet" in talk.get(draft.at()).text


def test_an_answer_is_shown_when_its_owner_says_so(draft: Desk, browser: Browser) -> None:
    data = {"answer": "either", "is_shown": "y"}
    browser(draft.nadia).post(draft.at("/acceptance"), data=data)
    assert "Nadia shows you" in browser(draft.helen).get(draft.at()).text


def test_only_two_equal_answers_settle_and_another_one_unsettles(ready: Desk) -> None:
    sign(ready.application, ready.nadia)
    found = ready.again()
    assert found.settled_acceptance == "together_only"
    assert answer(found, ready.helen, _W.EITHER).cleared
    assert ready.again().settled_acceptance is None
    with pytest.raises(NotReadyError):
        sign(ready.application, ready.nadia)
    assert answer(ready.application, ready.nadia, _W.EITHER).changed
    assert ready.again().settled_acceptance == "either"


def test_after_a_difference_nobody_can_try_answers_until_one_fits(
    draft: Desk, browser: Browser
) -> None:
    answer(draft.application, draft.nadia, _W.EITHER)
    answer(draft.application, draft.helen, _W.TOGETHER_ONLY)
    helen = browser(draft.helen)
    told = set()
    for wish in (_W.EITHER, _W.TOGETHER_ONLY, _W.TALK_FIRST):
        sent = helen.post(draft.at("/acceptance"), data={"answer": wish.value})
        page = helen.get(sent.location).text
        told.add(re.sub(r"\s+", " ", _without_answer(page)))
        assert draft.again().settled_acceptance is None
        assert draft.again().version == 1
    assert len(told) == 1, "the page is the same whatever was tried"
    answer(draft.application, draft.helen, _W.EITHER)
    waiting = browser(draft.nadia).get(draft.at()).text
    assert "We compare once both of you have" in waiting
    assert answer(draft.application, draft.nadia, _W.EITHER).changed
    assert draft.again().settled_acceptance == "either"


def test_the_partner_is_not_told_that_somebody_answered_again(
    draft: Desk, browser: Browser, emitted: list[Any]
) -> None:
    answer(draft.application, draft.nadia, _W.EITHER)
    answer(draft.application, draft.helen, _W.TOGETHER_ONLY)
    nadia = browser(draft.nadia)
    before = _plain(nadia.get(draft.at()).text)
    emitted.clear()
    answer(draft.application, draft.helen, _W.EITHER)
    assert _plain(nadia.get(draft.at()).text) == before
    assert emitted == []


def test_what_both_show_counts_at_once(draft: Desk) -> None:
    answer(draft.application, draft.nadia, _W.EITHER, is_shown=True)
    answer(draft.application, draft.helen, _W.TOGETHER_ONLY)
    answer(draft.application, draft.helen, _W.EITHER)
    assert draft.again().settled_acceptance is None, "Nadia has not answered again"
    answer(draft.application, draft.helen, _W.EITHER, is_shown=True)
    assert draft.again().settled_acceptance == "either"


def test_an_answer_taken_back_needs_both_again(ready: Desk) -> None:
    answer(ready.application, ready.helen, _W.EITHER)
    answer(ready.application, ready.helen, _W.TOGETHER_ONLY)
    assert ready.again().settled_acceptance is None
    answer(ready.application, ready.nadia, _W.TOGETHER_ONLY)
    assert ready.again().settled_acceptance == "together_only"
    assert not answer(ready.application, ready.helen, _W.TOGETHER_ONLY).changed
    assert ready.again().settled_acceptance == "together_only"


def _without_answer(page: str) -> str:
    """The page but for one's own answer in the form, and what differs in any two answers."""
    return _plain(re.sub(r' (checked|aria-checked="true")(?=[ >])', "", page))


def _plain(page: str) -> str:
    return re.sub(r'(value|nonce|datetime|content)="[^"]{20,}"', "", page)


def test_two_who_would_rather_talk_have_no_answer(draft: Desk) -> None:
    for person in (draft.nadia, draft.helen):
        answer(draft.application, person, _W.TALK_FIRST)
    assert draft.again().settled_acceptance is None


def test_a_stranger_and_a_strange_answer_change_nothing(draft: Desk, browser: Browser) -> None:
    with pytest.raises(NotAllowedError):
        service.answer_acceptance(actor_of(make_user("Eve")), draft.application, _W.EITHER, now())
    refused = browser(draft.nadia).post(draft.at("/acceptance"), data={"answer": "maybe"})
    assert refused.status_code == 422
    assert queries.acceptance_answers(draft.application.id) == []


# The second application


def test_a_second_application_starts_from_the_first(browser: Browser) -> None:
    first = ready_application()
    pair = first.partnership
    second = start_application(make_role(), pair)
    same = {_K.COVER, _K.RISKS}
    assert all(second.content(kind) == first.content(kind) for kind in same)
    assert second.content(_K.SPLIT_PLAN)["plan"] == first.content(_K.SPLIT_PLAN)["plan"]
    assert second.content(_K.OWN_A)["wish"] == "new_partner"
    assert set(second.content(_K.RESPONSIBILITIES)["leads"]) == {
        str(duty.id) for duty in second.role.duties
    }
    assert second.settled_acceptance is None
    page = browser(pair.first).get(f"/applications/{second.id}").text
    assert f"Began from your application for {first.role.title}" in page


def test_it_does_so_after_a_withdrawal_too() -> None:
    first = ready_application()
    service.withdraw(actor_of(first.partnership.first), first, now())
    again = start_application(first.role, first.partnership)
    assert again.content(_K.RISKS) == first.content(_K.RISKS)
    assert again.content(_K.RESPONSIBILITIES) == first.content(_K.RESPONSIBILITIES)


# Doubts


@pytest.mark.parametrize("text", ["word " * 151, "nul \x00", "half \ud800"])
def test_a_doubt_that_cannot_be_kept_comes_back_at_its_box(
    draft: Desk, browser: Browser, text: str
) -> None:
    data = {"base": "0", "risk-cost": text.encode("utf-8", "surrogatepass")}
    answered = browser(draft.nadia).post(draft.at("/sections/risks"), data=data)
    assert answered.status_code in {200, 302, 422}
    if "\ud800" not in text:
        assert answered.status_code == 422
        assert 'href="#risk-cost"' in answered.text
        assert draft.again().version == 1
