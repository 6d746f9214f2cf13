"""The pages of roles: search and advert for everybody, the rest for employers."""

from __future__ import annotations

from jobboard.roles.views import (
    answering,
    asking,
    bringing,
    changes,
    copying,
    designer,
    elsewhere,
    employers,
    lists,
    manager,
    opening,
    outcomes,
    public,
    publishing,
    running,
    search,
    selection,
    world,
)
from jobboard.roles.views.room import blueprint

__all__ = [
    "answering",
    "asking",
    "blueprint",
    "bringing",
    "changes",
    "copying",
    "designer",
    "elsewhere",
    "employers",
    "lists",
    "manager",
    "opening",
    "outcomes",
    "public",
    "publishing",
    "running",
    "search",
    "selection",
    "world",
]
