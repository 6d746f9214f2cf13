"""The pages of a joint application."""

from __future__ import annotations

from jobboard.applications.views import leaving, papers, sending, signing, starting, terms, writing
from jobboard.applications.views.room import blueprint

__all__ = ["blueprint", "leaving", "papers", "sending", "signing", "starting", "terms", "writing"]
