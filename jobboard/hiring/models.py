from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.accounts.models import User
from jobboard.applications.models import Application
from jobboard.core.db import Model, Str40, Text, Versioned
from jobboard.core.privacy import classes
from jobboard.hiring.domain import LIFECYCLE, LIVE, Reason, Stage
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.wording import fte_text
from jobboard.roles.models import Role


class Candidacy(Versioned, Model):
    """One submitted application as the employer sees it, from `visible_from` on (decisions.md 4).

    The figures beside it are read once from the frozen submission, so that a table of five
    hundred needs no payload: `plan` is the split plan's text, `pair_months` whole months.
    """

    __tablename__ = "candidacies"
    __table_args__ = (sa.Index("ix_candidacies_role_stage", "role_id", "stage"),)
    __privacy__ = classes(
        organisation="stage",
        pair="plan pair_months total_tenths overlap gaps",
        technical="id application_id role_id visible_from moved_at stage_kept alone_id"
        " lock_version",
    )

    application_id: Mapped[UUID] = mapped_column(sa.ForeignKey("applications.id"), unique=True)
    role_id: Mapped[UUID] = mapped_column(sa.ForeignKey("roles.id"))
    stage: Mapped[Stage] = mapped_column(default=LIFECYCLE.start)
    stage_kept: Mapped[Stage | None]
    """Where it stood when one partner left, while the other decides; else NULL."""
    alone_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id"))
    """Who goes on alone."""
    visible_from: Mapped[datetime]
    moved_at: Mapped[datetime]
    plan: Mapped[Str40]
    total_tenths: Mapped[int]
    overlap: Mapped[int]
    gaps: Mapped[int]
    pair_months: Mapped[int]

    application: Mapped[Application] = relationship()
    role: Mapped[Role] = relationship()
    notes: Mapped[list[PrivateNote]] = relationship(
        back_populates="candidacy", cascade="all, delete-orphan", order_by="PrivateNote.written_at"
    )
    refusal: Mapped[Refusal | None] = relationship(
        back_populates="candidacy", cascade="all, delete-orphan", uselist=False
    )

    def is_visible(self, at: datetime) -> bool:
        return at >= self.visible_from

    @property
    def is_live(self) -> bool:
        return self.stage in LIVE

    @property
    def fte_text(self) -> str:
        """FTE of both together: `1.2`."""
        plan = SplitPlan.from_text(self.plan)
        return fte_text(plan.total, plan.shape.weeks)

    @property
    def standing(self) -> Stage:
        """The stage, or the one that is kept while somebody decides."""
        return self.stage_kept or self.stage

    def advance(self, move: str) -> None:
        before, self.stage = self.stage, LIFECYCLE.after(move, self.stage)
        self.stage_kept = before if self.stage is Stage.PARTNER_LEFT else None

    def resume(self) -> None:
        """Go on where it stood; IllegalMoveError where nobody has left."""
        self.advance(f"resume_{self.standing.value}")


class PrivateNote(Model):
    """For the employer's people only. The pair never reads it, nor that it exists."""

    __tablename__ = "private_notes"
    __privacy__ = classes(organisation="text", technical="id candidacy_id author_id written_at")

    candidacy_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("candidacies.id", ondelete="CASCADE"), index=True
    )
    author_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    text: Mapped[Text]
    written_at: Mapped[datetime]

    candidacy: Mapped[Candidacy] = relationship(back_populates="notes")
    author: Mapped[User] = relationship()


class Refusal(Model):
    """Why not: a code and the words both partners read. In a row of its own (decisions.md 17)."""

    __tablename__ = "refusals"
    __privacy__ = classes(pair="reason words", technical="id candidacy_id author_id written_at")

    candidacy_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("candidacies.id", ondelete="CASCADE"), unique=True
    )
    author_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    reason: Mapped[Reason]
    words: Mapped[Text] = mapped_column(default="")
    written_at: Mapped[datetime]

    candidacy: Mapped[Candidacy] = relationship(back_populates="refusal")


class Reconfirmation(Model):
    """Somebody who signed is asked whether they still stand by it, for the role has changed since.

    What they signed stays as it is. A later change asks again in the same row.
    """

    __tablename__ = "reconfirmations"
    __table_args__ = (sa.UniqueConstraint("candidacy_id", "user_id"),)
    __privacy__ = classes(
        pair="answered_at", technical="id candidacy_id user_id role_version asked_at"
    )

    candidacy_id: Mapped[UUID] = mapped_column(sa.ForeignKey("candidacies.id", ondelete="CASCADE"))
    user_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    role_version: Mapped[int]
    """The version of the role they are asked about."""
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]

    user: Mapped[User] = relationship()
