"""Who has left what, what is still to be decided, and the copies that were kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from jobboard.applications.domain import EDITABLE, LIVE, Status
from jobboard.applications.leaving import Answer
from jobboard.applications.models import Application, Departure, KeptText
from jobboard.core.db import session
from jobboard.partnerships.domain import PartnershipStatus
from jobboard.partnerships.models import Partnership
from jobboard.roles.models import Role


def departures(application_ids: Iterable[UUID]) -> dict[UUID, Departure]:
    """By application, read anew."""
    found = (
        sa.select(Departure)
        .where(Departure.application_id.in_(list(application_ids)))
        .execution_options(populate_existing=True)
    )
    return {row.application_id: row for row in session().scalars(found)}


def departure(departure_id: UUID) -> Departure:
    """Raises NoResultFound."""
    found = sa.select(Departure).where(Departure.id == departure_id)
    return session().scalars(found.execution_options(populate_existing=True)).one()


def waiting_for(user_id: UUID | None) -> list[Departure]:
    """What this person still has to decide, the nearest day first."""
    mine = sa.or_(Partnership.first_id == user_id, Partnership.second_id == user_id)
    found = (
        sa.select(Departure)
        .join(Departure.application)
        .join(Application.partnership)
        .where(mine, Departure.left_by_id != user_id, Departure.answer.is_(None))
        .options(
            joinedload(Departure.application)
            .joinedload(Application.role)
            .joinedload(Role.organisation)
        )
        .order_by(Departure.answer_by, Departure.id)
    )
    return list(session().scalars(found))


def open_of_role(role_id: UUID) -> list[Departure]:
    """Questions about who goes on that this role still waits for: not answered, or with a new
    partner who has not signed yet."""
    found = (
        sa.select(Departure)
        .join(Departure.application)
        .where(
            Application.role_id == role_id,
            sa.or_(Departure.answer.is_(None), Departure.answer == Answer.NEW_PARTNER),
        )
        .order_by(Departure.id)
    )
    rows = session().scalars(found.execution_options(populate_existing=True))
    return [row for row in rows if not _is_signed_anew(row)]


def signed_anew_of_role(role_id: UUID, at: datetime) -> list[Application]:
    """What new pairs have signed to go on with, and the employer has not seen yet."""
    found = sa.select(Application).where(
        Application.role_id == role_id,
        Application.status == Status.SUBMITTED,
        Application.continues_id.is_not(None),
        Application.visible_from > at,
    )
    return list(session().scalars(found.order_by(Application.id)))


def _is_signed_anew(row: Departure) -> bool:
    successor = successor_of(row.application_id) if row.answer else None
    return successor is not None and successor.submitted_at is not None


def successor_of(application_id: UUID) -> Application | None:
    """The live application with a new partner that continues this one."""
    found = sa.select(Application).where(
        Application.continues_id == application_id, Application.status.in_(sorted(LIVE))
    )
    return session().scalars(found).one_or_none()


def live_of_partnership(partnership_id: UUID) -> list[UUID]:
    """Drafts of this pair that nobody has left; the employer knows nothing of them."""
    found = sa.select(Application.id).where(
        Application.partnership_id == partnership_id,
        Application.status.in_(sorted(EDITABLE)),
        Application.left_by_id.is_(None),
    )
    return list(session().scalars(found.order_by(Application.id)))


def other_pairs_of(user_id: UUID | None, than: Partnership) -> list[Partnership]:
    """Formed pairs of this person with somebody else than in that one."""
    mine = sa.or_(Partnership.first_id == user_id, Partnership.second_id == user_id)
    found = (
        sa.select(Partnership)
        .where(mine, Partnership.status == PartnershipStatus.FORMED, Partnership.two != than.two)
        .options(joinedload(Partnership.first), joinedload(Partnership.second))
        .order_by(Partnership.formed_at, Partnership.id)
    )
    return list(session().scalars(found))


def kept_of(user_id: UUID | None) -> list[KeptText]:
    """One's own copies, the newest first, with the role each was written for."""
    found = (
        sa.select(KeptText)
        .where(KeptText.owner_id == user_id)
        .options(joinedload(KeptText.application).joinedload(Application.role))
        .order_by(KeptText.kept_at.desc(), KeptText.id)
    )
    return list(session().scalars(found))
