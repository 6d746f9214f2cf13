"""What a named partner does, for themselves alone: accept, ask to move, adjust, call off."""

from __future__ import annotations

from datetime import datetime

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, require
from jobboard.interviews import queries
from jobboard.interviews.domain import (
    MAX_ADJUSTMENT_WORDS,
    Answer,
    ChangedMeanwhileError,
    PastError,
    State,
    check_reason,
    check_words,
)
from jobboard.interviews.models import Interview, InterviewAnswer
from jobboard.interviews.service import telling


def accept(actor: Actor, row: Interview, seen: int, at: datetime) -> None:
    """One's own yes to the time on the page; with everybody's it is agreed. Twice: nothing.

    `seen` is the `sequence` on the page. Raises IllegalMoveError, ChangedMeanwhileError, PastError.
    """
    with transaction():
        row, mine = _mine(actor, row)
        if mine.answer is Answer.ACCEPTED and row.is_open:
            return
        _check(row, "accept", seen, at)
        mine.answer, mine.words, mine.answered_at = Answer.ACCEPTED, "", at
        record(actor, "interview.accepted", row)
        if all(one.answer is Answer.ACCEPTED for one in row.answers):
            row.advance("confirm", at)
            session().flush()
            record(actor, "interview.confirmed", row)
            telling.confirmed(row)


def ask_to_move(actor: Actor, row: Interview, words: str, seen: int, at: datetime) -> None:
    """With words that say when it would suit; what was agreed is open again.

    Raises IllegalMoveError, ChangedMeanwhileError, PastError, UserError at `words`.
    """
    with transaction():
        row, mine = _mine(actor, row)
        _check(row, "ask_to_move", seen, at)
        check_reason(words, "Say which times would suit you. The panel reads it.")
        mine.answer, mine.words, mine.answered_at = Answer.ASKED_TO_MOVE, words, at
        was_agreed = row.state is State.CONFIRMED
        if was_agreed:
            row.advance("reopen", at)
        session().flush()
        record(actor, "interview.asked_to_move", row)
        telling.asked(row, mine, was_agreed)


def adjust(actor: Actor, row: Interview, words: str) -> None:
    """What would help on the day: kept for this person and the employer's people, told in no mail.

    Raises UserError at `adjustments`, IllegalMoveError once it is over or cancelled.
    """
    with transaction():
        row, mine = _mine(actor, row)
        if not row.is_open:
            raise IllegalMoveError("adjust", row.state)
        check_words(words, MAX_ADJUSTMENT_WORDS, "adjustments")
        if mine.adjustments != words:
            mine.adjustments = words
            record(actor, "interview.adjusted", row)


def call_off(actor: Actor, row: Interview, words: str, seen: int, at: datetime) -> None:
    """A named partner cancels, with a reason that everybody reads. The application stays.

    Raises IllegalMoveError, ChangedMeanwhileError, PastError, UserError at `words`.
    """
    with transaction():
        row, _ = _mine(actor, row)
        _check(row, "cancel", seen, at)
        check_reason(words, "Say why in a few words. Everybody who was invited reads it.")
        row.advance("cancel", at)
        row.words, row.cancelled_by_id = words, actor.user_id
        session().flush()
        record(actor, "interview.cancelled", row, by="pair")
        telling.cancelled(row)


def _mine(actor: Actor, row: Interview) -> tuple[Interview, InterviewAnswer]:
    require(actor, "interview.answer", row)
    row = queries.hold(row)
    mine = row.answer_of(actor.user_id)
    assert mine is not None
    return row, mine


def _check(row: Interview, act: str, seen: int, at: datetime) -> None:
    if not row.is_open:
        raise IllegalMoveError(act, row.state)
    if row.sequence != seen:
        raise ChangedMeanwhileError
    if row.starts_at <= at:
        raise PastError
