from __future__ import annotations

from uuid import UUID

from jobboard.applications import service
from jobboard.core.clock import now
from jobboard.core.jobs import job


@job("applications.close_departure")
def close_departure(departure_id: str) -> None:
    """The time to decide is over; the verb looks whether somebody did."""
    service.lapse(UUID(departure_id), now())
