"""The joint track record: added, edited, removed, and every change told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from jobboard.core import events
from jobboard.core.activity import trail_of
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.errors import UserError
from jobboard.core.policy import NotAllowedError
from jobboard.partnerships import service
from jobboard.partnerships.domain import MAX_ENTRIES, RecordKind, Who
from jobboard.partnerships.events import TrackRecordChanged
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.record import StaleEntryError
from tests.conftest import Browser
from tests.factories.pairs import actor_of, make_entry
from tests.factories.people import make_user
from tests.factories.world import make_partnership

pytestmark = pytest.mark.usefixtures("db")
BLNS = Path(__file__).parents[4] / "shared" / "data" / "nasty" / "blns.json"
TYPED = {
    "kind": "individual",
    "who": "b",
    "organisation": "Aire Vale",
    "role": "Head of Community Workforce",
    "started_on": "January 2009",
    "ended_on": "2018-06",
    "outcome": "Self-rostering that eleven teams still use.",
    "measure": "Eleven teams",
    "base": "0",
}


@pytest.fixture
def changes(monkeypatch: pytest.MonkeyPatch) -> list[TrackRecordChanged]:
    heard: list[TrackRecordChanged] = []
    kept = events._handlers[TrackRecordChanged]
    monkeypatch.setitem(events._handlers, TrackRecordChanged, [*kept, heard.append])
    return heard


def new(pair: Partnership) -> str:
    return f"/partnerships/{pair.id}/track-record/new"


def test_an_entry_is_added(browser: Browser, changes: list[TrackRecordChanged]) -> None:
    pair = make_partnership()
    page = browser(pair.first)
    assert "Helen Marsh" in page.get(new(pair)).text
    assert page.post(new(pair), data=TYPED).location == f"/partnerships/{pair.id}#track"
    session().refresh(pair, ["track_record"])
    entry = pair.track_record[-1]
    assert (entry.kind, entry.who) == (RecordKind.INDIVIDUAL, Who.B)
    assert (entry.started_on, entry.ended_on) == (date(2009, 1, 1), date(2018, 6, 1))
    assert entry.written_by_id == pair.first_id
    assert changes == [TrackRecordChanged(partnership_id=pair.id, actor_id=pair.first_id)]
    assert [act.action for act in trail_of([entry.id])] == ["track_record.added"]
    shown = page.get(f"/partnerships/{pair.id}").text
    assert "January 2009 to June 2018" in shown
    assert "Helen: Head of Community Workforce, Aire Vale" in shown
    assert "Eleven teams" in shown


@pytest.mark.parametrize(
    ("change", "sentence", "anchor"),
    [
        ({"kind": ""}, "Not a valid choice", "kind-0"),
        ({"who": "x"}, "Not a valid choice", "who-0"),
        ({"who": "both"}, "Say whose it was.", "who-0"),
        ({"kind": "as_pair"}, "belongs to you both", "who-0"),
        ({"organisation": ""}, "Enter where it was.", "organisation"),
        ({"role": "x" * 201}, "Use 200 at most.", "role"),
        ({"started_on": ""}, "Enter the month it began.", "started_on"),
        ({"started_on": "long ago"}, "Enter a month such as", "started_on"),
        ({"started_on": "2999-01", "ended_on": ""}, "has not come yet", "started_on"),
        ({"ended_on": "2999-01"}, "has not come yet", "ended_on"),
        ({"ended_on": "2008-12"}, "It ends before it begins.", "ended_on"),
        ({"outcome": ""}, "Say in a sentence or two", "outcome"),
        ({"outcome": "word " * 81}, "This has 81 words.", "outcome"),
        ({"measure": "x" * 121}, "Use 120 at most.", "measure"),
    ],
)
def test_what_cannot_stand_comes_back_at_its_field(
    browser: Browser, change: dict[str, str], sentence: str, anchor: str
) -> None:
    pair = make_partnership()
    answer = browser(pair.first).post(new(pair), data={**TYPED, **change})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'href="#{anchor}"' in answer.text
    assert "Self-rostering" in answer.text or "outcome" in change
    session().refresh(pair, ["track_record"])
    assert len(pair.track_record) == 1


def test_a_double_click_adds_one(browser: Browser) -> None:
    pair = make_partnership()
    page = browser(pair.first)
    for _ in range(2):
        page.post(new(pair), data={**TYPED, "once": "d" * 32})
    session().refresh(pair, ["track_record"])
    assert len(pair.track_record) == 2


def test_twenty_entries_are_enough(browser: Browser) -> None:
    pair = make_partnership()
    for _ in range(MAX_ENTRIES - 1):
        make_entry(pair)
    answer = browser(pair.first).post(new(pair), data=TYPED)
    assert answer.status_code == 422
    assert "A track record holds 20 entries." in answer.text


def test_either_edits_an_entry(browser: Browser, changes: list[TrackRecordChanged]) -> None:
    pair = make_partnership()
    entry = pair.track_record[0]
    url = f"/partnerships/{pair.id}/track-record/{entry.id}"
    page = browser(pair.second)
    assert 'value="March 2020"' in page.get(url).text
    data = {**TYPED, "base": str(entry.lock_version)}
    assert page.post(url, data=data).location == f"/partnerships/{pair.id}#track"
    session().refresh(entry)
    assert entry.organisation == "Aire Vale"
    assert changes == [TrackRecordChanged(partnership_id=pair.id, actor_id=pair.second_id)]


def test_an_edit_without_a_change_tells_nobody(changes: list[TrackRecordChanged]) -> None:
    pair = make_partnership()
    entry = pair.track_record[0]
    service.edit_entry(actor_of(pair.first), entry, entry.fields, 0, now())
    assert changes == []


def test_a_stale_edit_shows_both(browser: Browser) -> None:
    pair = make_partnership()
    entry = make_entry(pair, role="Saved by Helen", written_by_id=pair.first_id)
    url = f"/partnerships/{pair.id}/track-record/{entry.id}"
    data = {**TYPED, "role": "Typed by Nadia", "base": str(entry.lock_version - 1)}
    page = browser(pair.first)
    answer = page.post(url, data=data)
    assert answer.status_code == 409
    assert "Saved by Helen" in answer.text
    assert 'value="Typed by Nadia"' in answer.text
    assert page.post(url, data={**data, "base": str(entry.lock_version)}).status_code == 302
    session().refresh(entry)
    assert entry.role == "Typed by Nadia"
    with pytest.raises(StaleEntryError):
        service.edit_entry(
            actor_of(pair.first), entry, pair.track_record[0].fields, 0, now()
        )  # fmt: skip


def test_an_entry_is_removed_after_a_question(
    browser: Browser, changes: list[TrackRecordChanged]
) -> None:
    pair = make_partnership()
    entry = pair.track_record[0]
    url = f"/partnerships/{pair.id}/track-record/{entry.id}/removal"
    page = browser(pair.first)
    assert "Remove this entry?" in page.get(url).text
    session().refresh(pair, ["track_record"])
    assert len(pair.track_record) == 1
    assert page.post(url).location == f"/partnerships/{pair.id}#track"
    session().refresh(pair, ["track_record"])
    assert pair.track_record == []
    assert len(changes) == 1
    assert page.post(url).status_code == 404
    shown = page.get(f"/partnerships/{pair.id}").text
    assert "New pair." in shown
    assert "A perfectly good answer" in shown


def test_a_stranger_cannot_write_through_the_verbs() -> None:
    pair = make_partnership()
    entry, ann = pair.track_record[0], actor_of(make_user("Ann Lee"))
    with pytest.raises(NotAllowedError):
        service.add_entry(ann, pair, entry.fields, now())
    with pytest.raises(NotAllowedError):
        service.edit_entry(ann, entry, entry.fields, entry.lock_version, now())
    with pytest.raises(NotAllowedError):
        service.remove_entry(ann, entry)


def test_a_bad_entry_is_refused_by_the_verb_too() -> None:
    pair = make_partnership()
    fields = make_entry(pair).fields
    object.__setattr__(fields, "who", Who.BOTH)
    with pytest.raises(UserError):
        service.add_entry(actor_of(pair.first), pair, fields, now())


@pytest.mark.data
def test_no_nasty_string_breaks_a_page_of_a_pair(browser: Browser) -> None:
    if not BLNS.exists():
        pytest.skip("shared/data/nasty/blns.json is not here")
    pair = make_partnership()
    page = browser(pair.first)
    entry = pair.track_record[0]
    base = f"/partnerships/{pair.id}"
    for nasty in json.loads(BLNS.read_text(encoding="utf-8")):
        session().refresh(pair)
        session().refresh(entry)
        terms = {"share_type": "twin", "acceptance": "either", "base": pair.terms.mark}
        text = {"text": nasty, "base": str(pair.proposition_number)}
        line = dict.fromkeys(("organisation", "role", "outcome", "measure"), nasty)
        record = {**TYPED, **line, "base": str(entry.lock_version)}
        answers = [
            page.post(f"{base}/edit", data={**terms, "name": nasty}),
            page.post(f"{base}/proposition", data=text),
            page.post(f"{base}/track-record/{entry.id}", data=record),
        ]
        assert all(answer.status_code < 500 for answer in answers), nasty
    assert page.get(base).status_code == 200


@pytest.mark.data
def test_no_nasty_string_breaks_a_message_or_a_name(browser: Browser) -> None:
    if not BLNS.exists():
        pytest.skip("shared/data/nasty/blns.json is not here")
    page = browser(make_user())
    for nasty in json.loads(BLNS.read_text(encoding="utf-8")):
        data = {"address": "helen@example.test", "message": nasty}
        answer = page.post("/partnerships/invitations/new", data=data)
        assert answer.status_code in (302, 422), nasty


def test_an_edit_of_what_the_partner_removed_comes_back_as_a_new_entry(browser: Browser) -> None:
    pair = make_partnership()
    entry = make_entry(pair, kind=RecordKind.WORKED_TOGETHER, who=Who.BOTH)
    nadia, address = browser(pair.first), f"/partnerships/{pair.id}/track-record/{entry.id}"
    service.remove_entry(actor_of(pair.second), entry)
    answer = nadia.post(address, data={**TYPED, "once": "a" * 32})
    assert answer.status_code == 409
    assert "This entry was removed while you were writing." in answer.text
    assert "Self-rostering that eleven teams still use." in answer.text
    assert f'action="{new(pair)}"' in answer.text
    assert nadia.post(new(pair), data={**TYPED, "once": "a" * 32}).status_code == 302
    assert "Self-rostering" in nadia.get(f"/partnerships/{pair.id}").text
    assert browser(make_user("Eve")).post(address, data=TYPED).status_code == 404
