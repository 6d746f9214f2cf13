from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.core.db import Model, Text, Versioned
from jobboard.core.privacy import classes
from jobboard.roles.asking import QUESTION_LIFE, QuestionState
from jobboard.roles.models.role import Role


class RoleQuestion(Versioned, Model):
    """Asked about a role. Who asked is read for the asker alone, never for the employer."""

    __tablename__ = "role_questions"
    __table_args__ = (
        sa.CheckConstraint("(status = 'answered') = (said_at IS NOT NULL)", name="said"),
        sa.CheckConstraint("changed_at IS NULL OR said_at IS NOT NULL", name="changed"),
        sa.Index("ix_role_questions_role_id_status", "role_id", "status"),
    )
    __privacy__ = classes(
        public="answer",
        organisation="words",
        private="asker_id reply",
        technical="id role_id status asked_at is_hidden answered_by_id said_at changed_at"
        " lock_version",
    )

    role_id: Mapped[UUID] = mapped_column(sa.ForeignKey("roles.id", ondelete="CASCADE"))
    asker_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL"), index=True
    )
    words: Mapped[Text]
    asked_at: Mapped[datetime]
    status: Mapped[QuestionState] = mapped_column(default=QUESTION_LIFE.start)
    answer: Mapped[Text] = mapped_column(default="")
    is_hidden: Mapped[bool] = mapped_column(default=False)
    """The answer is public and the question's own words are not."""
    reply: Mapped[Text] = mapped_column(default="")
    """To the asker alone, instead of an answer."""
    answered_by_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL")
    )
    said_at: Mapped[datetime | None]
    changed_at: Mapped[datetime | None]

    role: Mapped[Role] = relationship()

    def allows(self, move: str) -> bool:
        return QUESTION_LIFE.allows(move, self.status)

    @property
    def takes_answer(self) -> bool:
        """A first one, or another in its place."""
        return self.allows("answer") or self.allows("amend")

    @property
    def is_withdrawn(self) -> bool:
        return self.status is QuestionState.WITHDRAWN

    def advance(self, move: str) -> None:
        """Raises IllegalMoveError."""
        self.status = QUESTION_LIFE.after(move, self.status)
