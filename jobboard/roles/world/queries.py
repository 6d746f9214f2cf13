"""Open roles as other sites are told of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from jobboard.core.db import session
from jobboard.organisations.models import Organisation
from jobboard.roles.domain import RoleStatus
from jobboard.roles.finder import queries
from jobboard.roles.finder.cards import Card
from jobboard.roles.models import Role

MOST = 50
"""Roles in one feed or list."""


class Listed(NamedTuple):
    """A card and what a feed says beside it."""

    run_by: tuple[UUID, UUID | None]
    """The organisation, and the agency that runs it for them."""
    card: Card
    sector: str
    published_at: datetime | None
    updated_at: datetime


def listed(ids: Sequence[str], at: datetime) -> list[Listed]:
    """Those of these roles that are open now, in the order of the ids. One query."""
    wanted = [UUID(id_) for id_ in ids]
    rows = session().execute(_listed().where(Role.id.in_(wanted)), {"at": at})
    by_id = {found.card.id: found for found in map(_read, rows)}
    return [by_id[id_] for id_ in wanted if id_ in by_id]


def of_organisations(ids: Collection[UUID], at: datetime, limit: int = MOST) -> list[Listed]:
    """Open roles of these organisations and those they run for clients, the newest first."""
    return _newest(
        _listed().where(sa.or_(Role.organisation_id.in_(ids), Role.agency_id.in_(ids))), at, limit
    )


def newest(at: datetime) -> list[Listed]:
    """Open roles of everybody, the newest first: what needs no search."""
    return _newest(_listed(), at, MOST)


def _newest(found: sa.Select[*tuple[Any, ...]], at: datetime, limit: int) -> list[Listed]:
    ordered = found.order_by(Role.published_at.desc(), Role.id).limit(limit)
    return list(map(_read, session().execute(ordered, {"at": at})))


def organisation(organisation_id: UUID) -> Organisation:
    """Its name and website are public. Raises NoResultFound."""
    return session().get_one(Organisation, organisation_id)


def open_count(at: datetime) -> int:
    found = sa.select(sa.func.count()).select_from(Role).where(*_open(at))
    return session().scalars(found).one()


def addresses(at: datetime, *, offset: int, limit: int) -> list[tuple[UUID, datetime]]:
    """(id, last change) of open roles; the order only moves when roles open and close."""
    found = sa.select(Role.id, Role.updated_at).where(*_open(at)).order_by(Role.id)
    rows = session().execute(found.offset(offset).limit(limit))
    return [(role_id, updated_at) for role_id, updated_at in rows]


def _open(at: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    running = sa.or_(Role.closes_at.is_(None), Role.closes_at > at)
    return Role.status == RoleStatus.PUBLISHED, running


def _listed() -> sa.Select[*tuple[Any, ...]]:
    return queries.open_cards(sa.literal("")).add_columns(
        Role.sector, Role.published_at, Role.updated_at, Role.organisation_id, Role.agency_id
    )


def _read(row: sa.Row[*tuple[Any, ...]]) -> Listed:
    *facts, sector, published_at, updated_at, organisation_id, agency_id = row
    return Listed(
        (organisation_id, agency_id), queries.card_of(facts), sector, published_at, updated_at
    )
