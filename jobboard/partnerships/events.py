from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from jobboard.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipConnected(Event):
    """The invitation was accepted; both may now confirm."""

    partnership_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipFormed(Event):
    """Both confirmed: the pair exists."""

    partnership_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipRenamed(Event):
    """The name stands in texts that the two may have signed."""

    partnership_id: UUID
    actor_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRecordChanged(Event):
    """An entry was added, edited or removed: a text that quotes it has changed."""

    partnership_id: UUID
    actor_id: UUID
