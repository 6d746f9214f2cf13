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
