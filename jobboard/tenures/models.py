from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.core.db import JsonDict, JsonList, Model, Str200, Str320, Versioned
from jobboard.core.privacy import classes
from jobboard.core.tokens import HasToken
from jobboard.hiring.models import Candidacy
from jobboard.planning.split_plan import SplitPlan
from jobboard.tenures.domain import Appraisal


class FirstDays(Versioned, Model):
    """The employer's plan for a pair's first 90 days; the two read it once they are appointed."""

    __tablename__ = "first_days"
    __privacy__ = classes(
        pair="starts_on reviews inbox diary appraisal who",
        technical="id candidacy_id written_by_id written_at lock_version",
    )

    candidacy_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("candidacies.id", ondelete="CASCADE"), unique=True
    )
    starts_on: Mapped[date]
    reviews: Mapped[JsonList]
    """Three ISO dates, in order."""
    inbox: Mapped[Str320] = mapped_column(default="")
    """Mail address of both; empty while it is not known."""
    diary: Mapped[Str200] = mapped_column(default="")
    """Where the one diary is."""
    appraisal: Mapped[Appraisal] = mapped_column(default=Appraisal.WHAT_AND_HOW)
    who: Mapped[JsonDict] = mapped_column(default=dict)
    """Key of a task to who does it."""
    written_by_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL")
    )
    written_at: Mapped[datetime]

    candidacy: Mapped[Candidacy] = relationship()

    @property
    def review_days(self) -> list[date]:
        return [date.fromisoformat(text) for text in self.reviews]

    @property
    def plan(self) -> SplitPlan:
        """The week that both signed."""
        return SplitPlan.from_text(self.candidacy.plan)


class FirstDaysAddress(HasToken, Versioned, Model):
    """One reader's own secret address of the plan as a calendar. Renewing it arms it anew; it
    opens nothing once its reader may not read the plan."""

    __tablename__ = "first_days_addresses"
    __table_args__ = (sa.UniqueConstraint("first_days_id", "user_id"),)
    __privacy__ = classes(
        secret="nonce token_hash",
        technical="id first_days_id user_id made_at expires_at lock_version",
    )
    token_purpose = "first days"

    first_days_id: Mapped[UUID] = mapped_column(sa.ForeignKey("first_days.id", ondelete="CASCADE"))
    user_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"))
    made_at: Mapped[datetime]
