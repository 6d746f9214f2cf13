from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4, uuid5

import sqlalchemy as sa

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.events import emit
from jobboard.core.policy import Actor, require
from jobboard.inbox import queries
from jobboard.inbox.domain import ClosedError, check_text
from jobboard.inbox.events import MessageSent
from jobboard.inbox.models import Message, Receipt, Thread
from jobboard.inbox.places import Place


def write(
    actor: Actor, place: Place, text: str, at: datetime, seen: Sequence[UUID] = ()
) -> Message:
    """Send it to everybody at this place at the same moment. An answer reads what it answers:
    `seen` are the messages that stood above it.

    Raises ClosedError, EmptyMessageError, TooLongError.
    """
    with transaction():
        require(actor, "message.write", place)
        place = queries.locked(place)
        if words := place.closed_words(actor.user_id):
            raise ClosedError(words)
        check_text(text)
        assert actor.user_id is not None
        message = Message(
            id=uuid4(),
            thread=_thread(place, at),
            author_id=actor.user_id,
            text=text,
            sent_at=at,
            receipts=[
                Receipt(id=uuid4(), user_id=user_id) for user_id in _recipients(actor, place)
            ],
        )
        session().add(message)
        mark_read(actor, place, seen, at)
        session().flush()
        record(actor, "message.sent", message, thread_id=str(message.thread_id))
        emit(MessageSent(message_id=message.id))
    return message


def mark_read(actor: Actor, place: Place, message_ids: Sequence[UUID], at: datetime) -> None:
    """The first reading stays, whoever looks again. It concerns the reader alone: no trail."""
    with transaction() as current:
        found = queries.unread(place, actor.user_id, message_ids)
        if found:
            first = sa.update(Receipt).where(Receipt.id.in_(found), Receipt.read_at.is_(None))
            current.execute(first.values(read_at=at).execution_options(synchronize_session=False))


def _recipients(actor: Actor, place: Place) -> list[UUID]:
    """Both partners, or whoever of them is still in it; from a partner, the employer as well."""
    pair = [person.id for person in place.pair_in_it if person.id != actor.user_id]
    return pair if place.is_employer else [*pair, *queries.employer_readers(place)]


def _thread(place: Place, at: datetime) -> Thread:
    """The one of this place; made with the first message, while the place is held."""
    about = place.application or place.partnership
    key = uuid5(about.id, "thread")
    found = queries.thread(key)
    if found is None:
        found = Thread(
            id=key,
            partnership_id=place.partnership.id,
            application_id=place.application and place.application.id,
            candidacy_id=place.candidacy and place.candidacy.id,
            began_at=at,
        )
        session().add(found)
    return found
