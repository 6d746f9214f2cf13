"""A pair rests, goes on, ends. Either may ask; only both together call an end off."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from jobboard.core import jobs
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.events import emit
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, NotAllowedError, require
from jobboard.partnerships import queries
from jobboard.partnerships.domain import PartnershipStatus, Who
from jobboard.partnerships.ending import NOTICE, BreakKind, Outcome, Wish
from jobboard.partnerships.events import (
    PartnershipDissolved,
    PartnershipDissolving,
    PartnershipPaused,
    PartnershipResumed,
)
from jobboard.partnerships.models import Partnership, PartnershipBreak
from jobboard.partnerships.service.pairs import part
from jobboard.partnerships.service.telling import tell, tell_both


def pause(actor: Actor, partnership: Partnership, words: str, at: datetime) -> None:
    """No applications and no signatures for a while; nothing else changes. IllegalMoveError."""
    with transaction():
        require(actor, "partnership.pause", partnership)
        partnership = queries.locked(partnership)
        partnership.advance("pause")
        row = _begin(actor, partnership, BreakKind.PAUSE, words, at)
        record(actor, "partnership.paused", partnership)
        emit(PartnershipPaused(partnership_id=partnership.id, by_id=row.begun_by_id))
        _tell_other(actor, partnership, "paused", row)


def resume(actor: Actor, partnership: Partnership, at: datetime) -> None:
    """Either of the two goes on after a pause, whoever began it. IllegalMoveError."""
    with transaction():
        require(actor, "partnership.pause", partnership)
        partnership = queries.locked(partnership)
        partnership.advance("resume")
        row = _open(partnership)
        _close(row, Outcome.RESUMED, at)
        record(actor, "partnership.resumed", partnership)
        emit(PartnershipResumed(partnership_id=partnership.id))
        _tell_other(actor, partnership, "resumed", row)


def start_dissolving(actor: Actor, partnership: Partnership, words: str, at: datetime) -> None:
    """One asks for the end: it comes in seven days, unless both stay. IllegalMoveError."""
    with transaction():
        require(actor, "partnership.dissolve", partnership)
        partnership = queries.locked(partnership)
        was_paused = partnership.status is PartnershipStatus.PAUSED
        partnership.advance("start_dissolving")
        if was_paused:
            _close(_open(partnership), Outcome.BECAME_ENDING, at)
        row = _begin(actor, partnership, BreakKind.ENDING, words, at)
        row.due_at = at + NOTICE
        _set_wish(row, partnership, row.begun_by_id, Wish.END)
        jobs.enqueue(
            "partnerships.dissolve",
            run_at=row.due_at,
            unique_key=f"partnership.dissolve:{row.id}",
            break_id=str(row.id),
        )
        record(actor, "partnership.dissolving", partnership)
        emit(PartnershipDissolving(partnership_id=partnership.id, by_id=row.begun_by_id))
        _tell_other(actor, partnership, "ending", row)


def wish(actor: Actor, partnership: Partnership, wanted: Wish, at: datetime) -> PartnershipStatus:
    """One says what they want while it ends: with the same wish of both it happens at once.

    Saying the same twice changes nothing. Returns where the pair stands. IllegalMoveError where
    it is not ending.
    """
    with transaction():
        require(actor, "partnership.dissolve", partnership)
        partnership = queries.locked(partnership)
        if partnership.status is not PartnershipStatus.DISSOLVING:
            raise IllegalMoveError(wanted.value, partnership.status)
        row = _open(partnership)
        if _wish_of(row, partnership, actor.user_id) is wanted:
            return partnership.status
        _set_wish(row, partnership, actor.user_id, wanted)
        record(actor, "partnership.wished", partnership, wish=wanted.value)
        if row.wishes == (Wish.END, Wish.END):
            _dissolve(actor, partnership, row, at)
        elif row.wishes == (Wish.STAY, Wish.STAY):
            _stay(actor, partnership, row, at)
        else:
            _tell_other(actor, partnership, f"wishes_{wanted.value}", row)
        return partnership.status


def dissolve_due(break_id: UUID, at: datetime) -> None:
    """For the worker: the seven days are over and nothing else was settled. Again: no change."""
    with transaction():
        row = queries.one_break(break_id)
        partnership = queries.locked(queries.with_people(row.partnership_id))
        row = queries.open_breaks([partnership.id]).get(partnership.id) or row
        if row.id != break_id or row.over_at or row.due_at is None or at < row.due_at:
            return
        _dissolve(Actor(), partnership, row, at)


def end_at_once(actor: Actor, partnership: Partnership, at: datetime) -> None:
    """No notice, and nobody is asked: one of the two blocks the other. In the caller's
    transaction, on a live pair that is locked."""
    if partnership.status is PartnershipStatus.CONNECTED:
        part(actor, partnership, at)
        return
    row = queries.open_breaks([partnership.id]).get(partnership.id)
    if row is None or row.kind is BreakKind.PAUSE:
        if row is not None:
            _close(row, Outcome.BECAME_ENDING, at)
        row = _begin(actor, partnership, BreakKind.ENDING, "", at)
        row.due_at = at
        emit(PartnershipDissolving(partnership_id=partnership.id, by_id=row.begun_by_id))
    _dissolve(actor, partnership, row, at, "end_at_once")


def _stay(actor: Actor, partnership: Partnership, row: PartnershipBreak, at: datetime) -> None:
    partnership.advance("stay_together")
    _close(row, Outcome.STAYED, at)
    record(actor, "partnership.stayed", partnership)
    emit(PartnershipResumed(partnership_id=partnership.id))
    tell_both(partnership, "stayed", str(row.id), break_id=str(row.id))


def _dissolve(
    actor: Actor,
    partnership: Partnership,
    row: PartnershipBreak,
    at: datetime,
    move: str = "dissolve",
) -> None:
    partnership.advance(move)
    partnership.parted_at = at
    _close(row, Outcome.DISSOLVED, at)
    record(actor, "partnership.dissolved", partnership)
    session().flush()
    emit(PartnershipDissolved(partnership_id=partnership.id, asked_by_id=row.begun_by_id))
    tell_both(partnership, "dissolved", str(row.id), break_id=str(row.id))


def _begin(
    actor: Actor, partnership: Partnership, kind: BreakKind, words: str, at: datetime
) -> PartnershipBreak:
    if actor.user_id is None:
        raise NotAllowedError("nobody is signed in")
    row = PartnershipBreak(
        id=uuid4(),
        partnership_id=partnership.id,
        kind=kind,
        begun_by_id=actor.user_id,
        begun_at=at,
        words=words,
    )
    session().add(row)
    return row


def _open(partnership: Partnership) -> PartnershipBreak:
    return queries.open_breaks([partnership.id])[partnership.id]


def _close(row: PartnershipBreak, outcome: Outcome, at: datetime) -> None:
    row.over_at, row.outcome = at, outcome
    session().flush()


def _set_wish(
    row: PartnershipBreak, partnership: Partnership, user_id: UUID | None, wanted: Wish
) -> None:
    if partnership.side_of(user_id) is Who.A:
        row.first_wish = wanted
    else:
        row.second_wish = wanted


def _wish_of(row: PartnershipBreak, partnership: Partnership, user_id: UUID | None) -> Wish | None:
    return row.first_wish if partnership.side_of(user_id) is Who.A else row.second_wish


def _tell_other(actor: Actor, partnership: Partnership, what: str, row: PartnershipBreak) -> None:
    """A change of mind back and forth is told once a wish."""
    other = queries.with_people(partnership.id).partner_of(actor.user_id)
    tell(partnership, other.id, what, str(row.id), break_id=str(row.id))
