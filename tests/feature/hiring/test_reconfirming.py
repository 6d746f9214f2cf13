"""The role changes after both had signed: each is asked, answers alone, and everybody sees who."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from jobboard.applications import service as applications
from jobboard.applications.domain import COOL_OFF, Status
from jobboard.applications.leaving import Answer
from jobboard.core.activity import trail_of
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import Actor, StaleAuthenticationError
from jobboard.hiring import queries, service
from jobboard.hiring.domain import ChangedOnceMoreError, NothingToConfirmError, Stage
from jobboard.hiring.models import Candidacy, Reconfirmation
from jobboard.hiring.queries.reconfirming import reconfirmations
from jobboard.hiring.queries.told import candidacies_of_person
from jobboard.roles import contents
from jobboard.roles import service as roles
from jobboard.roles.domain import SingleApplicants
from jobboard.roles.redesign import BarRule
from jobboard.roles.steps import step_called
from tests.factories.applications import actor_of, fill_in, sign
from tests.factories.hiring import make_candidacy, owner_of, recruiter_of
from tests.factories.people import make_user
from tests.factories.world import make_partnership, make_role

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def pair():
    return make_partnership(make_user("Nadia Okafor"), make_user("Helen Marsh"))


@pytest.fixture
def row(pair, work, sink) -> Candidacy:
    row = make_candidacy(make_role(if_one_leaves=SingleApplicants.YES), pair)
    work()
    sink.clear()
    return row


def change(row: Candidacy, **terms: Any) -> None:
    """As the designer's one page saves it."""
    role = row.role
    said = replace(contents.of(role), **terms)
    roles.save(recruiter_of(role), role, said, role.lock_version, now())


def asked(row: Candidacy) -> dict[Any, Reconfirmation]:
    session().expire_all()
    return {one.user_id: one for one in reconfirmations([row.id]).get(row.id, [])}


def to(sink, words: str) -> list[str]:
    return sorted(str(one["To"]) for one in sink if words in str(one["Subject"]))


def mails_of(pair) -> list[str]:
    return sorted(str(person.address) for person in pair.people)


def say_yes(row: Candidacy, person) -> None:
    service.reconfirm(actor_of(person), row, row.role.version, now())


def test_new_terms_are_asked_of_each_and_told_to_each_once(row, pair, work, sink):
    change(row, funded_tenths=13)
    work()
    assert set(asked(row)) == {pair.first_id, pair.second_id}
    assert to(sink, "has changed. Is it still for you?") == mails_of(pair)
    text = sink[0].get_body(("plain",)).get_content()
    assert "Funded FTE. Was: 1.2 FTE. Now: 1.3 FTE." in text
    assert f"/applications/{row.application_id}/reconfirmation" in text
    assert row.application.status is Status.SUBMITTED


@pytest.mark.parametrize("words", ["title", "closes_at"])
def test_other_words_of_the_advert_ask_nobody(row, words, work, sink):
    role = row.role
    new = {"title": "Director of People", "closes_at": role.closes_at + timedelta(days=3)}
    change(row, **{words: new[words]})
    work()
    assert asked(row) == {}
    assert to(sink, "Is it still for you?") == []


def test_a_step_of_the_designer_asks_as_well(row, work, sink, pair):
    role = row.role
    said = replace(contents.of(role), bar_rule=BarRule.EITHER)
    step = next(one for one in map(step_called, _steps()) if "bar_rule" in one.holds)
    base = role.step_numbers.get(step.key, 0)
    roles.save_step(recruiter_of(role), role, step, said, base, now())
    work()
    assert set(asked(row)) == {pair.first_id, pair.second_id}
    assert to(sink, "Is it still for you?") == mails_of(pair)


def _steps() -> list[str]:
    from jobboard.roles.steps import STEPS

    return [step.key for step in STEPS]


def test_a_step_with_a_later_closing_tells_those_who_apply(row, work, sink, pair):
    role = row.role
    said = replace(contents.of(role), closes_at=role.closes_at + timedelta(days=5))
    step = next(one for one in map(step_called, _steps()) if "closes_at" in one.holds)
    base = role.step_numbers.get(step.key, 0)
    roles.save_step(recruiter_of(role), role, step, said, base, now())
    work()
    assert to(sink, "stays open until") == mails_of(pair)


