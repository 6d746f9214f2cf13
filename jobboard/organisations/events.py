from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from jobboard.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRenamed(Event):
    """The name stands on its adverts, in the search index and in texts that pairs have signed."""

    organisation_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyEnded(Event):
    """It no longer acts for this client: what it ran there is the client's."""

    agency_id: UUID
    client_id: UUID
