from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.organisations.models import Membership, Organisation
from jobboard.roles.asking import QuestionState
from jobboard.roles.domain import GONE, PUBLIC, UNPUBLISHED, RoleStatus
from jobboard.roles.models import (
    BroughtAdvert,
    Role,
    RoleQuestion,
    RoleRevision,
    RoleTemplate,
    RoleWords,
)
from jobboard.roles.queries.doors import worked_on_by


class Shelf(StrEnum):
    """How an employer sorts roles: by what the clock makes of the stored state."""

    ALL = "all"
    DRAFTS = "drafts"
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


def public_role(role_id: UUID) -> Role:
    """A role anybody may read, with all its parts. Raises NoResultFound, also for drafts."""
    return _whole(Role.id == role_id, Role.status.in_(PUBLIC))


def shown_to(actor: Actor, role_id: UUID) -> tuple[Role, bool, int]:
    """A role that is or was public, or of an organisation the actor belongs to, whether they do,
    and a number that grows with every answer on it (0: none). With its organisation; its parts and
    the members are read when they are asked for, as the page keeps what it drew and few readers
    are members. Raises NoResultFound."""
    asked = {"role_id": role_id, "user_id": actor.user_id}
    role, is_own, answers = session().execute(_SHOWN, asked).one()
    return role, is_own, answers


def one_of_member(actor: Actor, role_id: UUID) -> Role:
    """A role that the actor's organisation has or runs, in any state. Raises NoResultFound."""
    return _whole(Role.id == role_id, worked_on_by(actor.user_id))


def of_worker(role_id: UUID) -> Role | None:
    """Whatever its state, for jobs that act for nobody; held until the transaction ends."""
    held = sa.select(Role.id).where(Role.id == role_id).with_for_update()
    session().execute(held).all()
    found = sa.select(Role).where(Role.id == role_id).execution_options(populate_existing=True)
    return session().scalars(found).one_or_none()


def _whole(*conditions: sa.ColumnElement[bool]) -> Role:
    found = (
        sa.select(Role)
        .where(*conditions)
        .options(
            joinedload(Role.organisation).selectinload(Organisation.memberships),
            selectinload(Role.duties),
            selectinload(Role.criteria),
        )
    )
    return session().scalars(found).one()


def locked(role: Role) -> Role:
    """Read anew, for this transaction alone; its parts are read again when they are asked for."""
    found = sa.select(Role).where(Role.id == role.id).with_for_update(of=Role)
    session().expire(role)
    return session().scalars(found.execution_options(populate_existing=True)).one()


def _of_member(actor: Actor) -> sa.Select[UUID]:
    return sa.select(Membership.organisation_id).where(Membership.user_id == actor.user_id)


# Built once: it is the page that is read most.
_IS_OWN = sa.exists().where(
    Membership.organisation_id.in_([Role.organisation_id, Role.agency_id]),
    Membership.user_id == sa.bindparam("user_id"),
)
_ANSWERS = (
    sa.select(sa.func.coalesce(sa.func.sum(RoleQuestion.lock_version), 0))
    .where(RoleQuestion.role_id == Role.id, RoleQuestion.status == QuestionState.ANSWERED)
    .scalar_subquery()
)
_SHOWN = (
    sa.select(Role, _IS_OWN, _ANSWERS)
    .where(
        Role.id == sa.bindparam("role_id"),
        sa.or_(Role.status.in_(sorted(PUBLIC | GONE)), _IS_OWN),
    )
    .options(joinedload(Role.organisation))
)


def organisations_of(actor: Actor) -> list[Organisation]:
    """Where the actor is a member, by name, with all members."""
    found = (
        sa.select(Organisation)
        .where(Organisation.id.in_(_of_member(actor)))
        .options(selectinload(Organisation.memberships))
        .order_by(Organisation.name, Organisation.id)
    )
    return list(session().scalars(found))


def run_for(agency_id: UUID, client_id: UUID) -> list[Role]:
    """What this agency runs for this client, drafts too; held until the transaction ends."""
    ids = sa.select(Role.id).where(Role.agency_id == agency_id, Role.organisation_id == client_id)
    held = session().scalars(ids.order_by(Role.id).with_for_update()).all()
    found = sa.select(Role).where(Role.id.in_(held)).order_by(Role.id)
    return list(session().scalars(found.execution_options(populate_existing=True)))


