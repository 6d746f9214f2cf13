from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from jobboard.applications import queries, service, signing, snapshot
from jobboard.applications.domain import (
    COOL_OFF,
    NotReadyError,
    SectionKind,
    SignedSomethingElseError,
    Status,
)
from jobboard.applications.events import (
    ApplicationSigned,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    SignaturesAsked,
    SignaturesCleared,
)
from jobboard.core import activity
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import expect_writes, session
from jobboard.core.events import emit
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, NotAllowedError, StaleAuthenticationError
from jobboard.partnerships.domain import PartnershipStatus
from jobboard.partnerships.events import TrackRecordChanged
from jobboard.roles.domain import RoleClosedError, RoleStatus
from jobboard.roles.events import RoleChanged
from tests.factories.applications import (
    actor_of,
    hash_now,
    ready_application,
    sign,
    submitted_application,
    write,
)
from tests.factories.people import make_user
from tests.factories.world import make_partnership
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")


def test_the_second_signature_on_the_same_hash_submits(ready: Desk, emitted: list[Any]) -> None:
    at, content_hash = now(), hash_now(ready.application)
    assert sign(ready.application, ready.nadia, at) is False
    assert ready.again().status is Status.AWAITING_SIGNATURES
    assert sign(ready.application, ready.helen, at) is True
    found = ready.again()
    assert found.status is Status.SUBMITTED
    assert found.submitted_at == at
    assert found.visible_from == at + COOL_OFF
    assert {one.content_hash for one in found.signatures} == {content_hash}
    assert emitted == [
        ApplicationSigned(application_id=found.id, by_id=ready.nadia.id, version=found.version),
        ApplicationSubmitted(
            application_id=found.id, role_id=found.role_id, visible_from=at + COOL_OFF
        ),
    ]


def test_what_was_sent_is_frozen_byte_for_byte(ready: Desk) -> None:
    before = snapshot.bytes_of(
        ready.application, queries.track_record(ready.application.partnership_id)
    )
    sign(ready.application, ready.nadia)
    sign(ready.application, ready.helen)
    ready.application.role.title = "Something else"
    ready.nadia.name = "Somebody else"
    session().commit()
    frozen = queries.submission_of(ready.application.id)
    assert frozen is not None
    assert frozen.payload == before
    assert signing.verifies(frozen.payload, frozen.content_hash)


def test_each_step_leaves_a_row_in_the_trail(ready: Desk) -> None:
    sign(ready.application, ready.nadia)
    sign(ready.application, ready.helen)
    acts = [act.action for act in activity.trail_of([ready.application.id])]
    assert acts.count("application.signed") == 2
    assert acts.count("application.submitted") == 1


def test_one_person_signing_twice_submits_nothing(ready: Desk) -> None:
    assert sign(ready.application, ready.nadia) is False
    assert sign(ready.application, ready.nadia) is False
    assert ready.again().status is Status.AWAITING_SIGNATURES
    assert len(queries.signatures_of(ready.application.id)) == 1


def test_a_password_typed_too_long_ago_signs_nothing(ready: Desk) -> None:
    at, seen = now(), hash_now(ready.application)
    old = Actor(user_id=ready.nadia.id, authenticated_at=at - timedelta(minutes=5, seconds=1))
    with pytest.raises(StaleAuthenticationError):
        service.sign(old, ready.application, seen, at)
    with pytest.raises(StaleAuthenticationError):
        service.sign(Actor(user_id=ready.nadia.id), ready.application, seen, at)
    just = Actor(user_id=ready.nadia.id, authenticated_at=at - timedelta(minutes=5))
    service.sign(just, ready.application, seen, at)


@pytest.mark.parametrize("seen", ["", "0" * 64, "é", "x" * 10_000])
def test_another_hash_signs_nothing(ready: Desk, seen: str) -> None:
    with pytest.raises(SignedSomethingElseError):
        service.sign(ready.as_nadia, ready.application, seen, now())
    assert queries.signatures_of(ready.application.id) == []


def test_the_hash_from_before_an_edit_signs_nothing(ready: Desk) -> None:
    seen = hash_now(ready.application)
    write(ready.application, ready.helen, SectionKind.SPLIT_PLAN, {"plan": "aaaaxxbbbb"})
    with pytest.raises(SignedSomethingElseError):
        service.sign(ready.as_nadia, ready.application, seen, now())


