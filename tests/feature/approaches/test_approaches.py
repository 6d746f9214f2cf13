"""A pair writes to an employer: who signs, who reads, who is told, how it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
import time_machine

from jobboard.applications import signing
from jobboard.approaches import service
from jobboard.approaches.domain import (
    REPLY_WITHIN,
    REST,
    AlreadyLiveError,
    ApproachState,
    NobodyReadsError,
    NotAPairNowError,
    OtherTextError,
    OwnEmployerError,
    RestsError,
    SettledMeanwhileError,
    UnfinishedError,
    WrittenMeanwhileError,
)
from jobboard.approaches.models import Approach
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.errors import UserError
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, NotAllowedError, StaleAuthenticationError
from jobboard.organisations.domain import MemberKind
from jobboard.organisations.models import Organisation
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.ending import Wish
from jobboard.roles.domain import Origin
from tests.factories.applications import actor_of
from tests.factories.approaches import SAID, make_approach, send_approach
from tests.factories.people import make_user
from tests.factories.world import add_member, make_organisation, make_partnership, make_role
from tests.feature.pages.test_homes import statements

DAY = timedelta(days=1)
S = ApproachState


@pytest.fixture
def pair(db):
    del db
    return make_partnership()


@pytest.fixture
def employer(db):
    del db
    return make_organisation()


@pytest.fixture
def owner(employer):
    return actor_of(employer.memberships[0].user)


@pytest.fixture
def draft(pair, employer):
    return make_approach(pair, employer)


def fresh(approach) -> Approach:
    session().expire_all()
    return session().get_one(Approach, approach.id)


def to(sink) -> list[str]:
    return sorted(str(letter["To"]) for letter in sink)


def test_the_second_signature_on_the_same_text_freezes_and_sends_it(draft, pair, work, sink):
    assert service.sign(actor_of(pair.first), draft, draft.content_hash, now()) is False
    assert fresh(draft).status is S.DRAFTED
    seen = draft.content_hash
    assert service.sign(actor_of(pair.second), draft, seen, now()) is True
    sent = fresh(draft)
    assert sent.status is S.SENT
    assert signing.verifies(sent.payload, seen)
    work()
    staff = session().get(Organisation, draft.organisation_id).memberships[0].user
    assert str(staff.address) in to(sink)
    assert all(SAID.why not in str(letter) for letter in sink)


def test_signing_needs_a_fresh_password_the_seen_text_and_ones_own_hand(draft, pair):
    first, at = actor_of(pair.first), now()
    stale = Actor(user_id=pair.first_id, authenticated_at=at - timedelta(minutes=6))
    with pytest.raises(StaleAuthenticationError):
        service.sign(stale, draft, draft.content_hash, at)
    with pytest.raises(OtherTextError):
        service.sign(first, draft, "0" * 64, at)
    with pytest.raises(NotAllowedError):
        service.sign(actor_of(make_user("Tom Adeyemi")), draft, draft.content_hash, at)
    for _ in range(2):
        assert service.sign(first, draft, draft.content_hash, at) is False
    assert len(fresh(draft).signatures) == 1


def test_an_edit_by_either_clears_the_signature_and_tells_the_partner(draft, pair, work, sink):
    service.sign(actor_of(pair.first), draft, draft.content_hash, now())
    work()
    sink.clear()
    number = draft.number
    said = replace(SAID, why="For another reason.")
    assert service.save(actor_of(pair.second), draft, said, number, now())
    assert not service.save(actor_of(pair.second), draft, said, number, now())
    assert fresh(draft).signatures == []
    work()
    assert to(sink) == [str(pair.first.address)]
    with pytest.raises(WrittenMeanwhileError):
        service.save(actor_of(pair.first), draft, SAID, number, now())
    assert fresh(draft).why == "For another reason."


def test_a_half_written_text_cannot_be_signed(pair, employer):
    for said in (replace(SAID, why=""), replace(SAID, proposition=" "),
                 replace(SAID, week="aaaaaaaaaa"), replace(SAID, week="." * 10)):  # fmt: skip
        draft = make_approach(pair, employer, said=said)
        with pytest.raises(UnfinishedError):
            service.sign(actor_of(pair.first), draft, draft.content_hash, now())
        service.withdraw(actor_of(pair.first), draft, now())


def test_too_many_words_are_refused_at_their_field(draft, pair):
    with pytest.raises(UserError) as refused:
        service.save(
            actor_of(pair.first), draft, replace(SAID, why="w " * 301), draft.number, now()
        )
    assert refused.value.field == "why"
    assert fresh(draft).why == SAID.why


def test_only_a_formed_pair_writes_and_not_to_its_own_or_to_nobody(pair, employer):
    empty = Organisation(name="Quiet Trust", slug="quiet-trust", created_at=now())
    session().add(empty)
    session().commit()
    with pytest.raises(NobodyReadsError):
        make_approach(pair, empty)
    panel_only = make_organisation("Panel Trust")
    panel_only.memberships[0].kind = MemberKind.PANEL
    session().commit()
    with pytest.raises(NobodyReadsError):
        make_approach(pair, panel_only)
    add_member(employer, pair.second, MemberKind.VIEWER)
    with pytest.raises(OwnEmployerError):
        make_approach(pair, employer)
    other = make_organisation("Wyeford Council")
    draft = make_approach(pair, other)
    partnerships.pause(actor_of(pair.first), pair, "", now())
    with pytest.raises(NotAPairNowError):
        service.sign(actor_of(pair.first), draft, draft.content_hash, now())
    with pytest.raises(NotAPairNowError):
        make_approach(pair, make_organisation("A third"))


def test_one_lives_at_a_time_and_the_next_waits_ninety_days(pair, employer, owner):
    sent = send_approach(make_approach(pair, employer))
    with pytest.raises(AlreadyLiveError):
        make_approach(pair, employer)
    service.decline(owner, sent, "Thank you. Not this year.", now())
    end = sent.settled_at
    early = time_machine.travel(end + REST - timedelta(minutes=1), tick=False)
    with early, pytest.raises(RestsError):
        make_approach(pair, employer)
    with time_machine.travel(end + REST, tick=False):
        assert make_approach(pair, employer).is_draft


def test_a_draft_that_was_given_up_and_an_invitation_leave_the_way_open(pair, employer, owner):
    service.withdraw(actor_of(pair.second), make_approach(pair, employer), now())
    sent = send_approach(make_approach(pair, employer))
    service.invite(owner, sent, None, "Come and talk.", now())
    assert make_approach(pair, employer).is_draft


def test_nobody_at_the_employer_sees_a_draft_or_what_was_withdrawn(
    browser, draft, employer, pair, work, sink
):
    ruth = employer.memberships[0].user
    base = f"/organisations/{employer.id}/approaches"
    path = f"{base}/{draft.id}"
    assert browser(ruth).get(path).status_code == 404
    assert SAID.why not in browser(ruth).get(base).text
    send_approach(draft)
    assert SAID.why in browser(ruth).get(path).text
    panel = make_user("Moira Kell")
    add_member(employer, panel, MemberKind.PANEL)
    assert browser(panel).get(path).status_code == 404
    assert browser(panel).get(base).status_code == 404
    work()
    sink.clear()
    service.withdraw(actor_of(pair.first), draft, now())
    assert browser(ruth).get(path).status_code == 404
    work()
    assert to(sink) == sorted([str(ruth.address), str(pair.second.address)])


def test_looking_writes_nothing_and_the_first_reading_stays(browser, draft, employer, pair):
    send_approach(draft)
    client = browser(employer.memberships[0].user)
    path = f"/organisations/{employer.id}/approaches/{draft.id}"
    client.get(path)
    assert fresh(draft).status is S.SENT
    client.post(f"{path}/reading")
    first = fresh(draft).read_at
    assert first is not None
    with time_machine.travel(now() + DAY, tick=False):
        browser(employer.memberships[0].user).post(f"{path}/reading")
    assert fresh(draft).read_at == first
    assert ">Read<" in browser(pair.first).get(f"/approaches/{draft.id}").text


def test_an_answer_reaches_both_once_and_stays(browser, draft, employer, pair, work, sink):
    send_approach(draft)
    role = make_role(employer, title="Director of Tides")
    work()
    sink.clear()
    path = f"/organisations/{employer.id}/approaches/{draft.id}"
    client = browser(employer.memberships[0].user)
    assert client.post(f"{path}/invitation", data={"role": str(role.id)}).status_code == 302
    work()
    assert to(sink) == sorted(str(person.address) for person in pair.people)
    told = fresh(draft)
    assert (told.status, told.invited_to_id) == (S.INVITED, role.id)
    assert told.read_at is not None
    late = client.post(f"{path}/refusal", data={"words": "We changed our mind."})
    assert late.status_code == 409
    assert "We changed our mind." in late.text
    assert "Director of Tides" in browser(pair.second).get(f"/approaches/{draft.id}").text
    with pytest.raises(IllegalMoveError):
        service.withdraw(actor_of(pair.first), fresh(draft), now())


def test_an_invitation_says_something_and_only_to_an_open_role_of_theirs(draft, employer, owner):
    send_approach(draft)
    with pytest.raises(UserError):
        service.invite(owner, draft, None, "  ", now())
    for role in (make_role(employer, closed=True), make_role(make_organisation("Wyeford"))):
        with pytest.raises(UserError):
            service.invite(owner, draft, role, "Come.", now())
    with pytest.raises(UserError):
        service.decline(owner, draft, "", now())
    assert fresh(draft).status is S.SENT


def test_another_organisation_answers_nothing(draft):
    send_approach(draft)
    stranger = actor_of(make_organisation("Wyeford Council").memberships[0].user)
    for act in (lambda: service.mark_read(stranger, draft, now()),
                lambda: service.decline(stranger, draft, "No.", now()),
                lambda: service.withdraw(stranger, draft, now())):  # fmt: skip
        with pytest.raises(NotAllowedError):
            act()


def test_thirty_days_without_an_answer_are_no_reply_and_the_employer_is_told_nothing(
    draft, pair, owner, work, sink
):
    send_approach(draft)
    sent_at = draft.sent_at
    work()
    sink.clear()
    with time_machine.travel(sent_at + REPLY_WITHIN - timedelta(seconds=1), tick=False):
        work()
        service.lapse(draft.id, now())
        assert fresh(draft).status is S.SENT
    with time_machine.travel(sent_at + REPLY_WITHIN, tick=False):
        work()
        service.lapse(draft.id, now())
        assert fresh(draft).status is S.NO_REPLY
        with pytest.raises(SettledMeanwhileError):
            service.invite(owner, draft, None, "Sorry, come.", now())
    assert to(sink) == sorted(str(person.address) for person in pair.people)


def test_an_answered_one_does_not_lapse(draft, owner, work):
    send_approach(draft)
    service.decline(owner, draft, "Thank you.", now())
    with time_machine.travel(draft.sent_at + REPLY_WITHIN + DAY, tick=False):
        work()
    assert fresh(draft).status is S.DECLINED


def test_with_the_end_of_the_pair_ends_what_lives(draft, pair):
    told = send_approach(make_approach(pair, make_organisation("Wyeford")))
    partnerships.start_dissolving(actor_of(pair.first), pair, "It was good.", now())
    assert fresh(told).status is S.SENT
    partnerships.wish(actor_of(pair.second), pair, Wish.END, now())
    assert [fresh(one).status for one in (draft, told)] == [S.WITHDRAWN, S.WITHDRAWN]


def test_two_who_write_at_once_both_keep_their_words(browser, draft, pair):
    path = f"/approaches/{draft.id}/text"
    sent = {"proposition": SAID.proposition, "base": draft.number, "week-a": ["0"], "week-b": ["9"]}
    browser(pair.first).post(path, data={**sent, "why": "First words."})
    late = browser(pair.second).post(path, data={**sent, "why": "Second words."})
    assert late.status_code == 409
    assert "First words." in late.text
    assert "Second words." in late.text
    assert fresh(draft).why == "First words."
    assert fresh(draft).week == "a........b"


def test_words_typed_after_it_was_sent_come_back(browser, draft, pair):
    send_approach(draft)
    late = browser(pair.first).post(f"/approaches/{draft.id}/text",
                                    data={"why": "Too late.", "base": draft.number})  # fmt: skip
    assert late.status_code == 409
    assert "Too late." in late.text
    assert fresh(draft).why == SAID.why


def test_where_nobody_reads_it_the_page_says_so_and_leads_to_the_source(browser, pair):
    quiet = Organisation(name="Quiet Trust", slug="quiet-trust", website="https://quiet.test",
                         imported_key="quiet", created_at=now())  # fmt: skip
    session().add(quiet)
    session().commit()
    role = make_role(quiet, origin=Origin.IMPORTED, source="A board")
    client, path = browser(pair.first), f"/organisations/{quiet.id}/approaches/new"
    page = client.get(f"{path}?role={role.id}").text
    assert "nobody could read it here" in page
    assert "https://quiet.test" in page
    assert "A board" in page
    client.post(path, data={"partnership": str(pair.id)})
    assert session().scalars(sa.select(Approach)).all() == []
    assert client.get(f"{path}?role={make_role().id}").status_code == 404
    assert client.get(f"{path}?role=nonsense").status_code == 404


def test_a_pair_starts_from_an_advert_and_lands_in_the_editor(browser, pair, employer):
    role = make_role(employer, origin=Origin.IMPORTED)
    path = f"/organisations/{employer.id}/approaches/new?role={role.id}"
    answer = browser(pair.first).post(path, data={"partnership": str(pair.id)})
    [made] = session().scalars(sa.select(Approach))
    assert answer.location == f"/approaches/{made.id}/text"
    assert made.role_id == role.id
    assert made.proposition == pair.proposition


def test_lists_and_homes_ask_as_many_questions_for_one_as_for_ten(browser, pair, employer):
    ruth = employer.memberships[0].user
    both = browser(pair.second), browser(ruth)
    pages = [(both[0], f"/partnerships/{pair.id}/approaches"), (both[0], "/"),
             (both[1], f"/organisations/{employer.id}/approaches"), (both[1], "/")]  # fmt: skip

    def more() -> None:
        half = make_approach(pair, make_organisation("Wyeford"))
        service.sign(actor_of(pair.first), half, half.content_hash, now())
        send_approach(make_approach(make_partnership(), employer))

    more()
    for client, path in pages:
        client.get(path)
    few = [statements(lambda c=client, p=path: c.get(p)) for client, path in pages]
    for _ in range(9):
        more()
    many = [statements(lambda c=client, p=path: c.get(p)) for client, path in pages]
    assert many == few


@pytest.mark.parametrize("where", ["invitation", "refusal"])
def test_an_answer_to_what_was_withdrawn_meanwhile_comes_back(
    browser, draft, employer, pair, where
):
    send_approach(draft)
    service.withdraw(actor_of(pair.first), draft, now())
    client = browser(employer.memberships[0].user)
    path = f"/organisations/{employer.id}/approaches/{draft.id}/{where}"
    answer = client.post(path, data={"words": "We would like to talk."})
    assert answer.status_code == 409
    assert "We would like to talk." in answer.text
    assert SAID.why not in answer.text
    assert client.get(path).status_code == 404
