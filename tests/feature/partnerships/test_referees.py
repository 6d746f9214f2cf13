"""A referee confirms one entry by a link of one use, sees nothing else, and is never one of two."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
import sqlalchemy as sa
import time_machine

from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import session
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.partnerships import service
from jobboard.partnerships.domain import RecordKind, Who
from jobboard.partnerships.models import Partnership, TrackRecordEntry
from jobboard.partnerships.models.referees import RefereeAsk
from jobboard.partnerships.referees import (
    ASK_LIFE,
    MAX_ASKS,
    AlreadyAskedError,
    AlreadyConfirmedError,
    OwnRefereeError,
    OwnWordError,
    RefereeSpentError,
    SaidNoError,
    TooManyRefereesError,
)
from tests.factories.accounts import link_in
from tests.factories.pairs import actor_of, make_entry
from tests.factories.world import make_partnership

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]
CHAIR = "chair@example.test"


@pytest.fixture
def pair(db: None) -> Partnership:
    del db
    return make_partnership()


def page_text(answer: Any) -> str:
    return html.unescape(answer.get_data(as_text=True))


def entry_of(pair: Partnership) -> TrackRecordEntry:
    return session().scalars(
        sa.select(TrackRecordEntry).where(TrackRecordEntry.partnership_id == pair.id)
    ).first()  # type: ignore[return-value]  # fmt: skip


def ask(pair: Partnership, address: str = CHAIR) -> RefereeAsk:
    service.ask_referee(actor_of(pair.first), entry_of(pair), address, now())
    database.session.expire_all()
    found = sa.select(RefereeAsk).where(RefereeAsk.address == address)
    return session().scalars(found.order_by(RefereeAsk.created_at.desc())).first()  # type: ignore[return-value]


def url_of(pair: Partnership) -> str:
    return f"/partnerships/{pair.id}/track-record/{entry_of(pair).id}/referee"


@pytest.mark.parametrize(
    ("word", "told"),
    [("yes", "Confirmed by a referee"), ("no", "The referee would rather not say")],
)
def test_a_referee_without_an_account_answers_once_and_both_are_told(
    pair: Partnership,
    browser: Browser,
    sink: list[EmailMessage],
    work: Callable[[], int],
    word: str,
    told: str,
) -> None:
    assert browser(pair.first).post(url_of(pair), data={"address": CHAIR}).status_code == 302
    work()
    [letter] = [one for one in sink if one["To"] == CHAIR]
    [note] = [one for one in sink if one["To"] == pair.second.address]
    assert "has asked a referee" in note["Subject"]
    assert CHAIR not in str(note)
    path = link_in(letter)
    path = path[path.index("/referee/") :]
    stranger = browser()
    assert entry_of(pair).organisation in page_text(stranger.get(path))
    assert stranger.post(path, data={"word": "perhaps"}).status_code == 422
    assert "Thank you" in page_text(stranger.post(path, data={"word": word}))
    assert stranger.get(path).status_code == 410
    assert stranger.post(path, data={"word": "yes"}).status_code == 410
    sink.clear()
    work()
    assert sorted(m["To"] for m in sink) == sorted(each.address for each in pair.people)
    for who in pair.people:
        assert told in page_text(browser(who).get(f"/partnerships/{pair.id}"))


def test_the_referee_sees_that_entry_only(pair: Partnership, browser: Browser) -> None:
    entry = entry_of(pair)
    fields = replace(entry.fields, organisation="Elsewhere Trust", role="A quite other role")
    service.add_entry(actor_of(pair.first), pair, fields, now())
    service.ask_referee(actor_of(pair.first), entry, CHAIR, now())
    row = session().scalars(sa.select(RefereeAsk)).one()
    text = page_text(browser().get(f"/referee/{row.token()}"))
    assert entry.organisation in text
    for secret in ("Elsewhere Trust", "A quite other role", str(pair.id), str(pair.first.address)):
        assert secret not in text


def test_a_changed_entry_is_asked_about_anew(
    pair: Partnership, browser: Browser, sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    row = ask(pair)
    service.answer_referee(Actor(), row, True, now())
    entry = entry_of(pair)
    changed = replace(entry.fields, outcome="We did rather more than that.")
    service.edit_entry(actor_of(pair.second), entry, changed, entry.lock_version, now())
    text = page_text(browser(pair.first).get(f"/partnerships/{pair.id}"))
    assert "Confirmed by a referee" not in text
    again = ask(pair)
    assert again.id != row.id
    entry = entry_of(pair)
    changed = replace(entry.fields, outcome="And more.")
    service.edit_entry(actor_of(pair.second), entry, changed, entry.lock_version, now())
    assert browser().get(f"/referee/{again.token()}").status_code == 410
    with pytest.raises(RefereeSpentError):
        service.answer_referee(Actor(), again, True, now())
    sink.clear()
    work()
    assert CHAIR not in [m["To"] for m in sink]


def test_neither_of_the_two_is_their_own_referee(pair: Partnership, browser: Browser) -> None:
    for person in pair.people:
        with pytest.raises(OwnRefereeError):
            ask(pair, str(person.address))
    row = ask(pair)
    for person in pair.people:
        with pytest.raises(OwnWordError):
            service.answer_referee(actor_of(person), row, True, now())
        found = browser(person).post(f"/referee/{row.token()}", data={"word": "yes"})
        assert found.status_code == 422
    database.session.expire_all()
    assert row.answered_at is None


def test_asks_have_a_limit_an_end_and_a_way_back(pair: Partnership, browser: Browser) -> None:
    row = ask(pair)
    assert ask(pair).id == row.id
    with pytest.raises(AlreadyAskedError):
        ask(pair, "other@example.test")
    cancel = browser(pair.second).post(f"{url_of(pair)}/{row.id}/cancellation")
    assert cancel.status_code == 302
    assert browser().get(f"/referee/{row.token()}").status_code == 410
    late = ask(pair, "late@example.test")
    with time_machine.travel(now() + ASK_LIFE, tick=False):
        with pytest.raises(RefereeSpentError):
            service.answer_referee(Actor(), late, True, now())
        assert "did not answer in time" in page_text(browser(pair.first).get(url_of(pair)))
        no = ask(pair, "no@example.test")
        service.answer_referee(Actor(), no, False, now())
        with pytest.raises(SaidNoError):
            ask(pair, "no@example.test")
        with pytest.raises(RefereeSpentError):
            service.cancel_referee(actor_of(pair.first), entry_of(pair), no, now())
        later = now() + timedelta(seconds=1)
    for n in range(MAX_ASKS - 3):
        with time_machine.travel(later + timedelta(days=15 * (n + 1)), tick=False):
            last = ask(pair, f"more{n}@example.test")
    after = time_machine.travel(later + timedelta(days=60), tick=False)
    with after, pytest.raises(TooManyRefereesError):
        ask(pair, "one-more@example.test")
    with time_machine.travel(later + timedelta(days=31), tick=False):
        service.answer_referee(Actor(), last, True, now())
        with pytest.raises(AlreadyConfirmedError):
            ask(pair, "one-more@example.test")


@pytest.mark.parametrize("typed", ["", "nobody", "a@b@c", "x\x00@example.test", "x" * 400])
def test_an_address_that_cannot_be_comes_back(
    pair: Partnership, browser: Browser, typed: str
) -> None:
    assert browser(pair.first).post(url_of(pair), data={"address": typed}).status_code == 422
    assert session().scalars(sa.select(RefereeAsk)).all() == []


def test_an_entry_that_is_removed_takes_its_asks_along(pair: Partnership, browser: Browser) -> None:
    token = ask(pair).token()
    service.remove_entry(actor_of(pair.first), entry_of(pair))
    database.session.expire_all()
    assert browser().get(f"/referee/{token}").status_code == 410
    assert session().scalars(sa.select(RefereeAsk)).all() == []


def test_only_the_one_it_is_about_has_an_entry_of_their_own_changed_or_confirmed(
    pair: Partnership, browser: Browser, sink: list[EmailMessage], work: Callable[[], int]
) -> None:
    """The other's past employer hears of it from nobody but the other."""
    entry = make_entry(pair, who=Who.B, kind=RecordKind.INDIVIDUAL, written_by_id=pair.second_id)
    other, url = actor_of(pair.first), f"/partnerships/{pair.id}/track-record/{entry.id}"
    with pytest.raises(NotAllowedError):
        service.ask_referee(other, entry, CHAIR, now())
    with pytest.raises(NotAllowedError):
        service.remove_entry(other, entry)
    page = browser(pair.first)
    assert page.post(f"{url}/referee", data={"address": CHAIR}).status_code == 403
    assert page.get(url).status_code == 403
    assert url not in page.get(f"/partnerships/{pair.id}").text
    work()
    assert sink == []
    assert browser(pair.second).get(f"{url}/referee").status_code == 200
    assert f"{url}/referee" in browser(pair.second).get(f"/partnerships/{pair.id}").text
