"""What follows from a change to a role: the index looks at it again."""

from __future__ import annotations

from jobboard.core.events import on
from jobboard.roles.events import RoleChanged
from jobboard.roles.finder import KIND
from jobboard.search import indexer


@on(RoleChanged)
def look_again(fact: RoleChanged) -> None:
    indexer.enqueue(KIND, fact.role_id)
