"""What follows from a change to a role or to who posted it: the index looks at it again."""

from __future__ import annotations

from jobboard.core.activity import record
from jobboard.core.db import session
from jobboard.core.events import emit, on
from jobboard.core.policy import Actor
from jobboard.organisations.events import AgencyEnded, OrganisationRenamed
from jobboard.roles import queries
from jobboard.roles.events import RoleChanged
from jobboard.roles.finder import KIND
from jobboard.roles.service.telling import tell
from jobboard.search import indexer


@on(OrganisationRenamed)
def named_anew(fact: OrganisationRenamed) -> None:
    """Readers of each advert see another name, and so do pairs who write for it."""
    for role_id in queries.ids_of_organisation(fact.organisation_id):
        emit(RoleChanged(role_id=role_id))


@on(AgencyEnded)
def taken_over(fact: AgencyEnded) -> None:
    """What the agency ran for the client is the client's alone; readers see another name."""
    for role in queries.run_for(fact.agency_id, fact.client_id):
        role.agency = None
        session().flush()
        record(Actor(), "role.agency_ended", role, agency=str(fact.agency_id))
        tell(role)


@on(RoleChanged)
def look_again(fact: RoleChanged) -> None:
    indexer.enqueue(KIND, fact.role_id)
