"""The pages of roles: one file for the searching public, one for the advert, the rest for
employers."""

from __future__ import annotations

from jobboard.roles.views import lists, search
from jobboard.roles.views.room import blueprint

__all__ = ["blueprint", "lists", "search"]