def roles_of_member(
    actor: Actor,
    at: datetime,
    *,
    shelf: Shelf = Shelf.ALL,
    offset: int = 0,
    limit: int = 20,
) -> list[Role]:
    """Roles of the actor's organisations, last edited first, each with its organisation."""
    found = (
        sa.select(Role)
        .where(worked_on_by(actor.user_id), *_on(shelf, at))
        .options(joinedload(Role.organisation).selectinload(Organisation.memberships))
        .order_by(Role.updated_at.desc(), Role.id)
        .offset(offset)
        .limit(limit)
    )
    return list(session().scalars(found))


def counts_of_member(actor: Actor, at: datetime) -> dict[Shelf, int]:
    """How many roles stand on each shelf."""
    columns = [
        sa.func.coalesce(sa.func.sum(sa.case((sa.and_(sa.true(), *_on(shelf, at)), 1), else_=0)), 0)
        for shelf in Shelf
    ]
    found = sa.select(*columns).where(worked_on_by(actor.user_id))
    return dict(zip(Shelf, session().execute(found).one(), strict=True))


def ids_of_organisation(organisation_id: UUID) -> list[UUID]:
    """Every role that somebody beside its authors may have seen."""
    found = sa.select(Role.id).where(
        sa.or_(Role.organisation_id == organisation_id, Role.agency_id == organisation_id),
        Role.status.not_in(UNPUBLISHED),
    )
    return list(session().scalars(found.order_by(Role.id)))


def _on(shelf: Shelf, at: datetime) -> list[Any]:
    running = sa.or_(Role.closes_at.is_(None), Role.closes_at > at)
    is_open = sa.and_(Role.status == RoleStatus.PUBLISHED, running)
    is_paused = sa.and_(Role.status == RoleStatus.PAUSED, running)
    is_draft = Role.status.in_(UNPUBLISHED)
    conditions: dict[Shelf, list[Any]] = {
        Shelf.ALL: [],
        Shelf.DRAFTS: [is_draft],
        Shelf.OPEN: [is_open],
        Shelf.PAUSED: [is_paused],
        Shelf.CLOSED: [sa.not_(sa.or_(is_open, is_paused, is_draft))],
    }
    return conditions[shelf]


def templates_of(organisation_ids: Collection[UUID]) -> list[RoleTemplate]:
    """What these organisations keep to start from, by organisation and name."""
    found = (
        sa.select(RoleTemplate)
        .join(RoleTemplate.organisation)
        .where(RoleTemplate.organisation_id.in_(organisation_ids))
        .options(contains_eager(RoleTemplate.organisation), joinedload(RoleTemplate.saved_by))
        .order_by(Organisation.name, RoleTemplate.name, RoleTemplate.id)
    )
    return list(session().scalars(found))


def template_of_member(actor: Actor, template_id: UUID) -> RoleTemplate:
    """Of an organisation the actor belongs to. Raises NoResultFound."""
    found = sa.select(RoleTemplate).where(
        RoleTemplate.id == template_id, RoleTemplate.organisation_id.in_(_of_member(actor))
    )
    members = joinedload(RoleTemplate.organisation).selectinload(Organisation.memberships)
    return session().scalars(found.options(members)).one()


def words_about(role_id: UUID, kind: str) -> RoleWords | None:
    """The latest that was said with this move."""
    found = sa.select(RoleWords).where(RoleWords.role_id == role_id, RoleWords.kind == kind)
    newest = found.order_by(RoleWords.written_at.desc(), RoleWords.id)
    return session().scalars(newest.limit(1)).first()


def revisions_since(role_id: UUID, version: int) -> list[RoleRevision]:
    """What changed of the terms after this version of the role, oldest first."""
    found = sa.select(RoleRevision).where(
        RoleRevision.role_id == role_id, RoleRevision.version > version
    )
    return list(session().scalars(found.order_by(RoleRevision.version)))


def brought_of(role: Role) -> BroughtAdvert | None:
    """The advert from elsewhere that a role began from."""
    found = sa.select(BroughtAdvert).where(BroughtAdvert.role_id == role.id)
    return session().scalars(found).one_or_none()
