"""The pages of a joint application."""

from __future__ import annotations

from jobboard.applications.views import papers, sending, signing, starting, terms, writing
from jobboard.applications.views.room import blueprint

__all__ = ["blueprint", "papers", "sending", "signing", "starting", "terms", "writing"]