def test_strangers_sign_nothing(ready: Desk) -> None:
    seen = hash_now(ready.application)
    for actor in (actor_of(make_user("Eve")), Actor(authenticated_at=now())):
        with pytest.raises(NotAllowedError):
            service.sign(actor, ready.application, seen, now())


def test_an_unfinished_text_is_signed_by_nobody(draft: Desk) -> None:
    with pytest.raises(NotReadyError):
        sign(draft.application, draft.nadia)
    with pytest.raises(NotReadyError):
        service.ask_for_signatures(draft.as_nadia, draft.application, now())
    assert draft.again().status is Status.DRAFT


def test_a_plan_with_a_gap_is_signed_by_nobody(ready: Desk) -> None:
    write(ready.application, ready.nadia, SectionKind.SPLIT_PLAN, {"plan": "aaaaaxbbb."})
    with pytest.raises(NotReadyError, match="Friday afternoon"):
        sign(ready.application, ready.nadia)


def test_a_pair_that_is_no_longer_formed_signs_nothing(ready: Desk) -> None:
    ready.application.partnership.status = PartnershipStatus.PAUSED
    session().commit()
    with pytest.raises(NotReadyError, match="is paused"):
        sign(ready.application, ready.nadia)


def test_somebody_without_a_confirmed_address_blocks_the_pair() -> None:
    pair = make_partnership(second=make_user("Helen Marsh", verified=False))
    desk = Desk(ready_application(partnership=pair))
    with pytest.raises(NotReadyError, match="Helen has not confirmed"):
        sign(desk.application, desk.nadia)


# The closing instant


@pytest.mark.parametrize(("seconds", "is_sent"), [(-1, True), (0, False), (1, False)])
def test_the_deadline_is_judged_at_the_second_signature(
    ready: Desk, seconds: int, is_sent: bool
) -> None:
    closes = now() + timedelta(hours=1)
    ready.application.role.closes_at = closes
    session().commit()
    sign(ready.application, ready.nadia, closes - timedelta(minutes=1))
    at = closes + timedelta(seconds=seconds)
    if is_sent:
        assert sign(ready.application, ready.helen, at) is True
    else:
        with pytest.raises(RoleClosedError):
            sign(ready.application, ready.helen, at)
    assert (ready.again().status is Status.SUBMITTED) is is_sent


def test_a_role_closed_early_takes_no_signature(ready: Desk) -> None:
    sign(ready.application, ready.nadia)
    ready.application.role.advance("close_early")
    session().commit()
    with pytest.raises(RoleClosedError):
        sign(ready.application, ready.helen)


# Asking


def test_asking_waits_for_both_and_tells_the_partner(ready: Desk, emitted: list[Any]) -> None:
    service.ask_for_signatures(ready.as_nadia, ready.application, now())
    found = ready.again()
    assert found.status is Status.AWAITING_SIGNATURES
    assert emitted == [
        SignaturesAsked(application_id=found.id, by_id=ready.nadia.id, version=found.version)
    ]
    with pytest.raises(IllegalMoveError):
        service.ask_for_signatures(ready.as_helen, ready.application, now())


# Withdrawing


def test_either_may_withdraw_a_draft(draft: Desk, emitted: list[Any]) -> None:
    service.withdraw(draft.as_helen, draft.application, now())
    found = draft.again()
    assert found.status is Status.WITHDRAWN
    assert not any(applicant.is_live for applicant in found.applicants)
    assert found.content(SectionKind.PROPOSITION)["text"]
    assert emitted == [
        ApplicationWithdrawn(
            application_id=found.id, by_id=draft.helen.id, was_submitted=False, was_visible=False
        )
    ]


@pytest.mark.parametrize(("minutes", "was_visible"), [(9, False), (10, True), (600, True)])
def test_withdrawing_says_whether_the_employer_ever_saw_it(
    emitted: list[Any], minutes: int, was_visible: bool
) -> None:
    at = now()
    desk = Desk(submitted_application(at=at))
    emitted.clear()
    service.withdraw(desk.as_nadia, desk.application, at + timedelta(minutes=minutes))
    (fact,) = emitted
    assert (fact.was_submitted, fact.was_visible) == (True, was_visible)
    assert queries.submission_of(desk.application.id) is not None


