"""One partner left: the stage is kept, the other decides, and it goes on where it stood."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from jobboard.applications import queries as applications
from jobboard.applications import service as application_verbs
from jobboard.applications.domain import Status
from jobboard.applications.reading import Reading
from jobboard.core import jobs
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.events import emit
from jobboard.core.policy import Actor
from jobboard.hiring import queries
from jobboard.hiring.domain import Stage
from jobboard.hiring.events import CandidacyResumed
from jobboard.hiring.models import Candidacy
from jobboard.hiring.service import reconfirming
from jobboard.hiring.service.choosing import advance, figures
from jobboard.roles import queries as roles


def partner_left(actor: Actor, application_id: UUID, was_visible: bool, at: datetime) -> None:
    """The employer keeps it at its stage; what they never saw is taken away without a trace.

    IllegalMoveError where it is decided already: then nobody can leave it either.
    """
    with transaction() as current:
        candidacy = queries.of_application(application_id)
        if candidacy is None:
            return
        if was_visible:
            advance(actor, candidacy, "partner_leaves", at)
            reconfirming.forget(candidacy, candidacy.application.left_by_id)
        else:
            current.delete(candidacy)
            current.flush()


def pair_ended(partnership_id: UUID, asked_by_id: UUID, at: datetime) -> None:
    """What of the pair is undecided gets a question each; what is decided stays as it is."""
    with transaction():
        for candidacy in queries.live_of_partnership(partnership_id):
            application_verbs.partner_left_with_the_pair(candidacy.application_id, asked_by_id, at)


def continue_alone(actor: Actor, application_id: UUID, at: datetime) -> None:
    """The remaining partner goes on as one person, where the pair stood."""
    with transaction():
        candidacy = queries.of_application(application_id)
        if candidacy is not None:
            candidacy.alone_id = actor.user_id
            _resume(actor, candidacy, at)


def end(actor: Actor, application_id: UUID, at: datetime) -> None:
    """Withdrawn by the one who remained, or because nobody answered."""
    with transaction():
        candidacy = queries.of_application(application_id)
        if candidacy is not None and candidacy.stage is Stage.PARTNER_LEFT:
            advance(actor, candidacy, "withdraw", at)


def expect_new_pair(application_id: UUID, visible_from: datetime) -> None:
    """Both new partners have signed: after their cool-off the worker lets them take over."""
    jobs.enqueue(
        "hiring.take_over",
        run_at=visible_from,
        unique_key=f"candidacy.take_over:{application_id}",
        application_id=str(application_id),
    )


def take_over(application_id: UUID, at: datetime) -> None:
    """The candidacy goes on with the new pair's text, at its stage. Again: nothing.

    What was withdrawn within the cool-off never reached the employer; later than that, but before
    the worker came, it ends.
    """
    with transaction():
        application = applications.locked(application_id)
        before = application.continues_id
        candidacy = queries.of_application(before) if before else None
        if candidacy is None or candidacy.stage is not Stage.PARTNER_LEFT:
            return
        if not application.is_visible(at):
            return
        if application.status is Status.WITHDRAWN:
            if application.withdrawn_at and application.is_visible(application.withdrawn_at):
                advance(Actor(), candidacy, "withdraw", at)
            return
        candidacy.application = application
        for name, value in figures(application.id).items():
            setattr(candidacy, name, value)
        _resume(Actor(), candidacy, at)
        _ask_about_what_changed(candidacy, at)


def _ask_about_what_changed(candidacy: Candidacy, at: datetime) -> None:
    """The new pair signed the role as it was then; what changed since is asked of the two."""
    reconfirming.forget(candidacy)
    frozen = queries.submissions([candidacy.application_id])[candidacy.application_id]
    signed = Reading.of_bytes(frozen.payload, frozen.submitted_at.date()).role_version
    if made := roles.revisions_since(candidacy.role_id, signed):
        reconfirming.ask([candidacy], made[-1].version, at)


def _resume(actor: Actor, candidacy: Candidacy, at: datetime) -> None:
    candidacy.resume()
    candidacy.moved_at = at
    session().flush()
    move = "resume_alone" if candidacy.alone_id else "resume_with_new_partner"
    record(actor, "candidacy.moved", candidacy, move=move, to=candidacy.stage.value)
    emit(
        CandidacyResumed(
            candidacy_id=candidacy.id,
            application_id=candidacy.application_id,
            alone_id=candidacy.alone_id,
        )
    )
