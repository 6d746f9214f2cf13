"""A pair that ends shows nothing any more. One that pauses: its cards rest with it (models.py)."""

from __future__ import annotations

from jobboard.cards import service
from jobboard.core.clock import now
from jobboard.core.events import on
from jobboard.partnerships.events import PartnershipDissolving


@on(PartnershipDissolving)
def dissolving(event: PartnershipDissolving) -> None:
    """At the request already: an ex-partner's rights end with it."""
    service.end_all(event.partnership_id, now())
