from __future__ import annotations

from jobboard.partnerships.views import (
    acceptance,
    ending,
    invitations,
    pairs,
    proposition,
    track_record,
)
from jobboard.partnerships.views.rooms import blueprint

__all__ = [
    "acceptance",
    "blueprint",
    "ending",
    "invitations",
    "pairs",
    "proposition",
    "track_record",
]
