from __future__ import annotations

from uuid import UUID

from jobboard.core.clock import now
from jobboard.core.jobs import job
from jobboard.hiring import service


@job("hiring.take_over")
def take_over(application_id: str) -> None:
    """Due at the end of a new pair's cool-off; the verb looks whether they still stand."""
    service.take_over(UUID(application_id), now())
