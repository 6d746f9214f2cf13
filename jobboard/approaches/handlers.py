"""A pair that has ended writes to nobody."""

from __future__ import annotations

from jobboard.approaches import service
from jobboard.core.clock import now
from jobboard.core.events import on
from jobboard.partnerships.events import PartnershipDissolved


@on(PartnershipDissolved)
def dissolved(event: PartnershipDissolved) -> None:
    service.end_with_pair(event.partnership_id, now())
