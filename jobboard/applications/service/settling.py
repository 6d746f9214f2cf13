"""When the text becomes another one, by whatever hand: one rule for every verb and handler."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from jobboard.applications import queries, snapshot
from jobboard.applications.domain import Cause
from jobboard.applications.events import ApplicationEndedWithRole, SignaturesCleared
from jobboard.applications.leaving import Answer
from jobboard.applications.models import Application, Change
from jobboard.applications.queries import leaving
from jobboard.applications.service.retiring import retire
from jobboard.core.db import session, transaction
from jobboard.core.events import emit
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.partnerships.models import TrackRecordEntry


def role_changed(role_id: UUID, at: datetime) -> None:
    """The role has a new version: drafts for it say something else now, and are unsigned again."""
    _settle_all(queries.editable_of_role(role_id), None, at, Cause.ROLE)


def role_cancelled(role_id: UUID, at: datetime) -> None:
    """Whatever the employer has not got ends with the role, and so does every question about who
    goes on; the texts stay readable."""
    with transaction():
        for row in leaving.open_of_role(role_id):
            row.answer, row.answered_at = Answer.LAPSED, at
        unseen = leaving.signed_anew_of_role(role_id, at)
        for application in [*queries.editable_of_role(role_id), *unseen]:
            retire(application, None, at)
            emit(ApplicationEndedWithRole(application_id=application.id))


def track_record_changed(partnership_id: UUID, by_id: UUID, at: datetime) -> None:
    """An entry changed: every draft that shows it says something else now."""
    editable = queries.editable_of_partnership(partnership_id)
    _settle_all(editable, by_id, at, Cause.TRACK_RECORD)


def pair_renamed(partnership_id: UUID, by_id: UUID, at: datetime) -> None:
    """The name of the pair stands at the head of what is signed."""
    _settle_all(queries.editable_of_partnership(partnership_id), by_id, at, Cause.NAMES)


def person_renamed(user_id: UUID, at: datetime) -> None:
    """So do the names of the two, as they write them."""
    _settle_all(queries.editable_of_person(user_id), user_id, at, Cause.NAMES)


def settle(
    application: Application,
    entries: list[TrackRecordEntry],
    by_id: UUID | None,
    at: datetime,
    cause: Cause | None = None,
) -> bool:
    """If the text is another one now: the version grows, it is a draft again, signatures fall.

    True if a signature fell; only then there is something to tell. `cause` names what the history
    would not know otherwise; a save of a section keeps its own row.
    """
    content_hash = snapshot.hash_of(application, entries)
    if content_hash == application.content_hash:
        return False
    application.content_hash = content_hash
    application.version += 1
    application.updated_at = at
    application.advance("edit")
    if cause is not None:
        note(application, cause, by_id, at)
    fallen = list(application.signatures)
    for signature in fallen:
        signature.cleared_at = at
    session().flush()
    session().expire(application, ["signatures"])
    if fallen:
        emit(
            SignaturesCleared(
                application_id=application.id, by_id=by_id, version=application.version
            )
        )
    return bool(fallen)


def note(application: Application, cause: Cause, by_id: UUID | None, at: datetime) -> None:
    """Why this version exists, and how they share from it on."""
    session().add(
        Change(
            application_id=application.id,
            version=application.version,
            cause=cause,
            by_id=by_id,
            at=at,
            share_type=application.share_type,
            acceptance=application.settled_acceptance,
        )
    )


def _settle_all(
    applications: list[Application], by_id: UUID | None, at: datetime, cause: Cause
) -> None:
    with transaction():
        for application in applications:
            entries = queries.track_record(application.partnership_id)
            settle(application, entries, by_id, at, cause)


def person_behind(actor: Actor) -> UUID:
    if actor.user_id is None:
        raise NotAllowedError("nobody is signed in")
    return actor.user_id
