"""Asking people who work with the two; they answer behind one link, with their name or without."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.mail import post
from jobboard.core.policy import Actor
from jobboard.partnerships import queries
from jobboard.partnerships.feedback import (
    ASK_LIFE,
    MAX_OPEN_ASKS,
    AskSpentError,
    AskYourselvesError,
    FeedbackWords,
    TooManyAsksError,
)
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.models.feedback import FeedbackAnswer, FeedbackAsk
from jobboard.partnerships.queries import feedback as kept
from jobboard.partnerships.service.agreement import writable
from jobboard.partnerships.service.telling import tell_both


def ask_feedback(actor: Actor, partnership: Partnership, address: str, at: datetime) -> None:
    """Mail one person a link of 14 days; the same address again is sent the same link.

    Raises AskYourselvesError, TooManyAsksError, PartnershipEndedError.
    """
    with transaction():
        partnership = writable(actor, partnership)
        if any(person.owns(address) for person in queries.with_people(partnership.id).people):
            raise AskYourselvesError
        row = kept.same_ask(partnership, address, at)
        if row is None:
            if len(kept.asks(partnership, at)) >= MAX_OPEN_ASKS:
                raise TooManyAsksError
            row = FeedbackAsk(
                id=uuid4(),
                partnership_id=partnership.id,
                asked_by_id=actor.user_id,
                address=address,
                created_at=at,
            )
            row.arm(at + ASK_LIFE)
            session().add(row)
            session().flush()
        _send(actor, row, at)


def _send(actor: Actor, row: FeedbackAsk, at: datetime) -> None:
    """Once a day to one address; whoever has answered hears nothing more, and nobody learns it."""
    record(actor, "feedback.asked", row)
    post(
        "partnerships.feedback_ask",
        row.address,
        decision=f"feedback.asked:{row.id}:{at.date().isoformat()}",
        ask_id=str(row.id),
    )


def ask_again(actor: Actor, partnership: Partnership, row: FeedbackAsk, at: datetime) -> None:
    with transaction():
        writable(actor, partnership)
        row = kept.locked_ask(row)
        if row.cancelled_at is not None or row.has_expired(at):
            raise AskSpentError
        _send(actor, row, at)


def cancel_ask(actor: Actor, partnership: Partnership, row: FeedbackAsk, at: datetime) -> None:
    """The link dies. What was answered already stays, and the page does not say whether it was."""
    with transaction():
        writable(actor, partnership)
        row = kept.locked_ask(row)
        row.cancelled_at = row.cancelled_at or at
        record(actor, "feedback.cancelled", row)


def give_feedback(row: FeedbackAsk, words: FeedbackWords, at: datetime) -> None:
    """Whoever holds the link answers once; both of the pair are told at the same moment.

    Raises AskSpentError, InvalidInputError.
    """
    with transaction():
        words.check()
        row = kept.locked_ask(row)
        pair = queries.with_people(row.partnership_id)
        if not row.is_open(at) or not pair.is_live:
            raise AskSpentError
        row.answered_at = at
        told = FeedbackAnswer(
            id=uuid4(),
            partnership_id=row.partnership_id,
            giver=words.giver,
            works=words.works,
            harder=words.harder,
            advice=words.advice,
            given_on=at.date(),
        )
        session().add(told)
        session().flush()
        record(Actor(), "feedback.given", told)
        tell_both(pair, "feedback_arrived", str(told.id))
