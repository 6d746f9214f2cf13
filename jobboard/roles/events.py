from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from jobboard.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePublished(Event):
    role_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChanged(Event):
    """Anything a reader of the advert could see, including that it is gone."""

    role_id: UUID
