"""What the clock does to an advert."""

from __future__ import annotations

from uuid import UUID

from jobboard.core.clock import now
from jobboard.core.jobs import job
from jobboard.roles import service


@job("roles.open_due")
def open_due(role_id: str) -> None:
    """Due at the instant it is scheduled for; the verb looks whether that still stands."""
    service.open_due(UUID(role_id), now())


@job("roles.archive")
def archive(role_id: str) -> None:
    """Due when the time of keeping an ended advert is over."""
    service.archive(UUID(role_id), now())
