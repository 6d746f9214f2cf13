"""A pair: both confirm, both write, either parts; everybody else finds nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from jobboard.core import events
from jobboard.core.activity import trail_of
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import session
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import NotAllowedError
from jobboard.partnerships import queries, service
from jobboard.partnerships.domain import (
    Acceptance,
    PartnershipEndedError,
    PartnershipStatus,
    StaleTemplateError,
    Terms,
)
from jobboard.partnerships.events import PartnershipFormed
from jobboard.partnerships.models import Partnership
from jobboard.planning.share_types import ShareType
from tests.conftest import Browser
from tests.factories.pairs import actor_of, make_entry, make_invitation, make_profile
from tests.factories.people import make_user
from tests.factories.world import make_partnership

pytestmark = pytest.mark.usefixtures("db")
Work = Callable[[], int]


@pytest.fixture
def formed_events(monkeypatch: pytest.MonkeyPatch) -> list[PartnershipFormed]:
    heard: list[PartnershipFormed] = []
    kept = events._handlers[PartnershipFormed]
    monkeypatch.setitem(events._handlers, PartnershipFormed, [*kept, heard.append])
    return heard


def test_the_second_yes_forms_the_pair_and_both_are_told_at_once(
    browser: Browser,
    work: Work,
    sink: list[EmailMessage],
    formed_events: list[PartnershipFormed],
) -> None:
    pair = make_partnership(formed=False)
    url = f"/partnerships/{pair.id}/confirmation"
    first, second = browser(pair.first), browser(pair.second)
    assert "Each signs" in first.get(url).text
    answer = first.post(url, follow_redirects=True)
    assert "You said yes. Helen has yet to confirm." in answer.text
    assert not pair.is_formed
    assert "It is your turn" in second.get(f"/partnerships/{pair.id}").text
    assert "It is Helen’s turn" in first.get(f"/partnerships/{pair.id}").text
    answer = second.post(url, follow_redirects=True)
    assert "You and Nadia are a pair." in answer.text
    session().refresh(pair)
    assert pair.is_formed
    assert formed_events == [PartnershipFormed(partnership_id=pair.id)]
    actions = sorted(act.action for act in trail_of([pair.id]))
    assert actions == ["partnership.confirmed", "partnership.confirmed", "partnership.formed"]
    work()
    assert sorted(mail["To"] for mail in sink) == sorted([pair.first.address, pair.second.address])
    assert {mail["Subject"] for mail in sink} == {"You are a pair"}
    assert len({mail["Date"] for mail in sink}) == 1


def test_nobody_confirms_for_the_other(browser: Browser) -> None:
    pair = make_partnership(formed=False)
    page = browser(pair.first)
    for _ in range(3):
        page.post(f"/partnerships/{pair.id}/confirmation")
    session().refresh(pair)
    assert not pair.is_formed
    assert pair.second_confirmed_at is None
    assert len(trail_of([pair.id])) == 1


def test_looking_at_the_confirmation_confirms_nothing(browser: Browser) -> None:
    pair = make_partnership(formed=False)
    browser(pair.first).get(f"/partnerships/{pair.id}/confirmation")
    session().refresh(pair)
    assert pair.first_confirmed_at is None


def test_either_may_part_before_the_pair_is_formed(
    browser: Browser, work: Work, sink: list[EmailMessage]
) -> None:
    pair = make_partnership(formed=False)
    url = f"/partnerships/{pair.id}/parting"
    page = browser(pair.second)
    assert "Go separate ways?" in page.get(url).text
    assert page.post(url).location == "/partnerships"
    session().refresh(pair)
    assert pair.status is PartnershipStatus.PARTED
    assert page.post(url).status_code == 409
    assert page.post(f"/partnerships/{pair.id}/confirmation").status_code == 409
    assert "can still be read" in page.get(f"/partnerships/{pair.id}").text
    work()
    assert [mail["To"] for mail in sink] == [pair.first.address]


def test_a_formed_pair_does_not_part_here(browser: Browser) -> None:
    pair = make_partnership()
    page = browser(pair.first)
    assert "cannot be ended on this page" in page.get(f"/partnerships/{pair.id}/parting").text
    assert page.post(f"/partnerships/{pair.id}/parting").status_code == 409
    with pytest.raises(IllegalMoveError):
        service.part(actor_of(pair.first), pair, now())
    session().refresh(pair)
    assert pair.is_formed


def pages_of(pair: Partnership) -> list[str]:
    entry = pair.track_record[0]
    ends = [
        "confirmation", "edit", "proposition", "parting", "track-record/new",
        f"track-record/{entry.id}", f"track-record/{entry.id}/removal",
    ]  # fmt: skip
    return [f"/partnerships/{pair.id}/{end}" for end in ends]


def test_a_stranger_sees_nothing_and_changes_nothing(browser: Browser) -> None:
    pair, other = make_partnership(), make_partnership(make_user("Ann"), make_user("Bea"))
    before = (pair.name, pair.proposition, pair.lock_version)
    stranger = browser(other.first)
    assert stranger.get(f"/partnerships/{pair.id}").status_code == 404
    assert str(pair.id) not in stranger.get("/partnerships").text
    for url in pages_of(pair):
        assert stranger.get(url).status_code == 404
        assert stranger.post(url, data={"name": "Mine", "text": "Mine"}).status_code == 404
        assert "/sign-in" in browser().get(url).location
        assert "/sign-in" in browser().post(url).location
    session().refresh(pair)
    assert (pair.name, pair.proposition, pair.lock_version) == before


def test_an_entry_is_reached_through_its_own_partnership_only(browser: Browser) -> None:
    pair = make_partnership()
    other = make_partnership(pair.first, make_user("Bea"))
    entry = pair.track_record[0]
    page = browser(pair.first)
    assert page.get(f"/partnerships/{other.id}/track-record/{entry.id}").status_code == 404
    assert page.get(f"/partnerships/{pair.id}/track-record/{entry.id}").status_code == 200


def test_verbs_refuse_a_stranger() -> None:
    pair, ann = make_partnership(formed=False), make_user("Ann Lee")
    actor, at = actor_of(ann), now()
    with pytest.raises(NotAllowedError):
        service.confirm(actor, pair, at)
    with pytest.raises(NotAllowedError):
        service.part(actor, pair, at)
    with pytest.raises(NotAllowedError):
        service.settle(actor, pair, pair.terms, pair.terms.mark)
    with pytest.raises(NotAllowedError):
        service.save_proposition(actor, pair, "Mine", 1, at)


def test_the_page_shows_both_and_their_weeks(browser: Browser) -> None:
    pair = make_partnership()
    make_profile(pair.first, availability="ppppcc----")
    make_profile(pair.second, availability="----ccpppp", headline="Rota reformer")
    shown = browser(pair.second).get(f"/partnerships/{pair.id}").text
    assert "Nadia: would like Monday, Tuesday; could work Wednesday" in shown
    assert "Helen: would like Thursday, Friday; could work Wednesday" in shown
    assert "Rota reformer" in shown
    assert "Nadia: Monday, Tuesday. Helen: Thursday, Friday." in shown
    assert "6 years" in shown or "as a pair" in shown
    assert shown.count("(you)") == 1


def test_a_missing_profile_is_said_in_words(browser: Browser) -> None:
    pair = make_partnership()
    shown = browser(pair.first).get(f"/partnerships/{pair.id}").text
    assert "Helen has not said yet when they could work." in shown
    assert "You have not said yet when you could work." in shown
    assert "Laid together" not in shown


def test_terms_are_settled_for_both(browser: Browser) -> None:
    pair = make_partnership()
    data = {
        "name": "Marsh & Okafor",
        "share_type": "islands",
        "acceptance": "either",
        "base": pair.terms.mark,
    }
    answer = browser(pair.second).post(f"/partnerships/{pair.id}/edit", data=data)
    assert answer.location == f"/partnerships/{pair.id}"
    session().refresh(pair)
    assert pair.terms == Terms("Marsh & Okafor", ShareType.ISLANDS, Acceptance.EITHER)
    assert "Marsh &amp; Okafor" in browser(pair.first).get("/partnerships").text


@pytest.mark.parametrize(
    "change", [{"name": ""}, {"name": "x" * 201}, {"share_type": "solo"}, {"acceptance": ""}]
)
def test_terms_that_cannot_stand_come_back(browser: Browser, change: dict[str, str]) -> None:
    pair = make_partnership()
    data = {"name": "N", "share_type": "twin", "acceptance": "either", "base": pair.terms.mark}
    answer = browser(pair.first).post(f"/partnerships/{pair.id}/edit", data={**data, **change})
    assert answer.status_code == 422
    assert "There is a problem" in answer.text


def test_stale_terms_show_both(browser: Browser) -> None:
    pair = make_partnership()
    old = pair.terms.mark
    service.settle(
        actor_of(pair.second), pair, Terms("Helen’s", ShareType.TWIN, Acceptance.EITHER), old
    )
    data = {"name": "Nadia’s", "share_type": "twin", "acceptance": "either", "base": old}
    page = browser(pair.first)
    answer = page.post(f"/partnerships/{pair.id}/edit", data=data)
    assert answer.status_code == 409
    assert "Helen’s" in answer.text
    assert 'value="Nadia’s"' in answer.text
    assert pair.terms.mark in answer.text
    assert page.post(
        f"/partnerships/{pair.id}/edit", data={**data, "base": pair.terms.mark}
    ).status_code == 302  # fmt: skip
    session().refresh(pair)
    assert pair.name == "Nadia’s"


def test_the_template_may_be_short_and_grows_by_one(browser: Browser) -> None:
    pair = make_partnership()
    url = f"/partnerships/{pair.id}/proposition"
    page = browser(pair.second)
    assert "Between us" in page.get(url).text
    answer = page.post(url, data={"text": "Two <b>voices</b>.\r\n\r\nOne answer.", "base": "1"})
    assert answer.location == f"/partnerships/{pair.id}#proposition"
    session().refresh(pair)
    assert pair.proposition == "Two <b>voices</b>.\n\nOne answer."
    assert (pair.proposition_number, pair.proposition_by_id) == (2, pair.second_id)
    shown = browser(pair.first).get(f"/partnerships/{pair.id}").text
    assert "Two &lt;b&gt;voices&lt;/b&gt;." in shown
    assert "4 words, version 2" in shown


def test_a_save_without_a_change_is_no_new_version() -> None:
    pair = make_partnership()
    service.save_proposition(actor_of(pair.first), pair, pair.proposition, 0, now())
    assert pair.proposition_number == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("word " * 601, "This has 601 words. Use 600 at most"),
        ("x" * 20_001, "kB of text. Shorten it"),
        ("a\x00b", "cannot be stored"),
    ],
)
def test_a_text_that_is_too_much_comes_back_whole(
    browser: Browser, text: str, sentence: str
) -> None:
    pair = make_partnership()
    answer = browser(pair.first).post(
        f"/partnerships/{pair.id}/proposition", data={"text": text, "base": "1"}
    )
    assert answer.status_code == 422
    assert sentence in answer.text
    assert text.replace("\x00", "").strip()[:300] in answer.text
    session().refresh(pair)
    assert pair.proposition_number == 1


def test_a_200_kb_text_is_a_field_error_not_a_crash(browser: Browser) -> None:
    pair = make_partnership()
    answer = browser(pair.first).post(
        f"/partnerships/{pair.id}/proposition", data={"text": "word " * 40_000, "base": "1"}
    )
    assert answer.status_code == 422


def test_a_stale_text_meets_the_other_side_by_side(browser: Browser) -> None:
    pair = make_partnership()
    theirs = "We lead. You gain two voices. We part well."
    service.save_proposition(actor_of(pair.second), pair, theirs, 1, now())
    mine = "We lead. You gain one voice. We part well."
    page = browser(pair.first)
    url = f"/partnerships/{pair.id}/proposition"
    answer = page.post(url, data={"text": mine, "base": "1"})
    assert answer.status_code == 409
    assert '<mark class="t-a">You gain one voice.</mark>' in answer.text
    assert '<mark class="t-b">You gain two voices.</mark>' in answer.text
    assert 'name="base" type="hidden" value="2"' in answer.text
    form = answer.text.split("Bring the two texts together")[1]
    assert " checked" not in form
    assert re.search(r"<textarea[^>]*>\s*</textarea>", form)
    held = {"mine": mine, "text": "", "base": "2"}
    for undecided, words in (({}, "or write it"), ({"fill": "1"}, "Choose for each passage")):
        asked = page.post(url, data={**held, **undecided})
        assert asked.status_code == 422
        assert words in asked.text
        assert '<mark class="t-a">You gain one voice.</mark>' in asked.text
    filled = page.post(url, data={**held, "p0": "both", "fill": "1"})
    both = "We lead. You gain one voice. You gain two voices. We part well."
    assert filled.status_code == 200
    assert f">\r\n{both}</textarea>" in filled.text
    session().refresh(pair)
    assert pair.proposition == theirs
    saved = page.post(url, data={"mine": mine, "text": both, "base": "2"})
    assert saved.status_code == 302
    session().refresh(pair)
    assert (pair.proposition, pair.proposition_number) == (both, 3)


def test_a_merge_that_is_stale_again_meets_the_newest(browser: Browser) -> None:
    pair = make_partnership()
    for number, text in enumerate(("Second text.", "Third text."), start=1):
        service.save_proposition(actor_of(pair.second), pair, text, number, now())
    url = f"/partnerships/{pair.id}/proposition"
    answer = browser(pair.first).post(url, data={"mine": "Mine.", "text": "Merged.", "base": "2"})
    assert answer.status_code == 409
    assert "Third text." in answer.text
    assert "Merged." in answer.text


def test_a_merge_that_is_too_long_comes_back(browser: Browser) -> None:
    pair = make_partnership()
    answer = browser(pair.first).post(
        f"/partnerships/{pair.id}/proposition",
        data={"mine": "Mine.", "text": "word " * 601, "base": "1"},
    )
    assert answer.status_code == 422
    assert "601 words" in answer.text


def test_the_verb_hands_over_both_texts() -> None:
    pair = make_partnership()
    with pytest.raises(StaleTemplateError) as caught:
        service.save_proposition(actor_of(pair.first), pair, "Mine.", 0, now())
    assert (caught.value.mine, caught.value.theirs) == ("Mine.", pair.proposition)


def test_what_has_ended_is_read_not_changed(browser: Browser) -> None:
    pair = make_partnership(formed=False)
    service.part(actor_of(pair.first), pair, now())
    page = browser(pair.second)
    shown = page.get(f"/partnerships/{pair.id}").text
    assert "Between us we have rebuilt" in shown
    assert "Add an entry" not in shown
    terms = {"name": "N", "share_type": "twin", "acceptance": "either", "base": pair.terms.mark}
    answers = [
        page.post(f"/partnerships/{pair.id}/edit", data=terms),
        page.post(f"/partnerships/{pair.id}/proposition", data={"text": "N", "base": "1"}),
        page.post(f"/partnerships/{pair.id}/track-record/{pair.track_record[0].id}/removal"),
    ]
    assert [answer.status_code for answer in answers] == [409, 409, 409]
    assert "This partnership has ended" in answers[0].text
    with pytest.raises(PartnershipEndedError):
        service.save_proposition(actor_of(pair.first), pair, "N", 1, now())


def test_the_lists_of_a_person() -> None:
    nadia = make_user()
    formed = make_partnership(nadia, make_user("Helen Marsh"))
    connected = make_partnership(nadia, make_user("Ann Lee"), formed=False)
    parted = make_partnership(nadia, make_user("Bea Fox"), formed=False)
    service.part(actor_of(nadia), parted, now())
    make_partnership(make_user("X"), make_user("Y"))
    actor = actor_of(nadia)
    assert {pair.id for pair in queries.of_person(actor)} == {formed.id, connected.id, parted.id}
    assert queries.of_person(actor)[-1].id == parted.id
    assert [pair.id for pair in queries.formed_of_person(actor)] == [formed.id]
    with pytest.raises(sa.exc.NoResultFound):
        queries.one_of_member(actor_of(make_user("Z")), formed.id)


def selects(page: FlaskClient, url: str) -> int:
    statements: list[str] = []

    def note(_c: object, _k: object, statement: str, *_: object) -> None:
        statements.append(statement)

    sa.event.listen(database.engine, "before_cursor_execute", note)
    assert page.get(url).status_code == 200
    sa.event.remove(database.engine, "before_cursor_execute", note)
    return len([each for each in statements if each.startswith("SELECT")])


def test_the_page_of_a_pair_asks_little_however_long_its_record(browser: Browser) -> None:
    pair = make_partnership()
    make_profile(pair.first)
    make_profile(pair.second)
    page = browser(pair.first)
    url = f"/partnerships/{pair.id}"
    few = selects(page, url)
    for _ in range(10):
        make_entry(pair)
    assert selects(page, url) == few <= 16


def test_people_see_names_through_display_name_only() -> None:
    root = Path(__file__).parents[3] / "templates"
    for folder in ("partnerships", "candidates"):
        for template in (root / folder).glob("*.html"):
            words = template.read_text(encoding="utf-8")
            assert "first.name" not in words
            assert "second.name" not in words
            assert "inviter.name" not in words
            assert "|safe" not in words


def test_an_invitation_row_never_outlives_its_inviter() -> None:
    nadia = make_user()
    make_invitation(nadia)
    session().delete(nadia)
    session().commit()
    assert session().scalar(sa.text("select count(*) from partnership_invitations")) == 0


@pytest.mark.parametrize("name", ["\u200b", "Win at www.evil.example"])
def test_the_name_of_a_pair_is_a_name(browser: Browser, name: str) -> None:
    pair = make_partnership()
    terms = {"share_type": "hybrid", "acceptance": "either", "base": pair.terms.mark}
    answer = browser(pair.first).post(f"/partnerships/{pair.id}/edit", data={**terms, "name": name})
    assert answer.status_code == 422
    assert "The name of your pair" in answer.text
