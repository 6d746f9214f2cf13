"""How a person is called. Every template asks here (decisions.md 16), so blind reading can come."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID


class Named(Protocol):
    """Whoever has a name."""

    @property
    def name(self) -> str: ...


def display_name(person: Named | None, viewer_id: UUID | None = None) -> str:  # noqa: ARG001
    """The name this viewer may read. `viewer_id` is None for somebody not signed in."""
    return person.name if person is not None else "Somebody who has left"


def first_name(person: Named | None, viewer_id: UUID | None = None) -> str:
    return display_name(person, viewer_id).split(" ")[0]
