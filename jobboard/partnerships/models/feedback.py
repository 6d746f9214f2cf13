"""What people say who work with the two."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.db import Model, Str120, Str320, Text
from jobboard.core.privacy import classes
from jobboard.core.tokens import HasToken


class FeedbackAsk(HasToken, Model):
    """One person asked by mail. Whether they answered is told to nobody: see FeedbackAnswer."""

    __tablename__ = "feedback_asks"
    __privacy__ = classes(
        private="address",
        secret="nonce token_hash",
        technical="id partnership_id asked_by_id created_at cancelled_at answered_at expires_at",
    )
    token_purpose = "feedback-on-a-pair"

    partnership_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("partnerships.id", ondelete="CASCADE"), index=True
    )
    asked_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"))
    address: Mapped[Str320]
    created_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]

    def is_open(self, at: datetime) -> bool:
        return not (self.answered_at or self.cancelled_at or self.has_expired(at))


class FeedbackAnswer(Model):
    """What somebody said, with their name or without. On purpose no column leads to the ask."""

    __tablename__ = "feedback_answers"
    __privacy__ = classes(pair="giver works harder advice", technical="id partnership_id given_on")

    partnership_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("partnerships.id", ondelete="CASCADE"), index=True
    )
    giver: Mapped[Str120] = mapped_column(default="")
    """Empty where they would rather not say."""
    works: Mapped[Text] = mapped_column(default="")
    harder: Mapped[Text] = mapped_column(default="")
    advice: Mapped[Text] = mapped_column(default="")
    given_on: Mapped[date]
