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
    continues_id: UUID | None = None
    """The application whose candidacy goes on with this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationWithdrawn(Event):
    """`was_visible` tells whether the employer ever saw it."""

    application_id: UUID
    by_id: UUID
    was_submitted: bool
    was_visible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerLeft(Event):
    """One of the two left it; the other decides what becomes of it."""

    application_id: UUID
    departure_id: UUID
    by_id: UUID
    was_submitted: bool
    was_visible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartureDecided(Event):
    """`answer` is a code of leaving.Answer; `by_id` None: the clock decided. `was_visible`: the
    employer had it when one left."""

    application_id: UUID
    departure_id: UUID
    answer: str
    by_id: UUID | None
    was_visible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationEndedWithRole(Event):
    """The employer withdrew the role while the two were still writing."""

    application_id: UUID
