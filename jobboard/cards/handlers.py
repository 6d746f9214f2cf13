"""A pair that pauses or ends shows nothing any more."""

from __future__ import annotations

from jobboard.cards import service
from jobboard.core.clock import now
from jobboard.core.events import on
from jobboard.partnerships.events import PartnershipDissolving, PartnershipPaused


@on(PartnershipPaused)
def paused(event: PartnershipPaused) -> None:
    service.end_all(event.partnership_id, now())


@on(PartnershipDissolving)
def dissolving(event: PartnershipDissolving) -> None:
    """At the request already: an ex-partner's rights end with it."""
    service.end_all(event.partnership_id, now())
