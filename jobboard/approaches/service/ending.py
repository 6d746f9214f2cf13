"""An approach ends without an answer: by either partner, by the clock, with the pair."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from jobboard.approaches import queries
from jobboard.approaches.domain import REPLY_WITHIN, ApproachState
from jobboard.approaches.models import Approach
from jobboard.approaches.service.telling import tell, tell_staff
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor, require


def withdraw(actor: Actor, approach: Approach, at: datetime) -> None:
    """Either partner, alone, until it is answered. Raises IllegalMoveError."""
    with transaction():
        require(actor, "approach.withdraw", approach)
        approach = queries.locked(approach.id)
        _take_back(actor, approach, at)
        tell("approaches.withdrawn", approach, [approach.partnership.partner_of(actor.user_id)])


def lapse(approach_id: UUID, at: datetime) -> None:
    """Nobody answered in time. Both partners are told, the employer is not."""
    with transaction():
        found = queries.of_worker(approach_id)
        if found is None:
            return
        approach = queries.locked(found.id)
        if not approach.allows("lapse") or approach.sent_at is None:
            return
        if at < approach.sent_at + REPLY_WITHIN:
            return
        approach.advance("lapse")
        approach.settled_at = at
        session().flush()
        record(Actor(), "approach.no_reply", approach)
        tell("approaches.no_reply", approach, approach.partnership.people)


def end_with_pair(partnership_id: UUID, at: datetime) -> None:
    """The two are no pair any more: what lives is taken back. Both know why."""
    with transaction():
        for one in queries.live_of_partnership(partnership_id):
            _take_back(Actor(), queries.locked(one.id), at)


def _take_back(actor: Actor, approach: Approach, at: datetime) -> None:
    was_sent = approach.status is not ApproachState.DRAFTED
    approach.advance("withdraw")
    approach.settled_at, approach.settled_by_id = at, actor.user_id
    session().flush()
    record(actor, "approach.withdrawn", approach, was_sent=was_sent)
    if was_sent:
        tell_staff("approaches.taken_back", approach)
