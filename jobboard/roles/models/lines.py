from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.db import Model, Str200
from jobboard.core.privacy import classes
from jobboard.roles.domain import HeldBy, MayLead
from jobboard.roles.redesign import DecisionRule, DutyKind


class Duty(Model):
    """`weight` is its part of the job in percent, 100 together; None: not said.
    `decision_rule` is what the employer suggests; the pair decides."""

    __tablename__ = "duties"
    __table_args__ = (sa.CheckConstraint("weight BETWEEN 1 AND 100", name="weight"),)
    __privacy__ = classes(
        public="name may_lead weight kind decision_rule", technical="id role_id position"
    )

    role_id: Mapped[UUID] = mapped_column(sa.ForeignKey("roles.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    name: Mapped[Str200]
    may_lead: Mapped[MayLead] = mapped_column(default=MayLead.EITHER)
    weight: Mapped[int | None]
    kind: Mapped[DutyKind | None]
    decision_rule: Mapped[DecisionRule | None]


class Criterion(Model):
    """Weight 1 to 5, shown as its share in percent (decisions.md 3)."""

    __tablename__ = "criteria"
    __table_args__ = (sa.CheckConstraint("weight BETWEEN 1 AND 5", name="weight"),)
    __privacy__ = classes(
        public="text weight is_essential held_by", technical="id role_id position"
    )

    role_id: Mapped[UUID] = mapped_column(sa.ForeignKey("roles.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    text: Mapped[Str200]
    weight: Mapped[int] = mapped_column(default=3)
    is_essential: Mapped[bool] = mapped_column(default=False)
    held_by: Mapped[HeldBy] = mapped_column(default=HeldBy.PAIR)