def test_nobody_withdraws_twice_and_no_stranger_at_all(draft: Desk) -> None:
    with pytest.raises(NotAllowedError):
        service.withdraw(actor_of(make_user("Eve")), draft.application, now())
    service.withdraw(draft.as_nadia, draft.application, now())
    with pytest.raises(IllegalMoveError):
        service.withdraw(draft.as_helen, draft.application, now())
    with pytest.raises(IllegalMoveError):
        sign(draft.application, draft.nadia)


# What lower features do to a signed text


def _change_entry(desk: Desk) -> None:
    entry = desk.application.partnership.track_record[0]
    entry.outcome += " And again."
    emit(TrackRecordChanged(partnership_id=desk.application.partnership_id, actor_id=desk.helen.id))
    session().commit()


def test_a_changed_entry_that_is_shown_clears_the_signature(
    ready: Desk, emitted: list[Any]
) -> None:
    sign(ready.application, ready.nadia)
    version = ready.application.version
    emitted.clear()
    _change_entry(ready)
    found = ready.again()
    assert (found.status, found.version) == (Status.DRAFT, version + 1)
    assert found.signatures == []
    assert emitted == [
        SignaturesCleared(application_id=found.id, by_id=ready.helen.id, version=version + 1)
    ]


def test_a_changed_entry_that_is_not_shown_clears_nothing(ready: Desk) -> None:
    write(
        ready.application,
        ready.nadia,
        SectionKind.TRACK_RECORD,
        {"entry_ids": [], "new_pair": True},
    )
    sign(ready.application, ready.nadia)
    _change_entry(ready)
    assert ready.again().signature_of(ready.nadia.id)


def test_a_new_version_of_the_role_clears_the_signature(ready: Desk, emitted: list[Any]) -> None:
    sign(ready.application, ready.nadia)
    emitted.clear()
    ready.application.role.version += 1
    emit(RoleChanged(role_id=ready.application.role_id))
    session().commit()
    found = ready.again()
    assert found.status is Status.DRAFT
    assert found.signatures == []
    assert emitted == [
        SignaturesCleared(application_id=found.id, by_id=None, version=found.version)
    ]


def test_closing_the_role_clears_nothing(ready: Desk) -> None:
    sign(ready.application, ready.nadia)
    ready.application.role.status = RoleStatus.CLOSED_EARLY
    emit(RoleChanged(role_id=ready.application.role_id))
    session().commit()
    assert ready.again().signature_of(ready.nadia.id)


def test_what_was_sent_stays_whatever_the_role_becomes() -> None:
    desk = Desk(submitted_application())
    desk.application.role.version += 1
    emit(RoleChanged(role_id=desk.application.role_id))
    _change_entry(desk)
    found = desk.again()
    assert found.status is Status.SUBMITTED
    assert len(found.signatures) == 2


def test_a_signature_on_an_older_name_does_not_count(ready: Desk, emitted: list[Any]) -> None:
    """Nobody says when a name changes: the second to sign finds out, and the first signs again."""
    sign(ready.application, ready.nadia)
    ready.helen.name = "Helen Marsh-Okoye"
    session().commit()
    emitted.clear()
    assert sign(ready.application, ready.helen) is False
    assert isinstance(emitted[0], SignaturesCleared)
    assert [one.user_id for one in ready.again().signatures] == [ready.helen.id]
    assert sign(ready.application, ready.nadia) is True


# At once


def test_both_press_at_the_same_moment_and_it_is_sent_once(app: Flask, ready: Desk) -> None:
    seen, application_id = hash_now(ready.application), ready.application.id
    people = [ready.nadia.id, ready.helen.id]
    database.session.remove()
    barrier, outcomes = threading.Barrier(2), []

    def run(person_id: Any) -> None:
        with app.app_context():
            barrier.wait(timeout=10)
            expect_writes()
            actor = Actor(user_id=person_id, authenticated_at=now())
            application = queries.of_pair_to_sign(actor, application_id)
            outcomes.append(service.sign(actor, application, seen, now()))
            database.session.remove()

    threads = [threading.Thread(target=run, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert sorted(outcomes) == [False, True]
    assert queries.submission_of(application_id) is not None