def test_each_answers_alone_and_both_hear_of_the_last_yes(row, pair, work, sink):
    change(row, funded_tenths=13)
    work()
    sink.clear()
    say_yes(row, pair.first)
    work()
    one = asked(row)
    assert (one[pair.first_id].answered_at, one[pair.second_id].answered_at) == (now(), None) or (
        one[pair.first_id].answered_at and one[pair.second_id].answered_at is None
    )
    assert to(sink, "Nadia still stands by") == [str(pair.second.address)]
    say_yes(row, pair.first)
    say_yes(row, pair.second)
    work()
    assert to(sink, "You both still stand by") == mails_of(pair)
    assert len(sink) == 3
    acts = [act.action for act in trail_of([row.id])]
    assert acts.count("candidacy.reconfirmed") == 2


def test_nobody_answers_for_somebody_else(row, pair):
    change(row, funded_tenths=13)
    for actor in (recruiter_of(row.role), actor_of(make_user()), Actor()):
        with pytest.raises(NothingToConfirmError):
            service.reconfirm(replace(actor, authenticated_at=now()), row, row.role.version, now())
    with pytest.raises(StaleAuthenticationError):
        service.reconfirm(Actor(user_id=pair.first_id), row, row.role.version, now())
    assert {one.answered_at for one in asked(row).values()} == {None}


def test_a_later_change_asks_again_and_an_older_page_says_nothing(row, pair, work, sink):
    change(row, funded_tenths=13)
    seen = row.role.version
    say_yes(row, pair.first)
    change(row, funded_tenths=14)
    with pytest.raises(ChangedOnceMoreError):
        service.reconfirm(actor_of(pair.second), row, seen, now())
    assert {one.answered_at for one in asked(row).values()} == {None}
    work()
    letters = [one.get_body(("plain",)).get_content() for one in sink if "Is it" in one["Subject"]]
    assert len(letters) == 2, "of the change that was overtaken nobody hears any more"
    assert all("Was: 1.2 FTE. Now: 1.4 FTE." in text for text in letters)


def test_whoever_was_decided_or_writes_only_now_is_not_asked(row, work):
    refused = make_candidacy(row.role, make_partnership(), stage=Stage.NOT_SELECTED)
    change(row, funded_tenths=13)
    late = make_candidacy(row.role, make_partnership(make_user("Ana Bell"), make_user("Al Moss")))
    work()
    assert asked(refused) == {}
    assert asked(late) == {}


def test_within_the_cool_off_they_are_asked_too(row):
    fresh = make_candidacy(row.role, make_partnership(), visible=False)
    change(row, funded_tenths=13)
    assert len(asked(fresh)) == 2
    applications.withdraw(actor_of(fresh.application.partnership.first), fresh.application, now())
    assert session().query(Reconfirmation).filter_by(candidacy_id=fresh.id).count() == 0


def test_who_left_is_asked_no_more_and_the_other_goes_on_alone(row, pair, work, sink):
    change(row, funded_tenths=13)
    applications.leave(actor_of(pair.first), row.application, "", now())
    assert set(asked(row)) == {pair.second_id}
    with pytest.raises(NothingToConfirmError):
        say_yes(row, pair.second)
    applications.decide(actor_of(pair.second), row.application, Answer.ALONE, now())
    say_yes(row, pair.second)
    work()
    assert to(sink, "You still stand by") == [str(pair.second.address)]


def test_after_one_left_a_change_is_asked_of_the_other_alone(row, pair, work, sink):
    applications.leave(actor_of(pair.first), row.application, "", now())
    applications.decide(actor_of(pair.second), row.application, Answer.ALONE, now())
    work()
    sink.clear()
    change(row, funded_tenths=13)
    work()
    assert set(asked(row)) == {pair.second_id}
    assert to(sink, "Is it still for you?") == [str(pair.second.address)]


@pytest.mark.parametrize("is_late", [False, True])
def test_a_new_pair_is_asked_only_about_what_changed_since_it_signed(row, pair, work, is_late):
    """Before: they signed the role as it is. Within their cool-off: they are asked."""
    helen = pair.second
    applications.leave(actor_of(pair.first), row.application, "", now())
    change(row, funded_tenths=13)
    new = make_partnership(helen, make_user("Tom Adeyemi"))
    made = applications.decide(actor_of(helen), row.application, Answer.NEW_PARTNER, now(), new)
    assert made is not None
    fill_in(made)
    for person in new.people:
        sign(made, person, now())
    if is_late:
        change(row, funded_tenths=14)
    with time_machine.travel(now() + COOL_OFF, tick=False):
        work()
    assert row.application_id == made.id
    assert set(asked(row)) == ({new.first_id, new.second_id} if is_late else set())


