from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.applications.domain import AcceptanceWish
from jobboard.core.db import Model
from jobboard.core.privacy import classes


class AcceptanceAnswer(Model):
    """What one partner answered for themselves: together only, or either. The other one never
    reads it unless both answered the same, or its owner shows it (`is_shown`)."""

    __tablename__ = "acceptance_answers"
    __table_args__ = (sa.UniqueConstraint("application_id", "user_id"),)
    __privacy__ = classes(
        private="answer", technical="id application_id user_id is_shown is_compared answered_at"
    )

    application_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("applications.id", ondelete="CASCADE")
    )
    user_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    answer: Mapped[AcceptanceWish]
    is_shown: Mapped[bool] = mapped_column(default=False)
    is_compared: Mapped[bool] = mapped_column(default=False)
    """Whether this answer has had its one comparison with the partner's."""
    answered_at: Mapped[datetime]
