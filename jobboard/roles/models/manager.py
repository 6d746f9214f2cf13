from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.core.clock import year_after
from jobboard.core.db import JsonList, Model, Str120, Str320, Versioned
from jobboard.core.privacy import classes
from jobboard.core.tokens import HasToken
from jobboard.roles import manager
from jobboard.roles.manager import SaidBy, Standing, Statement


class ManagerCheck(Versioned, Model):
    """Who manages the role, and which statements are confirmed for them (roles/manager.py)."""

    __tablename__ = "manager_checks"
    __table_args__ = (
        sa.CheckConstraint("(said_at IS NULL) = (said_by IS NULL)", name="said_by_somebody"),
    )
    __privacy__ = classes(
        public="title confirmed said_by said_at",
        organisation="name",
        technical="id role_id ticked_by_id taken_back_at lock_version",
    )

    role_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("roles.id", ondelete="CASCADE"), unique=True
    )
    name: Mapped[Str120]
    title: Mapped[Str120]
    """Job title: what the public reads instead of the name."""
    confirmed: Mapped[JsonList] = mapped_column(default=list)
    """Keys of statements."""
    said_by: Mapped[SaidBy | None]
    said_at: Mapped[datetime | None]
    ticked_by_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL")
    )
    """The colleague who ticked; NULL where the manager did."""
    taken_back_at: Mapped[datetime | None]

    def standing(self, at: datetime) -> Standing:
        return manager.standing(self.confirmed, self.said_at, self.taken_back_at is not None, at)

    def says(self, ticks: list[str], by: SaidBy, ticked_by_id: UUID | None, at: datetime) -> None:
        self.confirmed, self.said_by, self.said_at = ticks, by, at
        self.ticked_by_id, self.taken_back_at = ticked_by_id, None

    def begins_anew(self) -> None:
        self.confirmed, self.said_by, self.said_at = [], None, None
        self.ticked_by_id = self.taken_back_at = None

    @property
    def was_said_in_person(self) -> bool:
        return self.said_by is SaidBy.MANAGER

    @property
    def statements(self) -> list[Statement]:
        return [one for one in manager.STATEMENTS if one.key in self.confirmed]

    @property
    def missing(self) -> list[Statement]:
        return manager.missing(self.confirmed)

    @property
    def holds_until(self) -> datetime | None:
        return year_after(self.said_at) if self.said_at else None


class ManagerAsk(HasToken, Model):
    """The list was sent to the manager. It ends with an answer, and with another manager."""

    __tablename__ = "manager_asks"
    __privacy__ = classes(
        organisation="address",
        secret="nonce token_hash",
        technical="id check_id asked_by_id created_at cancelled_at answered_at expires_at",
    )
    token_purpose = "role manager"

    check_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("manager_checks.id", ondelete="CASCADE"), index=True
    )
    asked_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"))
    address: Mapped[Str320]
    created_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]

    check: Mapped[ManagerCheck] = relationship()

    def is_open(self, at: datetime) -> bool:
        return self.cancelled_at is None and self.answered_at is None and not self.has_expired(at)