def test_the_pages_of_the_pair(browser, row, pair):
    url = f"/applications/{row.application_id}/reconfirmation"
    page, partner = browser(pair.first), browser(pair.second)
    assert page.get(url).location.endswith("/submission"), "nothing is asked yet"
    change(row, funded_tenths=13)
    shown = page.get(url).text
    assert "1.2 FTE" in shown
    assert "1.3 FTE" in shown
    assert "Helen answers from their own account" in shown
    assert f"/applications/{row.application_id}/withdrawal" in shown
    assert "has changed. Is it still for you?" in page.get("/").text
    assert "It waits for your word." in _submission(page, row)
    version = str(row.role.version)
    stale = page.post(url, data={"seen": "1"})
    assert stale.status_code == 409
    assert "changed once more" in stale.text
    assert page.post(url, data={"seen": version}).status_code == 303
    assert "You still stand by it; Helen has not answered yet." in _submission(page, row)
    assert "has changed. Is it still for you?" not in page.get("/").text
    assert "Still stands by it" in partner.get(url).text
    assert partner.post(url, data={"seen": version}).status_code == 303
    assert "You both still stand by it." in _submission(partner, row)


def _submission(page, row: Candidacy) -> str:
    return page.get(f"/applications/{row.application_id}/submission").text


def test_an_old_password_is_asked_for_again(browser, row, pair):
    change(row, funded_tenths=13)
    url = f"/applications/{row.application_id}/reconfirmation"
    page = browser(pair.first, fresh=False)
    assert "Type your password first" in page.get(url).text
    answer = page.post(url, data={"seen": str(row.role.version)})
    assert "/confirm-password" in answer.location or "password" in answer.location
    assert {one.answered_at for one in asked(row).values()} == {None}


def test_the_employer_sees_who_has_answered(browser, row, pair):
    reader = browser(owner_of(row.role))
    address = f"/hiring/candidacies/{row.id}"
    assert "has changed since they signed" not in reader.get(address).text
    change(row, funded_tenths=13)
    say_yes(row, pair.second)
    shown = reader.get(address).text
    assert "Helen Marsh still stands by it" in shown
    assert "Nadia Okafor has not answered yet" in shown
    assert "1 of 2 stand by the changed role" in reader.get(f"/hiring/roles/{row.role_id}").text
    assert reader.get(f"/applications/{row.application_id}/reconfirmation").status_code == 404


def test_what_is_asked_counts_for_the_person_alone(row, pair):
    change(row, funded_tenths=13)
    say_yes(row, pair.first)
    waits = [[news.is_asked_again for news in candidacies_of_person(one.id)] for one in pair.people]
    assert waits == [[False], [True]]


def test_changed_back_is_said_plainly(browser, row, pair):
    change(row, funded_tenths=13)
    change(row, funded_tenths=12)
    page = browser(pair.first).get(f"/applications/{row.application_id}/reconfirmation")
    assert "changed and changed back" in page.text


def test_a_role_is_filled_when_somebody_has_accepted(browser, row):
    reader, url = browser(owner_of(row.role)), f"/hiring/roles/{row.role_id}/filling"
    shown = reader.get(url)
    assert "Offers cannot be made on this site yet" in shown.text
    refused = reader.post(url)
    assert refused.status_code == 422
    assert "Nobody has accepted an offer" in refused.text
    session().expire_all()
    assert row.role.status == "published"
    waiting = make_candidacy(row.role, make_partnership(make_user("Ana Bell"), make_user("Al")))
    found = queries.of_application(row.application_id)
    found.stage = Stage.ACCEPTED
    session().commit()
    assert "1 application still waits for your word" in reader.get(url).text
    assert reader.post(url).status_code == 303
    session().expire_all()
    assert row.role.status == "filled"
    assert waiting.stage is Stage.NEW
    assert reader.post(url).status_code == 409
