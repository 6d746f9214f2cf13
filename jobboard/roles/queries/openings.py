"""How often adverts were looked at."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from jobboard.core.db import session
from jobboard.roles.models import RoleOpenings


def openings_by_day(role_id: UUID) -> dict[date, int]:
    """Days without one are missing."""
    found = sa.select(RoleOpenings.day, RoleOpenings.number).where(RoleOpenings.role_id == role_id)
    return {day: number for day, number in session().execute(found.order_by(RoleOpenings.day))}


def openings_of(role_ids: Collection[UUID]) -> dict[UUID, int]:
    """How often each was looked at in all; whose advert never was is missing."""
    found = sa.select(RoleOpenings.role_id, sa.func.sum(RoleOpenings.number))
    rows = found.where(RoleOpenings.role_id.in_(role_ids)).group_by(RoleOpenings.role_id)
    return {role_id: int(number) for role_id, number in session().execute(rows)}
