"""The pages of hiring: the employer's, and the one where a pair says that it still stands."""

from __future__ import annotations

from jobboard.hiring.views import (
    choosing,
    figures,
    filling,
    moving,
    organisation_figures,
    reconfirming,
)
from jobboard.hiring.views.room import blueprint

__all__ = [
    "blueprint",
    "choosing",
    "figures",
    "filling",
    "moving",
    "organisation_figures",
    "reconfirming",
]
