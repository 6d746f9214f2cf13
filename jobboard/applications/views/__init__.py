"""The pages of a joint application."""

from __future__ import annotations

from jobboard.applications.views import (
    autosaving,
    history,
    keeping,
    leaving,
    papers,
    sending,
    signing,
    starting,
    templates,
    terms,
    writing,
)
from jobboard.applications.views.room import blueprint

__all__ = [
    "autosaving",
    "blueprint",
    "history",
    "keeping",
    "leaving",
    "papers",
    "sending",
    "signing",
    "starting",
    "templates",
    "terms",
    "writing",
]
