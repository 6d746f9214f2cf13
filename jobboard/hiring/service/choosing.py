"""The verbs of choosing: a candidacy arrives, moves, is noted upon, is withdrawn."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from jobboard.applications.reading import Reading
from jobboard.core.activity import record
from jobboard.core.db import transaction
from jobboard.core.events import emit
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, require
from jobboard.hiring import queries
from jobboard.hiring.domain import (
    MAX_NOTE_WORDS,
    MAX_REFUSAL_WORDS,
    EmptyNoteError,
    MovedMeanwhileError,
    OtherReasonError,
    Reason,
    ReasonMissingError,
    check_words,
    moves_for,
)
from jobboard.hiring.events import CandidacyMoved
from jobboard.hiring.models import Candidacy, PrivateNote, Refusal
from jobboard.hiring.queries.reconfirming import undecided_of_role
from jobboard.roles import queries as roles
from jobboard.roles.domain import reason_said


def receive(application_id: UUID, role_id: UUID, visible_from: datetime) -> Candidacy:
    """The employer's side of a submitted application begins; nobody there sees it until then."""
    with transaction() as current:
        candidacy = Candidacy(
            application_id=application_id,
            role_id=role_id,
            visible_from=visible_from,
            moved_at=visible_from,
            **figures(application_id),
        )
        current.add(candidacy)
        current.flush()
        return candidacy


def figures(application_id: UUID) -> dict[str, Any]:
    """What the table of a role shows, read from the frozen text."""
    submission = queries.submissions([application_id])[application_id]
    reading = Reading.of_bytes(submission.payload, submission.submitted_at.date())
    return {
        "plan": reading.plan,
        "total_tenths": reading.total_tenths,
        "overlap": reading.totals.overlap,
        "gaps": reading.totals.gap_count,
        "pair_months": reading.pair_months,
    }


def pair_withdrew(actor: Actor, application_id: UUID, was_visible: bool, at: datetime) -> None:
    """Within the cool-off nothing remains on the employer's side; after it the stage says so."""
    with transaction() as current:
        candidacy = queries.of_application(application_id)
        if candidacy is None:
            return
        if was_visible:
            advance(actor, candidacy, "withdraw", at)
        else:
            current.delete(candidacy)
            current.flush()


def move(
    actor: Actor,
    candidacy: Candidacy,
    move: str,
    at: datetime,
    *,
    note: str | None = None,
    reason: Reason | None = None,
    words: str | None = None,
    seen: int | None = None,
) -> None:
    """One of EMPLOYER_MOVES. `seen` is the lock_version the reader decided on.

    `note` stays with the panel. `reason` and `words` belong to `not_select`; both partners read
    them. Raises IllegalMoveError, MovedMeanwhileError, and UserErrors that name their field.
    """
    with transaction():
        require(actor, "candidacy.move", candidacy)
        if seen is not None and seen != candidacy.lock_version:
            raise MovedMeanwhileError
        if move not in moves_for(candidacy.stage):
            raise IllegalMoveError(move, candidacy.stage)
        check_words(note or "", MAX_NOTE_WORDS, "note")
        if move == "not_select":
            _refuse(actor, candidacy, reason, words or "", at)
        advance(actor, candidacy, move, at)
        if note:
            _keep_note(actor, candidacy, note, at)


def role_cancelled(actor: Actor, role_id: UUID, at: datetime) -> None:
    """Every live application for it ends; both partners of each read the employer's reason."""
    with transaction():
        said = roles.words_about(role_id, "cancel")
        words = reason_said(said.reason, said.words) if said else ""
        for candidacy in undecided_of_role(role_id):
            candidacy.refusal = Refusal(
                author_id=actor.user_id, reason=Reason.ROLE_CANCELLED, words=words, written_at=at
            )
            advance(actor, candidacy, "role_cancelled", at)


def add_note(actor: Actor, candidacy: Candidacy, text: str, at: datetime) -> None:
    """For the employer's people only; at most MAX_NOTE_WORDS words."""
    with transaction():
        require(actor, "candidacy.note", candidacy)
        if not text.strip():
            raise EmptyNoteError
        check_words(text, MAX_NOTE_WORDS, "text")
        _keep_note(actor, candidacy, text, at)


def _keep_note(actor: Actor, candidacy: Candidacy, text: str, at: datetime) -> None:
    candidacy.notes.append(PrivateNote(author_id=actor.user_id, text=text, written_at=at))
    record(actor, "candidacy.noted", candidacy)


def _refuse(
    actor: Actor, candidacy: Candidacy, reason: Reason | None, words: str, at: datetime
) -> None:
    if reason is None:
        raise ReasonMissingError
    check_words(words, MAX_REFUSAL_WORDS, "words")
    if reason is Reason.OTHER and not words.strip():
        raise OtherReasonError
    candidacy.refusal = Refusal(author_id=actor.user_id, reason=reason, words=words, written_at=at)


def advance(actor: Actor, candidacy: Candidacy, move: str, at: datetime) -> None:
    candidacy.advance(move)
    candidacy.moved_at = at
    record(actor, "candidacy.moved", candidacy, move=move, to=candidacy.stage.value)
    emit(
        CandidacyMoved(
            candidacy_id=candidacy.id, application_id=candidacy.application_id, move=move
        )
    )
