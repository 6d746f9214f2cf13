from __future__ import annotations

from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.db import Model
from jobboard.core.privacy import classes


class RoleOpenings(Model):
    """How often an open advert was looked at on one day in London: a number, and nobody's."""

    __tablename__ = "role_openings"
    __table_args__ = (sa.UniqueConstraint("role_id", "day"),)
    __privacy__ = classes(organisation="day number", technical="id role_id")

    role_id: Mapped[UUID] = mapped_column(sa.ForeignKey("roles.id", ondelete="CASCADE"))
    day: Mapped[date]
    number: Mapped[int]
