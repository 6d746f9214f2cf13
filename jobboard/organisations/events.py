from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from jobboard.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRenamed(Event):
    """The name stands on its adverts, in the search index and in texts that pairs have signed."""

    organisation_id: UUID
