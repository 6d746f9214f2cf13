"""Write the plan of the first 90 days; make and end a reader's own address of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor, NotAllowedError, require
from jobboard.diary.domain import ADDRESS_LIFE
from jobboard.hiring.domain import Stage
from jobboard.hiring.models import Candidacy
from jobboard.tenures import queries
from jobboard.tenures.days import check_order
from jobboard.tenures.domain import (
    PREPARED_FROM,
    Appraisal,
    OneLeftError,
    PlanChangedError,
    TooEarlyError,
    who_does,
)
from jobboard.tenures.models import FirstDays, FirstDaysAddress


@dataclass(frozen=True, slots=True)
class Said:
    """What a plan says. `who`: key of a task to a value of Who."""

    starts_on: date
    reviews: tuple[date, date, date]
    inbox: str
    diary: str
    appraisal: Appraisal
    who: Mapping[str, str]


def said_by(row: FirstDays) -> Said:
    first, second, third = row.review_days
    return Said(row.starts_on, (first, second, third), row.inbox, row.diary, row.appraisal, row.who)


def write(actor: Actor, candidacy: Candidacy, said: Said, base: int, at: datetime) -> None:
    """`base` is the number the page was made from, 0 for none.

    Raises TooEarlyError, OneLeftError, PlanChangedError, ReviewOrderError, ReviewTooLateError.
    """
    with transaction():
        require(actor, "first_days.write", candidacy)
        if candidacy.standing not in PREPARED_FROM:
            raise TooEarlyError
        if candidacy.alone_id or candidacy.stage is Stage.PARTNER_LEFT:
            raise OneLeftError
        check_order(said.starts_on, said.reviews)
        row = queries.locked(candidacy.id)
        if base != (row.lock_version if row else 0):
            raise PlanChangedError
        if row is None:
            row = FirstDays(id=uuid4(), candidacy_id=candidacy.id)
            session().add(row)
        row.starts_on, row.reviews = said.starts_on, [day.isoformat() for day in said.reviews]
        row.inbox, row.diary, row.appraisal = said.inbox, said.diary, said.appraisal
        row.who = {key: who.value for key, who in who_does(said.who).items()}
        row.written_by_id, row.written_at = actor.user_id, at
        session().flush()
        record(actor, "first_days.written", row)


def renew_address(actor: Actor, row: FirstDays, at: datetime) -> FirstDaysAddress:
    """The reader's own address, or a new one: what follows the old one reads nothing at once."""
    with transaction():
        if actor.user_id is None:
            raise NotAllowedError
        queries.readable(actor.user_id, row.candidacy_id, at)
        queries.locked(row.candidacy_id)
        found = queries.address_of(row, actor.user_id)
        if found is None:
            found = FirstDaysAddress(id=uuid4(), first_days_id=row.id, user_id=actor.user_id)
            session().add(found)
        found.arm(at + ADDRESS_LIFE)
        found.made_at = at
        session().flush()
        record(actor, "first_days.address_made", row)
    return found


def end_address(actor: Actor, row: FirstDays, at: datetime) -> None:
    """Twice changes nothing."""
    with transaction():
        queries.locked(row.candidacy_id)
        found = queries.address_of(row, actor.user_id)
        if found is None or found.has_expired(at):
            return
        found.arm(at)
        record(actor, "first_days.address_ended", row)
