"""What a referee confirmed is read by the employer, as it stood when the application was sent."""

from __future__ import annotations

import html
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from pypdf import PdfReader

from jobboard.applications import queries
from jobboard.applications.models import Application
from jobboard.core.clock import now
from jobboard.core.policy import Actor
from jobboard.hiring import queries as hiring
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.queries import referees
from tests.factories.applications import actor_of, hash_now, sign
from tests.factories.hiring import owner_of
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]
CHAIR = "the chair of the board, Fellside Care"
WORDS = f"Confirmed by {CHAIR}"


def confirm(desk: Desk, shown_as: str = CHAIR) -> None:
    entry = desk.again().partnership.track_record[0]
    partnerships.ask_referee(desk.as_nadia, entry, "chair@example.test", now())
    row = referees.standing(entry)
    assert row is not None
    partnerships.answer_referee(Actor(), row, True, now(), shown_as)


def send(desk: Desk) -> Application:
    """An hour ago, so that the employer reads it."""
    for person in (desk.nadia, desk.helen):
        sign(desk.again(), person, now() - timedelta(hours=1))
    return desk.again()


def text(answer: Any) -> str:
    assert answer.status_code == 200
    return html.unescape(answer.get_data(as_text=True))


def employers_page(browser: Browser, application: Application) -> tuple[str, str]:
    """The page and the paper of the candidacy."""
    candidacy = hiring.of_application(application.id)
    client, at = browser(owner_of(application.role)), f"/hiring/candidacies/{candidacy.id}"
    page = text(client.get(at))
    reader = PdfReader(io.BytesIO(client.get(f"{at}/application.pdf").data))
    paper = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    return page, paper


def test_it_is_previewed_by_the_pair_and_read_by_the_employer(
    ready: Desk, browser: Browser
) -> None:
    confirm(ready)
    client = browser(ready.nadia)
    assert WORDS in text(client.get(ready.at("/panel-view")))
    assert WORDS in text(client.get(ready.at("/signature")))
    assert WORDS in text(client.get(f"/partnerships/{ready.application.partnership_id}"))
    page, paper = employers_page(browser, send(ready))
    assert WORDS in page
    assert WORDS in paper
    assert WORDS in text(client.get(ready.at("/submission")))


def test_a_referee_who_is_not_to_be_named_is_not(ready: Desk, browser: Browser) -> None:
    confirm(ready, "")
    page, paper = employers_page(browser, send(ready))
    assert "Confirmed by a referee" in page
    assert "Confirmed by a referee" in paper
    assert "chair@example.test" not in page + paper


def test_what_was_sent_keeps_what_was_true_then(ready: Desk, browser: Browser) -> None:
    confirm(ready)
    sent = send(ready)
    entry = sent.partnership.track_record[0]
    changed = replace(entry.fields, outcome="Something else altogether.")
    partnerships.edit_entry(ready.as_nadia, entry, changed, entry.lock_version, now())
    assert referees.confirmed_of(queries.track_record(sent.partnership_id)) == {}
    page, _ = employers_page(browser, sent)
    assert WORDS in page
    assert "Something else altogether." not in page


def test_a_confirmation_that_comes_later_does_not_enter_what_was_sent(
    ready: Desk, browser: Browser
) -> None:
    sent = send(ready)
    confirm(ready)
    page, paper = employers_page(browser, sent)
    assert "Confirmed by" not in page
    assert "Confirmed by" not in paper
    assert queries.submission_of(sent.id).confirmed == {}


def test_a_confirmation_takes_no_signature_away(ready: Desk) -> None:
    sign(ready.application, ready.nadia)
    before = hash_now(ready.again())
    confirm(ready)
    assert hash_now(ready.again()) == before
    assert ready.again().signature_of(ready.nadia.id) is not None
    sign(ready.again(), ready.helen)
    assert list(queries.submission_of(ready.application.id).confirmed.values()) == [CHAIR]


@pytest.mark.parametrize(("word", "kept"), [("yes", CHAIR), ("no", "")])
def test_the_referee_chooses_how_to_be_named(
    word: str, kept: str, ready: Desk, browser: Browser
) -> None:
    entry = ready.again().partnership.track_record[0]
    partnerships.ask_referee(actor_of(ready.nadia), entry, "chair@example.test", now())
    row = referees.standing(entry)
    url = f"/referee/{row.token()}"
    page = text(browser().get(url))
    assert "How an employer may see you named (optional)" in page
    assert "employers to whom the two apply" in page
    long = browser().post(url, data={"word": word, "shown_as": "x" * 121})
    assert long.status_code == 422
    assert "x" * 121 in long.get_data(as_text=True)
    assert browser().post(url, data={"word": word, "shown_as": CHAIR}).status_code == 200
    assert referees.asks(entry)[0].shown_as == kept
