from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jobboard.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationStarted(Event):
    application_id: UUID
    by_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SignaturesAsked(Event):
    """One partner finds the text ready and asks the other to read and sign it."""

    application_id: UUID
    by_id: UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignaturesCleared(Event):
    """Somebody edited after a signature; both are told. `version` is the new one."""

    application_id: UUID
    by_id: UUID | None
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationSigned(Event):
    """One of two signatures. The other partner is told whose turn it is."""

    application_id: UUID
    by_id: UUID
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationSubmitted(Event):
    application_id: UUID
    role_id: UUID
    visible_from: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationWithdrawn(Event):
    """`was_visible` tells whether the employer ever saw it."""

    application_id: UUID
    by_id: UUID
    was_submitted: bool
    was_visible: bool
