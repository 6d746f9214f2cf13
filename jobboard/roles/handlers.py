"""What follows from a change to a role or to who posted it: the index looks at it again."""

from __future__ import annotations

from jobboard.core.events import emit, on
from jobboard.organisations.events import OrganisationRenamed
from jobboard.roles import queries
from jobboard.roles.events import RoleChanged
from jobboard.roles.finder import KIND
from jobboard.search import indexer


@on(OrganisationRenamed)
def named_anew(fact: OrganisationRenamed) -> None:
    """Readers of each advert see another name, and so do pairs who write for it."""
    for role_id in queries.ids_of_organisation(fact.organisation_id):
        emit(RoleChanged(role_id=role_id))


@on(RoleChanged)
def look_again(fact: RoleChanged) -> None:
    indexer.enqueue(KIND, fact.role_id)
