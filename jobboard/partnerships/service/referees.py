"""Somebody outside the pair confirms one entry of its track record, or would rather not say."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.mail import post
from jobboard.core.policy import Actor, require
from jobboard.partnerships import queries
from jobboard.partnerships.models import TrackRecordEntry
from jobboard.partnerships.models.referees import RefereeAsk
from jobboard.partnerships.queries import referees as kept
from jobboard.partnerships.referees import (
    ASK_LIFE,
    MAX_ASKS,
    MAX_SHOWN_AS,
    AlreadyAskedError,
    AlreadyConfirmedError,
    OwnRefereeError,
    OwnWordError,
    RefereeSpentError,
    SaidNoError,
    TooManyRefereesError,
    Word,
)
from jobboard.partnerships.service.agreement import writable
from jobboard.partnerships.service.telling import tell, tell_both


def ask_referee(actor: Actor, entry: TrackRecordEntry, address: str, at: datetime) -> None:
    """Mail one person a link of 14 days; the same address again is sent the same link.

    Raises OwnRefereeError, AlreadyAskedError, AlreadyConfirmedError, SaidNoError,
    TooManyRefereesError, PartnershipEndedError.
    """
    with transaction():
        writable(actor, entry.partnership)
        entry = kept.entry_of(entry.id)
        require(actor, "track_record.ask_referee", entry)
        if any(person.owns(address) for person in entry.partnership.people):
            raise OwnRefereeError
        row = _open_ask(entry, address, at) or _new_ask(actor, entry, address, at)
        record(actor, "referee.asked", row)
        post(
            "partnerships.referee_ask",
            row.address,
            decision=f"referee.asked:{row.id}:{at.date().isoformat()}",
            ask_id=str(row.id),
        )
        other = entry.partnership.partner_of(actor.user_id)
        tell(entry.partnership, other.id, "referee_asked", str(row.id))


def _open_ask(entry: TrackRecordEntry, address: str, at: datetime) -> RefereeAsk | None:
    row = kept.standing(entry)
    if row is None:
        return None
    if row.word(at) is Word.CONFIRMED:
        raise AlreadyConfirmedError
    if row.word(at) is Word.ASKED and row.address != address:
        raise AlreadyAskedError
    return row if row.word(at) is Word.ASKED else None


def _new_ask(actor: Actor, entry: TrackRecordEntry, address: str, at: datetime) -> RefereeAsk:
    """A no stays a no of that address, whatever the entry says later."""
    earlier = kept.asks(entry)
    if any(row.address == address and row.confirmed is False for row in earlier):
        raise SaidNoError
    if len(earlier) >= MAX_ASKS:
        raise TooManyRefereesError
    row = RefereeAsk(
        id=uuid4(),
        entry_id=entry.id,
        entry_version=entry.lock_version,
        asked_by_id=actor.user_id,
        address=address,
        created_at=at,
    )
    row.arm(at + ASK_LIFE)
    session().add(row)
    session().flush()
    return row


def cancel_referee(actor: Actor, entry: TrackRecordEntry, row: RefereeAsk, at: datetime) -> None:
    """The link dies. Raises RefereeSpentError once it was answered."""
    with transaction():
        writable(actor, entry.partnership)
        row = kept.locked_ask(row)
        if row.answered_at is not None:
            raise RefereeSpentError
        row.cancelled_at = row.cancelled_at or at
        record(actor, "referee.cancelled", row)


def answer_referee(
    actor: Actor, row: RefereeAsk, confirmed: bool, at: datetime, shown_as: str = ""
) -> None:
    """Whoever holds the link answers once, about the text they were shown; both are told.

    `shown_as` is how they allow an employer to see them named; a no is shown to none.

    Raises RefereeSpentError, and OwnWordError for one of the two.
    """
    with transaction():
        pair = queries.locked(kept.entry_of(row.entry_id).partnership)
        if pair.includes(actor.user_id):
            raise OwnWordError
        row, entry = kept.locked_ask(row), kept.entry_of(row.entry_id)
        if not row.is_open(at) or not pair.is_live or row.entry_version != entry.lock_version:
            raise RefereeSpentError
        row.answered_at, row.confirmed = at, confirmed
        row.shown_as = shown_as[:MAX_SHOWN_AS] if confirmed else ""
        record(Actor(), "referee.confirmed" if confirmed else "referee.declined", row)
        tell_both(pair, "referee_confirmed" if confirmed else "referee_declined", str(row.id))
