from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import joinedload, selectinload

from jobboard.accounts.models import User
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.core.tokens import digest
from jobboard.organisations.domain import MemberKind
from jobboard.organisations.models import Membership, Organisation, OrganisationInvitation


def of_member(actor: Actor) -> list[Organisation]:
    """The organisations this person belongs to, by name, with their members. Empty for nobody."""
    return organisations_with_right(actor, MemberKind)


def organisations_with_right(actor: Actor, kinds: Iterable[MemberKind]) -> list[Organisation]:
    """Those in which this person is of one of these kinds, by name, with their members."""
    if actor.user_id is None:
        return []
    mine = sa.select(Membership.organisation_id).where(
        Membership.user_id == actor.user_id, Membership.kind.in_(list(kinds))
    )
    found = sa.select(Organisation).where(Organisation.id.in_(mine)).options(_members())
    return list(session().scalars(found.order_by(Organisation.name, Organisation.id)))


def one_of_member(actor: Actor, organisation_id: UUID) -> Organisation:
    """For members and for owners of a parent. Raises NoResultFound for everybody else."""
    found = one(organisation_id)
    if found.standing_of(actor.user_id) is None:
        raise NoResultFound(f"organisation {organisation_id}")
    return found


def one(organisation_id: UUID) -> Organisation:
    """Whatever the caller may see: for the worker and for whoever holds an invitation."""
    found = sa.select(Organisation).where(Organisation.id == organisation_id)
    return session().scalars(found.options(_members())).one()


def hold(*ids: UUID) -> None:
    """Keep these from others until the transaction ends, always in the same order."""
    rows = sa.select(Organisation.id).where(Organisation.id.in_(ids)).order_by(Organisation.id)
    session().execute(rows.with_for_update(key_share=True)).all()


def membership_of(organisation: Organisation, membership_id: UUID) -> Membership:
    """Raises NoResultFound for a membership of another organisation."""
    found = sa.select(Membership).where(
        Membership.id == membership_id, Membership.organisation_id == organisation.id
    )
    return session().scalars(found.options(joinedload(Membership.user))).one()


def open_invitations(organisation_id: UUID, at: datetime) -> list[OrganisationInvitation]:
    """Newest first."""
    found = sa.select(OrganisationInvitation).where(
        OrganisationInvitation.organisation_id == organisation_id, *_open(at)
    )
    order = (OrganisationInvitation.created_at.desc(), OrganisationInvitation.id)
    return list(session().scalars(found.options(_inviter()).order_by(*order)))


def open_invitation_to(
    organisation_id: UUID, address: str, at: datetime
) -> OrganisationInvitation | None:
    found = sa.select(OrganisationInvitation).where(
        OrganisationInvitation.organisation_id == organisation_id,
        OrganisationInvitation.address == address,
        *_open(at),
    )
    newest = found.order_by(OrganisationInvitation.created_at.desc(), OrganisationInvitation.id)
    return session().scalars(newest.limit(1)).first()


def invitation_of(organisation: Organisation, invitation_id: UUID) -> OrganisationInvitation:
    """Raises NoResultFound for an invitation of another organisation."""
    found = sa.select(OrganisationInvitation).where(
        OrganisationInvitation.id == invitation_id,
        OrganisationInvitation.organisation_id == organisation.id,
    )
    return session().scalars(found.options(_inviter())).one()


def invitation_of_id(invitation_id: UUID) -> OrganisationInvitation | None:
    found = sa.select(OrganisationInvitation).where(OrganisationInvitation.id == invitation_id)
    return session().scalars(found.options(*_whole())).one_or_none()


def invitation_by_token(token: str, at: datetime) -> OrganisationInvitation | None:
    """None for unknown, used, cancelled and expired links alike."""
    found = sa.select(OrganisationInvitation).where(
        OrganisationInvitation.token_hash == digest(token), *_open(at)
    )
    return session().scalars(found.options(*_whole())).one_or_none()


def slugs_like(stem: str) -> set[str]:
    found = sa.select(Organisation.slug).where(Organisation.slug.startswith(stem, autoescape=True))
    return set(session().scalars(found))


def _open(at: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        OrganisationInvitation.accepted_at.is_(None),
        OrganisationInvitation.cancelled_at.is_(None),
        OrganisationInvitation.expires_at > at,
    )


def _members() -> Any:
    return selectinload(Organisation.memberships).joinedload(Membership.user)


def _inviter() -> Any:
    return joinedload(OrganisationInvitation.invited_by)


def _whole() -> tuple[Any, ...]:
    to_people = joinedload(OrganisationInvitation.organisation)
    return (
        _inviter().selectinload(User.addresses),
        to_people.selectinload(Organisation.memberships).joinedload(Membership.user),
    )
