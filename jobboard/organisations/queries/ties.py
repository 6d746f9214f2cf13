"""Which organisations belong together. A tie counts once both sides have said so."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from jobboard.accounts.models import User
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.organisations.domain import MemberKind
from jobboard.organisations.models import Membership, Organisation, OrganisationTie
from jobboard.organisations.ties import TieKind, below

_ENDS = (OrganisationTie.first_id, OrganisationTie.second_id)


def family(*ids: UUID) -> tuple[set[UUID], dict[UUID, UUID]]:
    """Everybody these belong with, themselves included, and the parent of each child. A query a
    level."""
    known, parents = set(ids), dict[UUID, UUID]()
    while True:
        found = sa.select(*_ENDS).where(
            OrganisationTie.kind == TieKind.FAMILY,
            OrganisationTie.confirmed_at.is_not(None),
            sa.or_(*(end.in_(known) for end in _ENDS)),
        )
        parents = {child: parent for parent, child in session().execute(found)}
        grown = known | set(parents) | set(parents.values())
        if grown == known:
            return known, parents
        known = grown


def organisations_below(top: Organisation) -> list[Organisation]:
    """Its children and theirs, by name, with their members."""
    ids = below(family(top.id)[1], top.id)
    if not ids:
        return []
    members = selectinload(Organisation.memberships).joinedload(Membership.user)
    found = sa.select(Organisation).where(Organisation.id.in_(ids)).options(members)
    return list(session().scalars(found.order_by(Organisation.name, Organisation.id)))


def of_organisation(organisation_id: UUID) -> list[OrganisationTie]:
    """Asked and confirmed ones, oldest first, with both organisations."""
    found = _whole().where(sa.or_(*(end == organisation_id for end in _ENDS)))
    return list(session().scalars(found.order_by(OrganisationTie.asked_at, OrganisationTie.id)))


def waiting_for(actor: Actor) -> list[OrganisationTie]:
    """What an organisation was asked that this person owns, oldest first."""
    mine = sa.select(Membership.organisation_id).where(
        Membership.user_id == actor.user_id, Membership.kind == MemberKind.OWNER
    )
    asked_id = sa.case(
        (OrganisationTie.asked_by_first, OrganisationTie.second_id),
        else_=OrganisationTie.first_id,
    )
    found = _whole().where(OrganisationTie.confirmed_at.is_(None), asked_id.in_(mine))
    return list(session().scalars(found.order_by(OrganisationTie.asked_at, OrganisationTie.id)))


def one_of(organisation: Organisation, tie_id: UUID) -> OrganisationTie:
    """Raises NoResultFound where this organisation is neither side."""
    found = _whole().where(
        OrganisationTie.id == tie_id, sa.or_(*(end == organisation.id for end in _ENDS))
    )
    return session().scalars(found).one()


def as_it_stands(tie_id: UUID) -> OrganisationTie | None:
    """Read anew; None once it was taken back or has ended."""
    found = _whole().where(OrganisationTie.id == tie_id)
    return session().scalars(found.execution_options(populate_existing=True)).one_or_none()


def between(kind: TieKind, first_id: UUID, second_id: UUID) -> OrganisationTie | None:
    found = sa.select(OrganisationTie).where(
        OrganisationTie.kind == kind,
        OrganisationTie.first_id == first_id,
        OrganisationTie.second_id == second_id,
    )
    return session().scalars(found).one_or_none()


def clients(agency_id: UUID) -> list[Organisation]:
    """Who confirmed that this agency acts for them, by name."""
    return [organisation for _, organisation in clients_of([agency_id])]


def clients_of(agency_ids: list[UUID]) -> list[tuple[UUID, Organisation]]:
    """(agency, client) of confirmed ties, by the client's name, with its members."""
    found = (
        sa.select(OrganisationTie.first_id, Organisation)
        .join(Organisation, Organisation.id == OrganisationTie.second_id)
        .where(
            OrganisationTie.kind == TieKind.AGENCY,
            OrganisationTie.first_id.in_(agency_ids),
            OrganisationTie.confirmed_at.is_not(None),
        )
        .options(selectinload(Organisation.memberships))
        .order_by(Organisation.name, Organisation.id)
    )
    return [(agency_id, client) for agency_id, client in session().execute(found)]


def named(typed: str) -> list[Organisation]:
    """By the name in the address of its page, or by its name as it stands. With members."""
    tail = typed.rstrip("/").rpartition("/")[2]
    found = sa.select(Organisation).options(selectinload(Organisation.memberships))
    by_slug = list(session().scalars(found.where(Organisation.slug == tail.lower())))
    if by_slug:
        return by_slug
    same = sa.func.lower(Organisation.name) == typed.lower()
    return list(session().scalars(found.where(same).limit(2)))


def owners(organisation_id: UUID) -> list[User]:
    """With their addresses, in a stable order."""
    found = (
        sa.select(User)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.organisation_id == organisation_id, Membership.kind == MemberKind.OWNER)
        .options(selectinload(User.addresses))
        .order_by(Membership.created_at, User.id)
    )
    return list(session().scalars(found))


def _whole() -> sa.Select[OrganisationTie]:
    return sa.select(OrganisationTie).options(
        joinedload(OrganisationTie.first), joinedload(OrganisationTie.second)
    )
