from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from jobboard.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidacyMoved(Event):
    """`move` is a name of the lifecycle table; both partners are told of those in domain.TOLD."""

    candidacy_id: UUID
    application_id: UUID
    move: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidacyResumed(Event):
    """It goes on where it stood: `alone_id` alone, or with a new partner if None."""

    candidacy_id: UUID
    application_id: UUID
    alone_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconfirmationAsked(Event):
    """The role changed after these were signed; each person who stands by one is asked."""

    candidacy_ids: tuple[UUID, ...]
    role_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconfirmed(Event):
    """One person's own yes; complete: nobody else is still asked."""

    application_id: UUID
    by_id: UUID
    role_version: int
    is_complete: bool
