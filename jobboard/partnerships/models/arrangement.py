"""How the two divide the work, and how others reach them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.db import JsonList, Model, Str40, Str80, Str320, Text, Versioned
from jobboard.core.privacy import classes
from jobboard.partnerships.duty_map import DutyMap


class MapVersion(Model):
    """One version of who leads what; never changed, only followed by the next."""

    __tablename__ = "map_versions"
    __table_args__ = (sa.UniqueConstraint("partnership_id", "number"),)
    __privacy__ = classes(
        pair="duties why", technical="id partnership_id number written_by_id written_at"
    )

    partnership_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("partnerships.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int]
    duties: Mapped[JsonList]
    """As `DutyMap.plain()` writes it."""
    why: Mapped[Text] = mapped_column(default="")
    written_by_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL")
    )
    written_at: Mapped[datetime]

    @property
    def map(self) -> DutyMap:
        return DutyMap.read(self.duties)


class CallCard(Versioned, Model):
    """What a team reads: whose half-day it is, and how to reach whoever is in."""

    __tablename__ = "call_cards"
    __privacy__ = classes(
        pair="week joint_email joint_phone days_off",
        technical="id partnership_id number written_by_id written_at lock_version",
    )

    partnership_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("partnerships.id", ondelete="CASCADE"), unique=True
    )
    number: Mapped[int]
    week: Mapped[Str80]
    """Plan text (planning/week.py) of their usual week, one or two weeks."""
    joint_email: Mapped[Str320] = mapped_column(default="")
    joint_phone: Mapped[Str40] = mapped_column(default="")
    days_off: Mapped[Text] = mapped_column(default="")
    written_by_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL")
    )
    written_at: Mapped[datetime]
