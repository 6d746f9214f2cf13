"""How often adverts were looked at."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from jobboard.core.db import session
from jobboard.roles.models import RoleOpenings


def openings_by_day(role_id: UUID) -> dict[date, int]:
    """Days without one are missing."""
    found = sa.select(RoleOpenings.day, RoleOpenings.number).where(RoleOpenings.role_id == role_id)
    return {day: number for day, number in session().execute(found.order_by(RoleOpenings.day))}
