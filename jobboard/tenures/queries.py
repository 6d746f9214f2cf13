"""The plan of a pair's first 90 days, through whoever may read it now."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import joinedload

from jobboard.applications.models import Application
from jobboard.core.db import session
from jobboard.core.tokens import digest
from jobboard.hiring import queries as hiring
from jobboard.hiring.domain import APPOINTED
from jobboard.hiring.models import Candidacy
from jobboard.partnerships.models import Partnership
from jobboard.roles.models import Role
from jobboard.tenures.models import FirstDays, FirstDaysAddress


def for_staff(user_id: UUID | None, candidacy_id: UUID, at: datetime) -> Candidacy:
    """Whoever reads the candidacy for the role. Raises NoResultFound for everybody else."""
    return hiring.candidacy(user_id, candidacy_id, at)


def readable(user_id: UUID | None, candidacy_id: UUID, at: datetime) -> Candidacy:
    """For the employer's readers, and for the two once they are appointed and there is a plan."""
    try:
        return for_staff(user_id, candidacy_id, at)
    except NoResultFound:
        return session().scalars(_of_partner(user_id, Candidacy.id == candidacy_id)).one()


def of_partner(user_id: UUID | None, application_id: UUID) -> FirstDays | None:
    """The plan this partner may read, for their page of the application."""
    rows = session().scalars(
        _of_partner(user_id, Candidacy.application_id == application_id)
    ).all()  # fmt: skip
    return of_candidacy(rows[0].id) if rows else None


def of_candidacy(candidacy_id: UUID) -> FirstDays | None:
    """Of a candidacy that was loaded for this reader."""
    found = sa.select(FirstDays).where(FirstDays.candidacy_id == candidacy_id)
    return session().scalars(found.execution_options(populate_existing=True)).one_or_none()


def locked(candidacy_id: UUID) -> FirstDays | None:
    """The candidacy is held too, so that of two first plans one waits for the other."""
    session().execute(
        sa.select(Candidacy.id).where(Candidacy.id == candidacy_id).with_for_update()
    ).all()  # fmt: skip
    return of_candidacy(candidacy_id)


def address_of(row: FirstDays, user_id: UUID | None) -> FirstDaysAddress | None:
    found = sa.select(FirstDaysAddress).where(
        FirstDaysAddress.first_days_id == row.id, FirstDaysAddress.user_id == user_id
    )
    return session().scalars(found.execution_options(populate_existing=True)).one_or_none()


def behind(token: str, at: datetime) -> FirstDays | None:
    """What this address opens now: nothing once its reader may not read the plan any more."""
    found = sa.select(FirstDaysAddress, FirstDays.candidacy_id).join(
        FirstDays, FirstDays.id == FirstDaysAddress.first_days_id
    )
    row = session().execute(
        found.where(
            FirstDaysAddress.token_hash == digest(token), FirstDaysAddress.expires_at > at
        )
    ).first()  # fmt: skip
    if row is None:
        return None
    try:
        return of_candidacy(readable(row[0].user_id, row[1], at).id)
    except NoResultFound:
        return None


def _of_partner(user_id: UUID | None, *where: sa.ColumnElement[bool]) -> sa.Select[Candidacy]:
    """One of the two who has not left, where an offer was accepted."""
    standing = sa.func.coalesce(Candidacy.stage_kept, Candidacy.stage)
    people = joinedload(Candidacy.application).joinedload(Application.partnership)
    return (
        sa.select(Candidacy)
        .join(Candidacy.application)
        .join(Application.partnership)
        .join(FirstDays, FirstDays.candidacy_id == Candidacy.id)
        .where(
            *where,
            sa.or_(Partnership.first_id == user_id, Partnership.second_id == user_id),
            Candidacy.alone_id.is_(None),
            sa.or_(Application.left_by_id.is_(None), Application.left_by_id != user_id),
            standing.in_(sorted(APPOINTED)),
        )
        .options(
            joinedload(Candidacy.role).joinedload(Role.organisation),
            people.joinedload(Partnership.first),
            people.joinedload(Partnership.second),
        )
    )
