"""Who works on a role: the members of its organisation and of the agency that runs it for them."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased, selectinload

from jobboard.accounts.models import User
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.organisations import queries as organisations
from jobboard.organisations.domain import STAFF, MemberKind
from jobboard.organisations.models import Membership
from jobboard.organisations.queries import ties
from jobboard.roles.employers import Employer
from jobboard.roles.models import Role


def worked_on_by(
    user_id: UUID | None, kinds: Iterable[MemberKind] = MemberKind
) -> sa.ColumnElement[bool]:
    """Of a Role: whether this person is there as one of these kinds."""
    mine = sa.select(Membership.organisation_id).where(
        Membership.user_id == user_id, Membership.kind.in_(list(kinds))
    )
    own = aliased(Role)
    sides = (own.organisation_id, own.agency_id)
    return Role.id.in_(sa.union_all(*(sa.select(own.id).where(side.in_(mine)) for side in sides)))


def people_of(role: Role, kinds: Iterable[MemberKind]) -> list[User]:
    """Each once, with their addresses, the longest-standing member first."""
    since = (
        sa.select(Membership.user_id, sa.func.min(Membership.created_at).label("since"))
        .where(Membership.organisation_id.in_(role.run_by_ids), Membership.kind.in_(list(kinds)))
        .group_by(Membership.user_id)
        .subquery()
    )
    found = (
        sa.select(User)
        .join(since, since.c.user_id == User.id)
        .options(selectinload(User.addresses))
        .order_by(since.c.since, User.id)
    )
    return list(session().scalars(found))


def works_on(role: Role, user_id: UUID | None, kinds: Iterable[MemberKind]) -> bool:
    """Asked of the database, for letters that are written later."""
    found = sa.select(Membership.id).where(
        Membership.organisation_id.in_(role.run_by_ids),
        Membership.user_id == user_id,
        Membership.kind.in_(list(kinds)),
    )
    return session().scalars(found.limit(1)).first() is not None


def employers_of(actor: Actor) -> list[Employer]:
    """For whom this person may write roles: their organisations, then clients of their agencies."""
    mine = organisations.organisations_with_right(actor, STAFF)
    agencies = {each.id: each for each in mine if each.is_agency}
    clients = ties.clients_of(list(agencies)) if agencies else []
    found = [Employer(each) for each in mine]
    return found + [Employer(client, agencies[agency_id]) for agency_id, client in clients]
