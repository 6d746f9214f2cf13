from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from jobboard.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressConfirmed(Event):
    user_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRenamed(Event):
    """The name stands in texts that two people may have signed."""

    user_id: UUID
