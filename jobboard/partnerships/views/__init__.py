from __future__ import annotations

from jobboard.partnerships.views import (
    acceptance,
    agreement,
    blocking,
    call_card,
    duty_map,
    ending,
    feedback,
    horizon,
    invitations,
    pairs,
    proposition,
    referees,
    track_record,
)
from jobboard.partnerships.views.rooms import blueprint

__all__ = [
    "acceptance",
    "agreement",
    "blocking",
    "blueprint",
    "call_card",
    "duty_map",
    "ending",
    "feedback",
    "horizon",
    "invitations",
    "pairs",
    "proposition",
    "referees",
    "track_record",
]
