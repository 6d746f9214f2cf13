"""Published roles as plain tuples: for the index, and for the cards of the search page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from jobboard.core.db import session
from jobboard.organisations.models import Organisation
from jobboard.roles.domain import RoleStatus
from jobboard.roles.finder.cards import Card
from jobboard.roles.finder.documents import Searchable
from jobboard.roles.models import Role

_AGENCY = aliased(Organisation)
_EMPLOYER = sa.case(
    (_AGENCY.id.is_(None), Organisation.name),
    else_=_AGENCY.name + sa.literal(" for ") + Organisation.name,
)
"""In the words of `Role.employer`."""


def searchable(ids: Sequence[UUID]) -> list[Searchable]:
    """Those of these roles that belong in the index: published ones. The clock filters later."""
    found: sa.Select[*tuple[Any, ...]] = (
        sa.select(
            Role.id,
            Role.title,
            _EMPLOYER,
            Role.description,
            Role.requirements,
            Role.places,
            Role.sector,
            Role.level,
            Role.share_types,
            Role.work_mode,
            Role.origin,
            Role.published_at,
            Role.closes_at,
            Role.salary_min,
            Role.salary_max,
            Role.salary_currency,
            Role.salary_period,
            Role.latitude,
            Role.longitude,
            Role.vacancy_kind,
        )
        .join(Organisation, Role.organisation_id == Organisation.id)
        .outerjoin(_AGENCY, Role.agency_id == _AGENCY.id)
        .where(Role.id.in_(ids), Role.status == RoleStatus.PUBLISHED)
        .order_by(Role.id)
    )
    return [Searchable(*row) for row in session().execute(found)]


def published_ids() -> list[UUID]:
    found = sa.select(Role.id).where(Role.status == RoleStatus.PUBLISHED).order_by(Role.id)
    return list(session().scalars(found))


def cards(ids: Sequence[str], at: datetime, *, with_text: bool) -> list[Card]:
    """Those of these roles that are open now, in the order of the ids. One query.

    The index may lag behind by a moment, so the state is read here again.
    """
    statement = _ASKED_WITH_TEXT if with_text else _ASKED
    connection = session().connection()  # tuples need no ORM, and it costs twice as much
    rows = connection.execute(statement, {"at": at, "ids": [UUID(id_) for id_ in ids]})
    by_id = {str(card.id): card for card in map(card_of, rows)}
    return [by_id[id_] for id_ in ids if id_ in by_id]


def newest(at: datetime, limit: int) -> list[Card]:
    """Open roles, the latest first: what is shown while search cannot answer."""
    found = open_cards(sa.literal("")).order_by(Role.published_at.desc(), Role.id).limit(limit)
    return [card_of(row) for row in session().execute(found, {"at": at})]


def open_cards(text: Any) -> sa.Select[*tuple[Any, ...]]:
    """Columns in the order of a Card; `at` is bound when it runs."""
    found: sa.Select[*tuple[Any, ...]] = (
        sa.select(
            Role.id,
            Role.title,
            _EMPLOYER,
            Role.places,
            Role.work_mode,
            Role.level,
            Role.salary_min,
            Role.salary_max,
            Role.salary_currency,
            Role.salary_period,
            Role.salary_text,
            Role.funded_tenths,
            Role.share_types,
            Role.coverage,
            Role.min_overlap,
            Role.closes_at,
            Role.closes_zone,
            Role.origin,
            text,
            Role.vacancy_kind,
        )
        .join(Organisation, Role.organisation_id == Organisation.id)
        .outerjoin(_AGENCY, Role.agency_id == _AGENCY.id)
        .where(
            Role.status == RoleStatus.PUBLISHED,
            sa.or_(Role.closes_at.is_(None), Role.closes_at > sa.bindparam("at")),
        )
    )
    return found


def _asked(text: Any) -> sa.Select[*tuple[Any, ...]]:
    return open_cards(text).where(Role.id.in_(sa.bindparam("ids", expanding=True)))


# Built once: putting a statement together costs more than running it (pages.md §1.2).
_ASKED = _asked(sa.literal(""))
_ASKED_WITH_TEXT = _asked(Role.description)


def card_of(row: Iterable[Any]) -> Card:
    values: list[Any] = [tuple(value) if isinstance(value, list) else value for value in row]
    return Card(*values)
