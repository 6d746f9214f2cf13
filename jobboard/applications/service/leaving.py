"""One leaves, the other decides: explicit, with clocks, never a silently broken application.

Not sent yet (or still within the cool-off): the text closes and the other may keep a copy. With
the employer: alone where the role allows it, with a new partner who signs too, or not at all.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from jobboard.applications import queries
from jobboard.applications.domain import SecondApplicationError, Status
from jobboard.applications.events import ApplicationStarted, DepartureDecided, PartnerLeft
from jobboard.applications.leaving import (
    CHOOSE_WITHIN,
    SIGN_WITHIN,
    Answer,
    DecidedMeanwhileError,
    NoSuchPartnerError,
    NotAChoiceError,
    TooLateError,
    choices,
)
from jobboard.applications.models import Application, Departure
from jobboard.applications.queries import leaving as found_by
from jobboard.applications.service.copies import fill, keep_copy
from jobboard.applications.service.retiring import reopen, retire
from jobboard.applications.service.settling import note, person_behind
from jobboard.applications.service.starting import STARTED, draft
from jobboard.core import jobs
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.events import emit
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, require
from jobboard.partnerships.models import Partnership
from jobboard.roles.domain import RoleClosedError


def leave(actor: Actor, application: Application, words: str, at: datetime) -> Departure:
    """One of the two leaves this application, not the partnership. IllegalMoveError once over."""
    with transaction():
        require(actor, "application.leave", application)
        return _part(actor, queries.locked(application.id), person_behind(actor), words, at)


def partnership_ended(partnership_id: UUID, asked_by_id: UUID, at: datetime) -> None:
    """Drafts end with their pair: whoever asked for the end counts as the one who leaves."""
    with transaction():
        for application_id in found_by.live_of_partnership(partnership_id):
            application = queries.locked(application_id)
            if application.is_editable and application.left_by_id is None:
                _part(Actor(), application, asked_by_id, "", at)


def partner_left_with_the_pair(application_id: UUID, asked_by_id: UUID, at: datetime) -> None:
    """The same for one that is with the employer; hiring knows which of them still lives."""
    with transaction():
        application = queries.locked(application_id)
        if application.status is Status.SUBMITTED and application.left_by_id is None:
            _part(Actor(), application, asked_by_id, "", at)


def decide(
    actor: Actor,
    application: Application,
    answer: Answer,
    at: datetime,
    partnership: Partnership | None = None,
) -> Application | None:
    """What the remaining partner chooses; the new draft where they go on with somebody else.

    DecidedMeanwhileError, TooLateError, NotAChoiceError, NoSuchPartnerError, RoleClosedError where
    the role is gone, SecondApplicationError where the new partner stands in another application.
    """
    with transaction():
        require(actor, "application.decide", application)
        application = queries.locked(application.id)
        row = _waiting(application, at)
        if answer not in choices(row.was_visible, application.role.if_one_leaves):
            raise NotAChoiceError
        made = None
        if answer is Answer.NEW_PARTNER:
            made = _with_new_partner(actor, application, row, partnership, at)
        elif answer is Answer.KEPT:
            keep_copy(actor, application, at)
        elif answer is Answer.WITHDRAWN:
            retire(application, actor.user_id, at)
        _settle(actor, application, row, answer, at)
        return made


def lapse(departure_id: UUID, at: datetime) -> None:
    """For the worker: nobody answered, or the new partner did not sign, in time. Again: nothing."""
    with transaction():
        row = found_by.departure(departure_id)
        application = queries.locked(row.application_id)
        row = found_by.departure(departure_id)
        if row.answer not in {None, Answer.NEW_PARTNER} or at < row.answer_by:
            return
        successor = found_by.successor_of(application.id)
        if successor is not None:
            successor = queries.locked(successor.id)
            if successor.status is Status.SUBMITTED:
                return
            retire(successor, None, at)
        if row.was_visible:
            retire(application, None, at)
        _settle(Actor(), application, row, Answer.LAPSED, at)


def _part(
    actor: Actor, application: Application, leaver_id: UUID, words: str, at: datetime
) -> Departure:
    if not application.is_live or application.left_by_id is not None:
        raise IllegalMoveError("leave", application.status)
    was_submitted = application.status is Status.SUBMITTED
    was_visible = application.is_visible(at)
    application.left_by_id, application.updated_at = leaver_id, at
    if was_visible:
        for applicant in application.applicants:
            applicant.is_live = applicant.is_live and applicant.user_id != leaver_id
    else:
        retire(application, leaver_id, at)
        reopen(application, at)
    row = Departure(
        id=uuid4(),
        application_id=application.id,
        left_by_id=leaver_id,
        left_at=at,
        was_visible=was_visible,
        words=words,
        answer_by=at + CHOOSE_WITHIN,
    )
    session().add(row)
    session().flush()
    _wind_the_clock(row)
    record(actor, "application.partner_left", application, was_visible=was_visible)
    emit(
        PartnerLeft(
            application_id=application.id,
            departure_id=row.id,
            by_id=leaver_id,
            was_submitted=was_submitted,
            was_visible=was_visible,
        )
    )
    return row


def _wind_the_clock(row: Departure) -> None:
    jobs.enqueue(
        "applications.close_departure",
        run_at=row.answer_by,
        unique_key=f"departure:{row.id}:{row.answer_by:%Y%m%d%H%M%S}",
        departure_id=str(row.id),
    )


def _waiting(application: Application, at: datetime) -> Departure:
    row = found_by.departures([application.id]).get(application.id)
    if row is None:
        raise IllegalMoveError("decide", application.status)
    if row.answer is not None:
        raise DecidedMeanwhileError
    if at >= row.answer_by:
        raise TooLateError
    return row


def _settle(
    actor: Actor, application: Application, row: Departure, answer: Answer, at: datetime
) -> None:
    row.answer, row.answered_at = answer, at
    application.updated_at = at
    session().flush()
    record(actor, "application.decided", application, answer=answer.value)
    emit(
        DepartureDecided(
            application_id=application.id,
            departure_id=row.id,
            answer=answer.value,
            by_id=actor.user_id,
            was_visible=row.was_visible,
        )
    )


def _with_new_partner(
    actor: Actor,
    application: Application,
    row: Departure,
    partnership: Partnership | None,
    at: datetime,
) -> Application:
    """The text goes on as a draft of the new pair; both sign it, then the candidacy goes on."""
    open_to = {pair.id for pair in found_by.other_pairs_of(actor.user_id, application.partnership)}
    if partnership is None or partnership.id not in open_to:
        raise NoSuchPartnerError
    if application.role.is_gone:
        raise RoleClosedError
    for applicant in application.applicants:
        applicant.is_live = False
    session().flush()
    people = [partnership.first_id, partnership.second_id]
    if queries.live_for_role(application.role_id, people):
        raise SecondApplicationError(field="partnership")
    kept = keep_copy(actor, application, at)
    made = draft(actor, application.role, partnership, at)
    made.continues_id = application.id
    made.sign_by = row.answer_by = row.left_at + SIGN_WITHIN
    session().add(made)
    session().flush()
    fill(made, kept, actor.user_id)
    note(made, STARTED, person_behind(actor), at)
    _wind_the_clock(row)
    record(actor, "application.started", made, role_id=str(made.role_id))
    emit(ApplicationStarted(application_id=made.id, by_id=person_behind(actor)))
    return made
