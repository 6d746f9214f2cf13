"""The verbs: who may, which states allow what, no double booking, also when two press at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask

from jobboard.applications import service as applications
from jobboard.applications.leaving import Answer as Left
from jobboard.core.activity import Activity
from jobboard.core.clock import at as clock_at
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import expect_writes, session
from jobboard.core.errors import UserError
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.hiring import queries as hiring_queries
from jobboard.hiring import service as hiring
from jobboard.hiring.domain import Reason, Stage
from jobboard.hiring.models import Candidacy
from jobboard.interviews import queries, service
from jobboard.interviews.domain import (
    Answer,
    ChangedMeanwhileError,
    ClashError,
    Kind,
    LeftAlreadyError,
    NotForInterviewError,
    NotYetError,
    OfThePairError,
    Panelist,
    PastError,
    Slot,
    State,
)
from jobboard.interviews.models import Interview
from jobboard.roles.domain import SingleApplicants
from tests.factories.hiring import make_candidacy, owner_of, recruiter_of
from tests.factories.interviews import (
    CHAIR,
    actor,
    agreed,
    fresh,
    make_interview,
    named,
    next_wednesday,
    proposal,
)
from tests.factories.people import make_user
from tests.factories.world import make_partnership, make_role

pytestmark = pytest.mark.usefixtures("db")


def staff_of(row: Interview) -> Actor:
    return recruiter_of(row.candidacy.role)


def acts_on(row: Interview) -> list[Activity]:
    found = sa.select(Activity).where(Activity.subject_id == row.id)
    return list(session().scalars(found.order_by(Activity.at, Activity.id)))


def test_a_shortlisted_pair_moves_with_the_proposal() -> None:
    row = make_interview()
    assert row.candidacy.stage is Stage.INTERVIEWING
    assert row.state is State.PROPOSED
    assert [one.answer for one in row.answers] == [Answer.WAITING, Answer.WAITING]
    assert [one.name for one in row.panel] == ["Ruth Calloway", "Dr Amara Shah"]
    assert [(act.action, act.codes) for act in acts_on(row)] == [
        ("interview.proposed", {"kind": "joint"})
    ]


def test_what_is_refused_moves_nobody() -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    wanted = proposal(candidacy, starts_at=now() - timedelta(minutes=1))
    with pytest.raises(PastError):
        service.propose(recruiter_of(candidacy.role), candidacy, wanted, now())
    session().expire_all()
    assert session().get_one(Candidacy, candidacy.id).stage is Stage.SHORTLISTED


@pytest.mark.parametrize(
    "stage", [Stage.NEW, Stage.UNDER_REVIEW, Stage.LONGLISTED, Stage.RESERVE, Stage.NOT_SELECTED]
)
def test_only_at_two_stages_somebody_is_invited(stage: Stage) -> None:
    candidacy = make_candidacy(stage=stage)
    with pytest.raises(NotForInterviewError):
        service.propose(recruiter_of(candidacy.role), candidacy, proposal(candidacy), now())


def test_whom_each_kind_names() -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    first, second = candidacy.application.partnership.people
    wanted = {
        Kind.JOINT: [first.id, second.id],
        Kind.INDIVIDUAL_A: [first.id],
        Kind.INDIVIDUAL_B: [second.id],
        Kind.WITH_INCUMBENT: [first.id, second.id],
    }
    for hours, (kind, ids) in enumerate(wanted.items()):
        at = next_wednesday(9 + 2 * hours)
        row = make_interview(candidacy, kind=kind, starts_at=at)
        assert [one.user_id for one in row.answers] == ids


def test_who_is_not_of_the_house_proposes_and_moves_nothing() -> None:
    row = make_interview()
    at, other = now(), owner_of(make_role())
    for person in [*named(row), make_user("Eve"), other]:
        with pytest.raises(NotAllowedError):
            service.propose(actor(person), row.candidacy, proposal(row.candidacy), at)
        with pytest.raises(NotAllowedError):
            service.move(actor(person), row, row.slot, 0, at)
        with pytest.raises(NotAllowedError):
            service.cancel(actor(person), row, "No.", 0, at)
        with pytest.raises(NotAllowedError):
            service.hold(actor(person), row, 0, at)


def test_nobody_answers_for_the_other_nor_the_employer_for_them() -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    row = make_interview(candidacy, kind=Kind.INDIVIDUAL_A)
    _, helen = candidacy.application.partnership.people
    for person in (helen, owner_of(candidacy.role), make_user("Eve")):
        who = actor(person)
        with pytest.raises(NotAllowedError):
            service.accept(who, row, 0, now())
        with pytest.raises(NotAllowedError):
            service.ask_to_move(who, row, "Later.", 0, now())
        with pytest.raises(NotAllowedError):
            service.adjust(who, row, "A ramp.")
        with pytest.raises(NotAllowedError):
            service.call_off(who, row, "No.", 0, now())


def test_a_joint_one_is_agreed_with_the_second_yes_only() -> None:
    row = make_interview()
    first, second = named(row)
    for _ in range(2):
        service.accept(actor(first), row, 0, now())
        assert fresh(row).state is State.PROPOSED
    service.accept(actor(second), row, 0, now())
    row = fresh(row)
    assert (row.state, row.sequence) == (State.CONFIRMED, 1)


def test_who_asked_to_move_may_think_again() -> None:
    row = make_interview()
    first, second = named(row)
    service.accept(actor(first), row, 0, now())
    service.ask_to_move(actor(second), row, "Any morning.", 0, now())
    assert fresh(row).state is State.PROPOSED
    service.accept(actor(second), row, 0, now())
    row = fresh(row)
    assert row.state is State.CONFIRMED
    assert [one.words for one in row.answers] == ["", ""]


def test_asking_to_move_opens_again_what_was_agreed() -> None:
    row = agreed()
    first, _ = named(row)
    service.ask_to_move(actor(first), row, "My train is cancelled.", 1, now())
    row = fresh(row)
    assert (row.state, row.sequence) == (State.PROPOSED, 2)


def test_a_new_time_asks_everybody_anew() -> None:
    row = agreed()
    slot = Slot(next_wednesday(15, weeks=2), 45, "Room 9")
    service.move(staff_of(row), row, slot, row.sequence, now())
    row = fresh(row)
    assert (row.slot, row.state, row.sequence) == (slot, State.PROPOSED, 2)
    assert {one.answer for one in row.answers} == {Answer.WAITING}


def test_whoever_answers_an_older_time_is_stopped() -> None:
    row = make_interview()
    first, _ = named(row)
    slot = Slot(next_wednesday(15, weeks=2), 45, "Room 9")
    service.move(staff_of(row), row, slot, 0, now())
    for act in (
        lambda: service.accept(actor(first), row, 0, now()),
        lambda: service.ask_to_move(actor(first), row, "Later.", 0, now()),
        lambda: service.call_off(actor(first), row, "No.", 0, now()),
        lambda: service.move(staff_of(row), row, slot, 0, now()),
        lambda: service.cancel(staff_of(row), row, "No.", 0, now()),
    ):
        with pytest.raises(ChangedMeanwhileError):
            act()
    assert fresh(row).sequence == 1


def _held() -> Interview:
    row = agreed()
    with clock_at(row.ends_at):
        service.hold(staff_of(row), row, row.sequence, now())
    return fresh(row)


def _cancelled() -> Interview:
    row = make_interview()
    service.cancel(staff_of(row), row, "The chair is ill.", 0, now())
    return fresh(row)


@pytest.mark.parametrize("end", [_held, _cancelled])
def test_what_is_over_or_cancelled_takes_no_step_more(end: Callable[[], Interview]) -> None:
    row = end()
    first, _ = named(row)
    seen, before = row.sequence, row.state
    at = now()
    later = Slot(next_wednesday(9, weeks=3), 60, "Room 1")
    for act in (
        lambda: service.accept(actor(first), row, seen, at),
        lambda: service.ask_to_move(actor(first), row, "Later.", seen, at),
        lambda: service.adjust(actor(first), row, "A ramp."),
        lambda: service.call_off(actor(first), row, "No.", seen, at),
        lambda: service.move(staff_of(row), row, later, seen, at),
        lambda: service.cancel(staff_of(row), row, "No.", seen, at),
        lambda: service.hold(staff_of(row), row, seen, row.ends_at),
    ):
        with pytest.raises(IllegalMoveError):
            act()
    assert fresh(row).state is before


def test_it_is_held_after_it_began_and_only_if_agreed() -> None:
    row = make_interview()
    with pytest.raises(IllegalMoveError):
        service.hold(staff_of(row), row, 0, row.ends_at)
    row = agreed(row)
    with pytest.raises(NotYetError):
        service.hold(staff_of(row), row, 1, row.starts_at - timedelta(seconds=1))
    service.hold(staff_of(row), row, 1, row.starts_at)
    assert fresh(row).state is State.HELD


def test_after_it_began_nobody_answers() -> None:
    row = make_interview()
    first, _ = named(row)
    with pytest.raises(PastError):
        service.accept(actor(first), row, 0, row.starts_at)
    with pytest.raises(PastError):
        service.call_off(actor(first), row, "No.", 0, row.starts_at)


def test_reasons_have_words_and_not_too_many() -> None:
    row = make_interview()
    first, _ = named(row)
    for words in (" \n", "word " * 101):
        for act in (
            lambda w: service.cancel(staff_of(row), row, w, 0, now()),
            lambda w: service.call_off(actor(first), row, w, 0, now()),
            lambda w: service.ask_to_move(actor(first), row, w, 0, now()),
        ):
            with pytest.raises(UserError) as caught:
                act(words)
            assert caught.value.field == "words"
    with pytest.raises(UserError):
        service.adjust(actor(first), row, "word " * 201)
    assert fresh(row).state is State.PROPOSED


def test_a_partner_cancels_with_a_reason_and_stays_in() -> None:
    row = make_interview()
    first, _ = named(row)
    service.call_off(actor(first), row, "We cannot come that week.", 0, now())
    row = fresh(row)
    assert (row.state, row.cancelled_by_id) == (State.CANCELLED, first.id)
    assert row.candidacy.stage is Stage.INTERVIEWING


# Who sits where


def test_one_person_sits_in_one_interview_at_a_time() -> None:
    row = make_interview()
    at = row.starts_at
    other = make_candidacy(row.candidacy.role, make_partnership(), stage=Stage.SHORTLISTED)
    boss = recruiter_of(other.role)
    for candidacy, starts_at, minutes in (
        (row.candidacy, at + timedelta(minutes=59), 60),
        (row.candidacy, at - timedelta(minutes=16), 17),
        (other, at, 60),
    ):
        wanted = proposal(candidacy, starts_at=starts_at, minutes=minutes)
        with pytest.raises(ClashError):
            service.propose(boss, candidacy, wanted, now())
    make_interview(row.candidacy, starts_at=row.ends_at)
    make_interview(other, starts_at=at - timedelta(minutes=60))


def test_the_chair_from_outside_is_known_by_the_address() -> None:
    row = make_interview()
    other = make_candidacy(row.candidacy.role, make_partnership(), stage=Stage.SHORTLISTED)
    twin = Panelist("A. Shah", CHAIR.address)
    slot = Slot(row.starts_at, 60, "Room 5")
    with pytest.raises(ClashError, match="Shah"):
        service.propose(
            recruiter_of(other.role),
            other,
            service.Proposal(Kind.JOINT, slot, (), (twin, Panelist("Bo Lee"))),
            now(),
        )
    free = service.Proposal(Kind.JOINT, slot, (), (Panelist("Cy"), Panelist("Bo Lee")))
    service.propose(recruiter_of(other.role), other, free, now())


def test_what_is_cancelled_is_in_nobodys_way() -> None:
    row = _cancelled()
    again = make_interview(row.candidacy, starts_at=row.starts_at)
    assert (again.starts_at, again.state) == (row.starts_at, State.PROPOSED)


def test_another_employers_diary_is_not_this_ones_to_know() -> None:
    row = make_interview()
    elsewhere = make_candidacy(make_role(), row.candidacy.application.partnership,
                               stage=Stage.SHORTLISTED)  # fmt: skip
    same_hour = make_interview(elsewhere, starts_at=row.starts_at)
    assert (same_hour.starts_at, same_hour.state) == (row.starts_at, State.PROPOSED)


def test_moving_onto_another_one_is_refused_and_onto_itself_is_not() -> None:
    row = make_interview()
    other = make_interview(row.candidacy, starts_at=row.ends_at)
    with pytest.raises(ClashError):
        service.move(staff_of(other), other, Slot(row.starts_at, 60, "x"), 0, now())
    near = Slot(row.starts_at - timedelta(minutes=30), 60, "x")
    service.move(staff_of(row), row, near, 0, now())


def test_nobody_of_the_pair_sits_on_its_panel() -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    address = candidacy.application.partnership.second.address
    assert address
    with pytest.raises(OfThePairError):
        make_interview(candidacy, others=(Panelist("Somebody", address),))


def test_a_colleagues_address_is_that_colleague() -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    owner = owner_of(candidacy.role)
    assert owner.address
    slot = Slot(next_wednesday(), 60, "Room")
    with pytest.raises(UserError, match="twice"):
        service.propose(
            recruiter_of(candidacy.role),
            candidacy,
            service.Proposal(Kind.JOINT, slot, (owner.id,), (Panelist("Ruth", owner.address),)),
            now(),
        )


def _race(app: Flask, acts: list[Callable[[], Any]]) -> list[str]:
    """All at once, each in a request of its own, as POSTs do."""
    barrier, outcomes = threading.Barrier(len(acts)), []

    def run(act: Callable[[], Any]) -> None:
        with app.app_context():
            barrier.wait(timeout=10)
            expect_writes()
            try:
                act()
                outcomes.append("done")
            except (UserError, IllegalMoveError) as error:
                outcomes.append(type(error).__name__)
            finally:
                database.session.remove()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return sorted(outcomes)


def _proposing(candidacy: Candidacy) -> Callable[[], Any]:
    boss, found, wanted = recruiter_of(candidacy.role), candidacy.id, proposal(candidacy)

    def act() -> None:
        row = hiring_queries.candidacy(boss.user_id, found, now())
        service.propose(boss, row, wanted, now())

    return act


@pytest.mark.parametrize("is_one_pair", [True, False])
def test_of_two_proposals_of_one_moment_one_is_refused(app: Flask, is_one_pair: bool) -> None:
    """The same two people twice, or the same panel for two pairs."""
    one = make_candidacy(stage=Stage.SHORTLISTED)
    two = make_candidacy(one.role, make_partnership(), stage=Stage.SHORTLISTED)
    acts = [_proposing(row) for row in (one, one if is_one_pair else two)]
    database.session.remove()
    assert _race(app, acts) == ["ClashError", "done"]
    count = sa.select(sa.func.count()).select_from(Interview)
    assert session().scalar(count) == 1


def test_two_yeses_of_one_moment_agree_it_once(app: Flask) -> None:
    row = make_interview()

    def saying(who: Actor) -> Callable[[], Any]:
        return lambda: service.accept(who, queries.for_named(who, row.id), 0, now())

    acts = [saying(actor(person)) for person in named(row)]
    database.session.remove()
    assert _race(app, acts) == ["done", "done"]
    row = fresh(row)
    assert (row.state, row.sequence) == (State.CONFIRMED, 1)


# When the candidacy ends


def _say_no(row: Interview) -> None:
    hiring.move(staff_of(row), row.candidacy, "not_select", now(), reason=Reason.CRITERIA)


def _withdraw(row: Interview) -> None:
    applications.withdraw(actor(named(row)[0]), row.candidacy.application, now())


def _leave(row: Interview) -> None:
    applications.leave(actor(named(row)[0]), row.candidacy.application, "Sorry.", now())


@pytest.mark.parametrize("ends", [_say_no, _withdraw, _leave])
def test_when_the_candidacy_ends_nobody_comes(ends: Callable[[Interview], None]) -> None:
    row, other = make_interview(), make_interview()
    ends(row)
    assert fresh(row).state is State.CANCELLED
    assert fresh(other).state is State.PROPOSED


def test_what_took_place_before_the_end_stays_as_it_was() -> None:
    row = agreed()
    with clock_at(row.ends_at):
        _say_no(row)
    assert fresh(row).state is State.CONFIRMED


def test_who_goes_on_alone_is_named_alone() -> None:
    role = make_role(if_one_leaves=SingleApplicants.YES)
    row = make_interview(make_candidacy(role, stage=Stage.SHORTLISTED))
    first, second = named(row)
    applications.leave(actor(first), row.candidacy.application, "Sorry.", now())
    applications.decide(actor(second), row.candidacy.application, Left.ALONE, now())
    candidacy = row.candidacy
    session().refresh(candidacy)
    alone = make_interview(candidacy)
    assert [one.user_id for one in alone.answers] == [second.id]
    with pytest.raises(LeftAlreadyError):
        make_interview(candidacy, kind=Kind.INDIVIDUAL_A, starts_at=next_wednesday(9))
    with pytest.raises(NotAllowedError):
        service.adjust(actor(first), alone, "A ramp.")
