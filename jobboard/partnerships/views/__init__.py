from __future__ import annotations

from jobboard.partnerships.views import (
    acceptance,
    agreement,
    ending,
    horizon,
    invitations,
    pairs,
    proposition,
    track_record,
)
from jobboard.partnerships.views.rooms import blueprint

__all__ = [
    "acceptance",
    "agreement",
    "blueprint",
    "ending",
    "horizon",
    "invitations",
    "pairs",
    "proposition",
    "track_record",
]
