"""The pages of a joint application."""

from __future__ import annotations

from jobboard.applications.views import (
    keeping,
    leaving,
    papers,
    sending,
    signing,
    starting,
    terms,
    writing,
)
from jobboard.applications.views.room import blueprint

__all__ = [
    "blueprint",
    "keeping",
    "leaving",
    "papers",
    "sending",
    "signing",
    "starting",
    "terms",
    "writing",
]
