from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jobboard.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePublished(Event):
    role_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleExtended(Event):
    """It was open and stays open longer."""

    role_id: UUID
    closes_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRelisted(Event):
    """It had closed and takes applications again."""

    role_id: UUID
    closes_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTermsChanged(Event):
    """What pairs who have signed relied on; `version` is the role's from now on."""

    role_id: UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleClosedEarly(Event):
    role_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleCancelled(Event):
    role_id: UUID
    by_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleOutcomeAsked(Event):
    """It has been closed for a while, and nobody has said how it ended."""

    role_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChanged(Event):
    """Anything a reader of the advert could see, including that it is gone."""

    role_id: UUID
