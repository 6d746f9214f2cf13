"""A question on an advert: who reads what of it, and who is told."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

import pytest
import sqlalchemy as sa
import time_machine

from jobboard.core.activity import Activity
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.organisations.domain import MemberKind
from jobboard.roles import service
from jobboard.roles.asking import MOST_WAITING, QuestionMovedError, QuestionState
from jobboard.roles.domain import CancelReason
from jobboard.roles.models import RoleQuestion
from tests.factories.people import make_user
from tests.factories.questions import WORDS, make_question
from tests.factories.world import add_member, make_organisation, make_role
from tests.feature.pages.test_homes import statements

ANSWER = "Yes, from the first of June."
NAME = "Siobhan Keane"


@pytest.fixture
def role(northmoor):
    return make_role(northmoor)


@pytest.fixture
def siobhan(db):
    del db
    return make_user(NAME)


def one() -> RoleQuestion:
    session().expire_all()
    return session().scalars(sa.select(RoleQuestion)).one()


def ask(browser, role, person, words=WORDS):
    return browser(person).post(f"/roles/{role.id}/questions/new", data={"words": words})


def test_staff_have_a_mail_and_a_list_without_the_name(
    browser, role, siobhan, northmoor, ruth, work, sink
):
    recruiter, panel = make_user("Ngozi Farrow"), make_user("Moira Kell")
    add_member(northmoor, recruiter)
    add_member(northmoor, panel, MemberKind.PANEL)
    assert ask(browser, role, siobhan).status_code == 302
    work()
    assert {str(one["To"]) for one in sink} == {str(ruth.address), str(recruiter.address)}
    for letter in sink:
        assert WORDS not in str(letter)
        assert "Keane" not in str(letter)
    pages = [browser(ruth).get(path).text for path in (
        f"/roles/{role.id}/questions", f"/roles/{role.id}/questions/{one().id}",
        f"/roles/{role.id}/questions/{one().id}/refusal", "/", "/roles/mine")]  # fmt: skip
    assert WORDS in unescape(pages[0])
    assert all("Keane" not in page and str(siobhan.id) not in page for page in pages)
    assert "1 question waits" in pages[4]
    trail = session().scalars(sa.select(Activity).where(Activity.subject_id == one().id))
    assert [row.actor_id for row in trail] == [None]


def test_what_is_not_answered_is_public_nowhere(browser, role, siobhan, northmoor):
    make_question(role, siobhan, words="Unheard thing one?")
    declined = make_question(role, siobhan, words="Unheard thing two?")
    taken = make_question(role, siobhan, words="Unheard thing three?")
    actor = Actor(northmoor.memberships[0].user_id)
    service.decline_question(actor, declined, "For you alone: Unheard.", declined.lock_version)
    service.withdraw_question(Actor(siobhan.id), taken)
    paths = (f"/roles/{role.id}", "/roles", "/roles.atom", f"/employers/{northmoor.slug}",
             f"/organisations/{northmoor.id}/roles.atom")  # fmt: skip
    for client in (browser(), browser(make_user("Tom Adeyemi"))):
        for path in paths:
            answer = client.get(path)
            page = answer.text
            assert answer.status_code == 200
            assert "Unheard" not in page, path
            assert "Keane" not in page, path
    assert "Unheard thing three" not in browser(northmoor.memberships[0].user).get(
        f"/roles/{role.id}/questions").text  # fmt: skip


def test_an_answer_stands_on_the_advert_at_once_and_the_asker_is_mailed(
    browser, role, siobhan, ruth, work, sink
):
    ask(browser, role, siobhan)
    work()
    sink.clear()
    before = browser().get(f"/roles/{role.id}").text
    path = f"/roles/{role.id}/questions/{one().id}"
    sent = {"answer": ANSWER, "base": one().lock_version}
    assert browser(ruth).post(path, data=sent).status_code == 302
    after = unescape(browser().get(f"/roles/{role.id}").text)
    assert ANSWER not in before
    assert ANSWER in after
    assert WORDS in after
    assert "Keane" not in after
    work()
    assert [str(letter["To"]) for letter in sink] == [str(siobhan.address)]
    assert ANSWER not in str(sink[0])


def test_a_changed_answer_says_when_and_can_hide_the_question(browser, role, siobhan, ruth):
    question = make_question(role, siobhan, answer=ANSWER)
    browser().get(f"/roles/{role.id}")
    with time_machine.travel(now() + timedelta(days=2), tick=False):
        sent = {"answer": "No longer.", "is_hidden": "y", "base": question.lock_version}
        browser(ruth).post(f"/roles/{role.id}/questions/{question.id}", data=sent)
        page = unescape(browser().get(f"/roles/{role.id}").text)
    assert "No longer." in page
    assert ANSWER not in page
    assert WORDS not in page
    assert "12 January 2027" in page.split("changed on")[1][:90]


def test_the_same_answer_again_changes_nothing(role, siobhan, actor):
    question = make_question(role, siobhan, answer=ANSWER)
    service.amend_answer(actor, question, f" {ANSWER} ", False, question.lock_version, now())
    assert one().changed_at is None


def test_two_who_answer_at_once_both_keep_their_words(browser, role, siobhan, ruth):
    question = make_question(role, siobhan)
    base, path = question.lock_version, f"/roles/{role.id}/questions/{question.id}"
    browser(ruth).post(path, data={"answer": ANSWER, "base": base})
    second = browser(ruth).post(path, data={"answer": "Certainly not.", "base": base})
    assert second.status_code == 409
    assert ANSWER in second.text
    assert "Certainly not." in second.text
    assert one().answer == ANSWER


@pytest.mark.parametrize("where", ["", "/refusal"])
def test_words_for_a_question_that_was_taken_back_come_back(browser, role, siobhan, ruth, where):
    question = make_question(role, siobhan)
    base = question.lock_version
    service.withdraw_question(Actor(siobhan.id), question)
    client, path = browser(ruth), f"/roles/{role.id}/questions/{question.id}{where}"
    answer = client.post(path, data={"answer": ANSWER, "reply": ANSWER, "base": base})
    assert answer.status_code == 409
    assert ANSWER in answer.text
    assert WORDS not in unescape(answer.text)
    assert client.get(path).status_code == 302
    assert one().status is QuestionState.WITHDRAWN


def test_a_reply_is_for_the_asker_alone(browser, role, siobhan, ruth, work, sink):
    question = make_question(role, siobhan)
    path = f"/roles/{role.id}/questions/{question.id}/refusal"
    browser(ruth).post(path, data={"reply": "Ring me.", "base": question.lock_version})
    work()
    assert [str(letter["To"]) for letter in sink] == [str(siobhan.address)]
    assert "Ring me." in browser(siobhan).get("/questions").text
    assert "Ring me." not in browser(make_user("Tom Adeyemi")).get("/questions").text
    with pytest.raises(IllegalMoveError):
        service.answer_question(Actor(ruth.id), one(), ANSWER, False, one().lock_version, now())


@pytest.mark.parametrize("words", ["", "  \n", "word " * 101])
def test_bad_words_come_back_and_nothing_is_kept(browser, role, siobhan, words):
    answer = ask(browser, role, siobhan, words)
    assert answer.status_code == 422
    assert words.strip() in answer.text
    assert session().scalars(sa.select(RoleQuestion)).all() == []


def test_a_closed_role_takes_no_question_and_still_gives_answers(browser, role, siobhan, ruth):
    question = make_question(role, siobhan)
    with time_machine.travel(role.closes_at, tick=False):
        late = ask(browser, role, siobhan, "Too late?")
        assert late.status_code == 422
        assert "Too late?" in late.text
        browser(ruth).post(f"/roles/{role.id}/questions/{question.id}",
                           data={"answer": ANSWER, "base": question.lock_version})  # fmt: skip
        page = browser().get(f"/roles/{role.id}").text
    assert ANSWER in page
    assert "Ask a question" not in page
    assert one().words == WORDS


def test_a_role_that_was_taken_down_shows_and_takes_nothing(browser, role, siobhan, actor, ruth):
    question = make_question(role, siobhan, answer=ANSWER)
    service.cancel(actor, role, now(), CancelReason.MISTAKE)
    assert ANSWER not in browser().get(f"/roles/{role.id}").text
    with pytest.raises(QuestionMovedError):
        service.amend_answer(actor, question, "More.", False, question.lock_version, now())
    assert browser(ruth).get(f"/roles/{role.id}/questions/{question.id}").status_code == 409
    assert browser(siobhan).get("/questions").status_code == 200


def test_drafts_imports_and_ones_own_organisation_are_not_asked(browser, northmoor, ruth, siobhan):
    draft = make_role(northmoor, published=False)
    assert ask(browser, draft, siobhan).status_code == 404
    role = make_role(northmoor)
    ask(browser, role, ruth)
    with pytest.raises(NotAllowedError):
        service.ask_question(Actor(ruth.id), role, WORDS, now())
    with pytest.raises(NotAllowedError):
        service.ask_question(Actor(), role, WORDS, now())
    assert session().scalars(sa.select(RoleQuestion)).all() == []


def test_one_person_waits_for_few_answers_at_once(browser, role, siobhan):
    for number in range(MOST_WAITING):
        assert ask(browser, role, siobhan, f"Question {number}?").status_code == 302
    assert ask(browser, role, siobhan, "One more?").status_code == 422
    first = session().scalars(sa.select(RoleQuestion)).first()
    service.withdraw_question(Actor(siobhan.id), first)
    assert ask(browser, role, siobhan, "One more?").status_code == 302


def test_only_the_asker_takes_it_back_and_only_until_it_is_answered(role, siobhan, ruth, actor):
    question = make_question(role, siobhan)
    for other in (ruth, make_user("Tom Adeyemi")):
        with pytest.raises(NotAllowedError):
            service.withdraw_question(Actor(other.id), question)
    service.answer_question(actor, question, ANSWER, False, question.lock_version, now())
    with pytest.raises(IllegalMoveError):
        service.withdraw_question(Actor(siobhan.id), question)


def test_another_organisation_answers_nothing(role, siobhan):
    question = make_question(role, siobhan)
    stranger = make_organisation("Wyeford Council", owner=make_user("Ann Prosser"))
    other = Actor(stranger.memberships[0].user_id)
    with pytest.raises(NotAllowedError):
        service.answer_question(other, question, ANSWER, False, question.lock_version, now())
    with pytest.raises(NotAllowedError):
        service.decline_question(other, question, ANSWER, question.lock_version)


def test_lists_ask_as_many_questions_for_one_as_for_twenty(browser, role, siobhan, ruth):
    pages = [(browser(siobhan), "/questions"), (browser(ruth), f"/roles/{role.id}/questions"),
             (browser(ruth), "/roles/mine"), (browser(ruth), "/")]  # fmt: skip
    make_question(role, siobhan)
    for client, path in pages:
        client.get(path)
    few = [statements(lambda c=client, p=path: c.get(p)) for client, path in pages]
    for _ in range(19):
        make_question(make_role(role.organisation), siobhan)
        make_question(role, siobhan)
    many = [statements(lambda c=client, p=path: c.get(p)) for client, path in pages]
    assert many == few


def test_an_agency_that_runs_the_role_hears_and_answers_and_does_not_ask(
    browser, northmoor, siobhan, ruth, work, sink
):
    ann = make_user("Ann Prosser")
    role = make_role(northmoor, agency=make_organisation("Fell Partners", owner=ann))
    ask(browser, role, siobhan)
    work()
    assert {str(one["To"]) for one in sink} == {str(ann.address), str(ruth.address)}
    service.answer_question(Actor(ann.id), one(), ANSWER, False, one().lock_version, now())
    assert one().status is QuestionState.ANSWERED
    with pytest.raises(NotAllowedError):
        service.ask_question(Actor(ann.id), role, WORDS, now())
