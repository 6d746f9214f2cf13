"""What lower features do to a text that two people may have signed."""

from __future__ import annotations

from jobboard.accounts.events import PersonRenamed
from jobboard.applications import service
from jobboard.core.clock import now
from jobboard.core.events import on
from jobboard.partnerships.events import (
    PartnershipDissolved,
    PartnershipRenamed,
    TrackRecordChanged,
)
from jobboard.roles.events import RoleCancelled, RoleChanged


@on(TrackRecordChanged)
def entry_changed(event: TrackRecordChanged) -> None:
    service.track_record_changed(event.partnership_id, event.actor_id, now())


@on(PartnershipRenamed)
def pair_renamed(event: PartnershipRenamed) -> None:
    service.pair_renamed(event.partnership_id, event.actor_id, now())


@on(PersonRenamed)
def person_renamed(event: PersonRenamed) -> None:
    service.person_renamed(event.user_id, now())


@on(RoleChanged)
def role_changed(event: RoleChanged) -> None:
    """Closing a role changes no text: its version and so the hash stay the same."""
    service.role_changed(event.role_id, now())


@on(PartnershipDissolved)
def pair_ended(event: PartnershipDissolved) -> None:
    service.partnership_ended(event.partnership_id, event.asked_by_id, now())


@on(RoleCancelled)
def role_cancelled(event: RoleCancelled) -> None:
    service.role_cancelled(event.role_id, now())
