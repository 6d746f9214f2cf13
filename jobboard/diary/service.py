from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.errors import ConflictError
from jobboard.core.policy import Actor, require
from jobboard.diary import queries
from jobboard.diary.domain import ADDRESS_LIFE
from jobboard.diary.models import DiaryAddress
from jobboard.partnerships import queries as partnerships
from jobboard.partnerships.models import Partnership


class PairOverError(ConflictError):
    message = "This partnership has ended, so its diary has no address any more."


def renew_address(actor: Actor, partnership: Partnership, at: datetime) -> DiaryAddress:
    """Make the address, or a new one; whatever subscribed to the old one reads nothing at once."""
    with transaction():
        require(actor, "diary.renew", partnership)
        if not partnerships.locked(partnership).is_live:
            raise PairOverError
        row = queries.address_of(partnership.id)
        if row is None:
            row = DiaryAddress(id=uuid4(), partnership_id=partnership.id)
            session().add(row)
        row.arm(at + ADDRESS_LIFE)
        row.made_at, row.made_by_id = at, actor.user_id
        session().flush()
        record(actor, "diary.address_made", row)
    return row


def end_address(actor: Actor, partnership: Partnership, at: datetime) -> None:
    """The address opens nothing from now on, until either makes one. Twice changes nothing."""
    with transaction():
        require(actor, "diary.renew", partnership)
        partnerships.locked(partnership)
        row = queries.address_of(partnership.id)
        if row is None or row.has_expired(at):
            return
        row.arm(at)
        record(actor, "diary.address_ended", row)
