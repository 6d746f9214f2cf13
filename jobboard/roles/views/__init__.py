"""The pages of roles: search and advert for everybody, the rest for employers."""

from __future__ import annotations

from jobboard.roles.views import (
    bringing,
    changes,
    copying,
    designer,
    elsewhere,
    employers,
    lists,
    manager,
    public,
    publishing,
    running,
    search,
    selection,
    world,
)
from jobboard.roles.views.room import blueprint

__all__ = [
    "blueprint",
    "bringing",
    "changes",
    "copying",
    "designer",
    "elsewhere",
    "employers",
    "lists",
    "manager",
    "public",
    "publishing",
    "running",
    "search",
    "selection",
    "world",
]
