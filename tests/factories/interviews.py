"""Interviews as an employer proposes them. Each factory commits what it makes."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from jobboard.accounts.models import User
from jobboard.core.clock import now
from jobboard.core.policy import Actor
from jobboard.hiring.domain import Stage
from jobboard.hiring.models import Candidacy
from jobboard.interviews import queries, service
from jobboard.interviews.domain import Kind, Panelist, Slot
from jobboard.interviews.models import Interview
from tests.factories.hiring import make_candidacy, owner_of, recruiter_of

CHAIR = Panelist("Dr Amara Shah", "chair@example.test")


def next_wednesday(hour: int = 14, weeks: int = 1) -> datetime:
    """The Wednesday after the coming one at `hour` UTC: a half-day on which both are in."""
    day = now().date() + timedelta(days=(2 - now().weekday()) % 7 + 7 * weeks)
    return datetime.combine(day, time(hour), UTC)


def proposal(
    candidacy: Candidacy,
    kind: Kind = Kind.JOINT,
    *,
    starts_at: datetime | None = None,
    minutes: int = 60,
    place: str = "Room 4, Fellside House",
    others: tuple[Panelist, ...] = (CHAIR,),
) -> service.Proposal:
    """The owner and a chair from outside on the panel."""
    slot = Slot(starts_at or next_wednesday(), minutes, place)
    return service.Proposal(kind, slot, (owner_of(candidacy.role).id,), others)


def make_interview(candidacy: Candidacy | None = None, **wanted: Any) -> Interview:
    candidacy = candidacy or make_candidacy(stage=Stage.SHORTLISTED)
    made = service.propose(
        recruiter_of(candidacy.role), candidacy, proposal(candidacy, **wanted), now()
    )
    return fresh(made)


def fresh(row: Interview) -> Interview:
    return queries.interview(row.id)


def named(row: Interview) -> list[User]:
    return [one.user for one in row.answers]


def actor(person: User) -> Actor:
    return Actor(user_id=person.id, authenticated_at=now())


def agreed(row: Interview | None = None) -> Interview:
    """With the yes of everybody who is named."""
    row = row or make_interview()
    for person in named(row):
        service.accept(actor(person), row, row.sequence, now())
    return fresh(row)
