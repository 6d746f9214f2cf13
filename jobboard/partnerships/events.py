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


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipPaused(Event):
    """No new application and no signature until one of the two goes on."""

    partnership_id: UUID
    by_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipResumed(Event):
    """Formed again: after a pause, or because both stay together."""

    partnership_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipDissolving(Event):
    """One of the two asked for the end; it comes in seven days unless both stay."""

    partnership_id: UUID
    by_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipDissolved(Event):
    """The end, in this very request. `asked_by_id` counts as the one who leaves."""

    partnership_id: UUID
    asked_by_id: UUID
