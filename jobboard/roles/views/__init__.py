"""The pages of roles: search and advert for everybody, the rest for employers."""

from __future__ import annotations

from jobboard.roles.views import changes, designer, lists, public, publishing, search
from jobboard.roles.views.room import blueprint

__all__ = ["blueprint", "changes", "designer", "lists", "public", "publishing", "search"]
