"""Two signatures on one hash, and the way back (decisions.md 4 and 5)."""

from __future__ import annotations

from datetime import datetime

from jobboard.applications import queries, readiness, signing, snapshot
from jobboard.applications.domain import (
    COOL_OFF,
    LIFECYCLE,
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
)
from jobboard.applications.leaving import Answer, DecidedMeanwhileError
from jobboard.applications.models import Application, Signature, Submission
from jobboard.applications.queries.leaving import departures
from jobboard.applications.service.retiring import reopen, retire
from jobboard.applications.service.settling import person_behind, settle
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.events import emit
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, require, require_fresh
from jobboard.partnerships.models import TrackRecordEntry
from jobboard.partnerships.queries.referees import confirmed_of
from jobboard.roles.domain import RoleClosedError


def ask_for_signatures(actor: Actor, application: Application, at: datetime) -> None:
    """One finds the text ready. NotReadyError or RoleClosedError while something is missing."""
    with transaction():
        require(actor, "application.sign", application)
        application = queries.locked(application.id)
        entries = queries.track_record(application.partnership_id)
        LIFECYCLE.after("ask_for_signatures", application.status)
        _check_ready(application, entries, at)
        application.advance("ask_for_signatures")
        record(actor, "application.signatures_asked", application, version=application.version)
        emit(
            SignaturesAsked(
                application_id=application.id,
                by_id=person_behind(actor),
                version=application.version,
            )
        )


def sign(actor: Actor, application: Application, seen_hash: str, at: datetime) -> bool:
    """One partner signs exactly what they saw; the second signature on the same hash submits.

    True if it was submitted. Password typed at most five minutes before `at`; SignedSomethingElse
    if the text has moved on; the role is judged open at `at`, inside the transaction. Signing the
    same text twice changes nothing.
    """
    with transaction():
        require(actor, "application.sign", application)
        require_fresh(actor, at)
        application = queries.locked(application.id)
        if not application.is_editable:
            raise IllegalMoveError("sign", application.status)
        entries = queries.track_record(application.partnership_id)
        frozen = snapshot.bytes_of(application, entries)
        if seen_hash != signing.digest(frozen):
            raise SignedSomethingElseError
        _check_ready(application, entries, at)
        settle(application, entries, None, at)
        if application.signature_of(actor.user_id):
            return False
        return _add_signature(actor, application, frozen, at)


def withdraw(actor: Actor, application: Application, at: datetime) -> None:
    """Either partner, at any time while it lives. Nothing is deleted; both may apply anew."""
    with transaction():
        require(actor, "application.withdraw", application)
        application = queries.locked(application.id)
        was_submitted = application.status is Status.SUBMITTED
        was_visible = application.is_visible(at)
        if application.left_by_id is not None:
            _answer_by_withdrawing(application, at)
        retire(application, actor.user_id, at)
        reopen(application, at)
        record(actor, "application.withdrawn", application, was_visible=was_visible)
        emit(
            ApplicationWithdrawn(
                application_id=application.id,
                by_id=person_behind(actor),
                was_submitted=was_submitted,
                was_visible=was_visible,
            )
        )


def _answer_by_withdrawing(application: Application, at: datetime) -> None:
    """Whoever remains may withdraw at any time, except while a new partner is writing."""
    row = departures([application.id])[application.id]
    if row.answer is Answer.NEW_PARTNER:
        raise DecidedMeanwhileError
    if row.answer is None:
        row.answer, row.answered_at = Answer.WITHDRAWN, at


def _check_ready(application: Application, entries: list[TrackRecordEntry], at: datetime) -> None:
    if not application.takes_signatures(at):
        raise RoleClosedError
    frame = snapshot.frame_for(application, entries, today=at.date())
    contents = snapshot.contents_of(application, frame)
    found = readiness.blockers(application, contents, frame, at)
    if found:
        raise NotReadyError(f"{NotReadyError.message} {found[0].sentence}")


def _add_signature(actor: Actor, application: Application, frozen: bytes, at: datetime) -> bool:
    if application.status is Status.DRAFT:
        application.advance("ask_for_signatures")
    application.signatures.append(
        Signature(
            user_id=person_behind(actor),
            content_hash=signing.digest(frozen),
            version=application.version,
            signed_at=at,
        )
    )
    application.updated_at = at
    record(actor, "application.signed", application, version=application.version)
    signers = {signature.user_id for signature in application.signatures}
    pair = application.partnership
    if signers == {pair.first_id, pair.second_id}:
        _submit(actor, application, frozen, at)
        return True
    emit(
        ApplicationSigned(
            application_id=application.id, by_id=person_behind(actor), version=application.version
        )
    )
    return False


def _confirmed(application: Application) -> dict[str, str]:
    """Of the entries they send. What anybody does later alters nothing of it."""
    chosen = application.content(SectionKind.TRACK_RECORD)["entry_ids"]
    found = confirmed_of(queries.track_record(application.partnership_id))
    return {key: named for key, named in found.items() if key in chosen}


def _submit(actor: Actor, application: Application, frozen: bytes, at: datetime) -> None:
    application.advance("submit")
    application.submitted_at, application.visible_from = at, at + COOL_OFF
    session().add(
        Submission(
            application=application,
            content_hash=signing.digest(frozen),
            version=application.version,
            payload=frozen,
            confirmed=_confirmed(application),
            submitted_at=at,
        )
    )
    record(actor, "application.submitted", application, version=application.version)
    emit(
        ApplicationSubmitted(
            application_id=application.id,
            role_id=application.role_id,
            visible_from=application.visible_from,
            continues_id=application.continues_id,
        )
    )
