"""Reading, signing, what was sent and the way back, in a browser."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
import time_machine

from jobboard.accounts import service as accounts
from jobboard.applications import queries
from jobboard.applications.domain import SectionKind, Status
from jobboard.core.clock import now
from jobboard.core.db import session
from tests.factories.applications import hash_now, sign, write
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]


def words(answer: Any) -> str:
    return html.unescape(answer.get_data(as_text=True))


def seen_on(page: str) -> str:
    found = re.search(r'name="seen"[^>]*value="([0-9a-f]{64})"', page)
    assert found
    return found[1]


def test_both_sign_what_they_saw_and_it_is_sent(ready: Desk, browser: Browser) -> None:
    url = ready.at("/signature")
    for person, leads_to in ((ready.nadia, "#sign"), (ready.helen, "/submission")):
        client = browser(person)
        page = words(client.get(url))
        assert "I have read version 11. It speaks for both of us." in page
        answer = client.post(url, data={"seen": seen_on(page), "read": "y"})
        assert answer.status_code == 302
        assert answer.location.endswith(leads_to)
    assert ready.again().status is Status.SUBMITTED


def test_the_page_shows_the_text_and_its_hash_in_groups(ready: Desk, browser: Browser) -> None:
    page = words(browser(ready.nadia).get(ready.at("/signature")))
    mark = hash_now(ready.application)
    assert " ".join(mark[i : i + 4] for i in range(0, 64, 4)) in page
    assert "We have rebuilt two people functions" in page
    assert page.count("<h1") == 1


def test_without_a_tick_nothing_is_signed(ready: Desk, browser: Browser) -> None:
    client, url = browser(ready.nadia), ready.at("/signature")
    answer = client.post(url, data={"seen": seen_on(words(client.get(url)))})
    assert answer.status_code == 422
    assert "Tick that you have read this version" in words(answer)
    assert ready.again().status is Status.DRAFT


def test_an_old_password_is_asked_for_again_and_leads_back(ready: Desk, browser: Browser) -> None:
    client, url = browser(ready.nadia, fresh=False), ready.at("/signature")
    page = words(client.get(url))
    assert "Type your password, then sign" in page
    assert 'name="seen"' not in page
    answer = client.post(url, data={"seen": hash_now(ready.application), "read": "y"})
    assert answer.status_code == 302
    assert "/password/confirm" in answer.location
    assert f"{ready.application.id}" in answer.location
    assert ready.again().status is Status.DRAFT


def test_an_older_hash_is_answered_by_the_newer_text(ready: Desk, browser: Browser) -> None:
    client, url = browser(ready.nadia), ready.at("/signature")
    seen = seen_on(words(client.get(url)))
    write(ready.application, ready.helen, SectionKind.SPLIT_PLAN, {"plan": "aaaaxxbbbb"})
    answer = client.post(url, data={"seen": seen, "read": "y"})
    page = words(answer)
    assert answer.status_code == 409
    assert "The text changed after you opened it." in page
    assert seen_on(page) == hash_now(ready.again()) != seen
    assert ready.again().signatures == []


def test_another_persons_id_in_the_form_is_ignored(ready: Desk, browser: Browser) -> None:
    client, url = browser(ready.nadia), ready.at("/signature")
    data = {
        "seen": seen_on(words(client.get(url))),
        "read": "y",
        "user_id": str(ready.helen.id),
        "actor": str(ready.helen.id),
        "by_id": str(ready.helen.id),
    }
    client.post(f"{url}?user_id={ready.helen.id}", data=data)
    assert [one.user_id for one in ready.again().signatures] == [ready.nadia.id]


@pytest.mark.parametrize("once", ["b" * 32, None])
def test_a_double_click_signs_once_and_never_breaks(
    ready: Desk, browser: Browser, once: str | None
) -> None:
    url = ready.at("/signature")
    for person in (ready.nadia, ready.helen):
        client = browser(person)
        data = {"seen": seen_on(words(client.get(url))), "read": "y"}
        if once:
            data["once"] = once.replace("b", "c") if person is ready.helen else once
        answers = [client.post(url, data=data) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [302, 302]
    assert ready.again().status is Status.SUBMITTED
    assert len(queries.signatures_of(ready.application.id)) == 2


@pytest.mark.parametrize(("seconds", "is_sent"), [(-1, True), (0, False), (1, False)])
def test_the_last_second_decides(
    ready: Desk, browser: Browser, seconds: int, is_sent: bool
) -> None:
    closes = (now() + timedelta(hours=1)).replace(microsecond=0)
    ready.application.role.closes_at = closes
    session().commit()
    seen, url = hash_now(ready.application), ready.at("/signature")
    with time_machine.travel(closes - timedelta(minutes=2), tick=False):
        browser(ready.nadia).post(url, data={"seen": seen, "read": "y"})
    with time_machine.travel(closes + timedelta(seconds=seconds), tick=False):
        answer = browser(ready.helen).post(url, data={"seen": seen, "read": "y"})
    if is_sent:
        assert answer.location.endswith("/submission")
    else:
        assert answer.status_code == 422
        assert "This role has closed. What you wrote is kept" in words(answer)
    assert (ready.again().status is Status.SUBMITTED) is is_sent


def test_an_unfinished_text_says_why_it_cannot_be_signed(draft: Desk, browser: Browser) -> None:
    page = words(browser(draft.nadia).get(draft.at("/signature")))
    assert "You can sign once the points below are settled." in page
    assert "Neither of you has a half-day yet." in page
    assert draft.at("#split-plan") in page
    assert 'name="seen"' not in page
    answer = browser(draft.nadia).post(
        draft.at("/signature"), data={"seen": hash_now(draft.application), "read": "y"}
    )
    assert answer.status_code == 422


def test_asking_tells_the_partner_and_shows_it(ready: Desk, browser: Browser) -> None:
    client = browser(ready.nadia)
    assert "Ask Helen to read version 11" in words(client.get(ready.at()))
    answer = client.post(ready.at("/signature"), data={"ask": "1"})
    assert answer.status_code == 302
    page = words(client.get(ready.at()))
    assert "Helen is asked to read and sign version 11." in page
    assert "Ask Helen" not in page
    assert ready.again().status is Status.AWAITING_SIGNATURES


def test_asking_too_early_is_refused_in_words(draft: Desk, browser: Browser) -> None:
    client = browser(draft.nadia)
    client.post(draft.at("/signature"), data={"ask": "1"})
    assert "Something is still missing." in words(client.get(draft.at()))


# What was sent


def sent(desk: Desk) -> None:
    sign(desk.application, desk.nadia)
    sign(desk.application, desk.helen)


def test_the_frozen_text_is_shown_with_both_signatures_and_the_way_back(
    ready: Desk, browser: Browser
) -> None:
    sent(ready)
    page = words(browser(ready.helen).get(ready.at("/submission")))
    assert "Checked just now: this is the text that you both signed as version 11" in page
    assert "in 10 minutes" in page
    assert "nothing remains on their side" in page
    assert page.count("You have signed") == 0
    assert page.count("Signed version 11") == 2


def test_after_the_cool_off_it_says_that_the_employer_reads_it(
    ready: Desk, browser: Browser
) -> None:
    sent(ready)
    with time_machine.travel(now() + timedelta(minutes=11), tick=False):
        page = words(browser(ready.nadia).get(ready.at("/submission")))
    assert "can read it since" in page
    assert "nothing remains on their side" not in page


def test_the_download_is_exactly_what_was_signed(ready: Desk, browser: Browser) -> None:
    sent(ready)
    answer = browser(ready.nadia).get(ready.at("/submission.json"))
    assert answer.mimetype == "application/json"
    assert "attachment" in answer.headers["Content-Disposition"]
    (mark,) = {one.content_hash for one in ready.again().signatures}
    assert sha256(answer.data).hexdigest() == mark


def test_a_text_that_was_tampered_with_says_so(ready: Desk, browser: Browser) -> None:
    sent(ready)
    frozen = queries.submission_of(ready.application.id)
    assert frozen is not None
    frozen.payload = frozen.payload.replace(b"rebuilt", b"wrecked")
    session().commit()
    assert "does not match what you signed" in words(
        browser(ready.nadia).get(ready.at("/submission"))
    )


def test_pages_of_the_draft_lead_to_what_was_sent(ready: Desk, browser: Browser) -> None:
    sent(ready)
    client = browser(ready.nadia)
    assert client.get(ready.at()).location == ready.at("/submission")
    assert client.get(ready.at("/panel-view")).location == ready.at("/submission")
    assert client.get(ready.at("/signature")).location == ready.at()
    data = {"base": "1", "text": "Too late."}
    assert client.post(ready.at("/sections/proposition"), data=data).status_code == 409
    assert client.post(ready.at("/signature"), data={"read": "y"}).status_code == 302


def test_a_draft_has_nothing_sent(ready: Desk, browser: Browser) -> None:
    assert browser(ready.nadia).get(ready.at("/submission")).status_code == 404
    assert browser(ready.nadia).get(ready.at("/submission.json")).status_code == 404


def test_the_panel_view_needs_at_most_seven_queries(
    ready: Desk, browser: Browser, queries_of: Callable[..., int]
) -> None:
    assert queries_of(browser(ready.nadia), ready.at("/panel-view")) <= 7


# Withdrawing


def test_withdrawing_is_confirmed_in_words_then_done(ready: Desk, browser: Browser) -> None:
    client, url = browser(ready.helen), ready.at("/withdrawal")
    page = words(client.get(url))
    assert "has seen nothing and is told nothing" in page
    assert "Nothing is deleted" in page
    answer = client.post(url)
    assert answer.status_code == 302
    assert ready.again().status is Status.WITHDRAWN
    assert "is withdrawn" in words(client.get("/applications"))
    told = "{} withdrew this application for you both before it was sent."
    assert told.format("You") in words(client.get(ready.at("/panel-view")))
    assert told.format("Helen") in words(browser(ready.nadia).get(ready.at("/panel-view")))


def test_withdrawing_twice_is_met_by_a_page_and_not_an_error(ready: Desk, browser: Browser) -> None:
    client, url = browser(ready.nadia), ready.at("/withdrawal")
    client.post(url)
    assert client.get(url).status_code == 302
    assert client.post(url).status_code == 409


def test_within_the_cool_off_nothing_remains_with_the_employer(
    ready: Desk, browser: Browser
) -> None:
    sent(ready)
    assert "has not seen it and never will" in words(
        browser(ready.nadia).get(ready.at("/withdrawal"))
    )
    with time_machine.travel(now() + timedelta(minutes=11), tick=False):
        page = words(browser(ready.nadia).get(ready.at("/withdrawal")))
    assert "is told that you withdrew" in page


def test_what_was_sent_can_still_be_read_after_withdrawing(ready: Desk, browser: Browser) -> None:
    sent(ready)
    client = browser(ready.nadia)
    client.post(ready.at("/withdrawal"))
    page = words(client.get(ready.at("/submission")))
    assert "You withdrew this application for you both." in page
    assert "Checked just now" in page
    page = words(browser(ready.helen).get(ready.at("/submission")))
    assert "Nadia withdrew this application for you both." in page


def test_what_was_sent_keeps_the_names_it_was_signed_with(ready: Desk, browser: Browser) -> None:
    sent(ready)
    accounts.rename(ready.as_helen, ready.helen, "Helen Bell")
    page = words(browser(ready.nadia).get(ready.at("/submission")))
    assert "Helen Marsh" in page
    assert "Helen Bell" not in page
