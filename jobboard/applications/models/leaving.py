"""What is left when one of the two goes: a question with a clock, and a copy of the text."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.applications.leaving import Answer
from jobboard.applications.models.application import Application
from jobboard.core.db import JsonDict, Model, Text, Versioned
from jobboard.core.privacy import classes


class Departure(Versioned, Model):
    """One left; the other answers by `answer_by`. `words` are for the partner alone."""

    __tablename__ = "departures"
    __privacy__ = classes(
        pair="words",
        technical="id application_id left_by_id left_at was_visible answer_by answer answered_at"
        " lock_version",
    )

    application_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("applications.id", ondelete="CASCADE"), unique=True
    )
    left_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    left_at: Mapped[datetime]
    was_visible: Mapped[bool]
    """The employer had it: then the question is what becomes of the candidacy."""
    words: Mapped[Text] = mapped_column(default="")
    answer_by: Mapped[datetime]
    answer: Mapped[Answer | None]
    answered_at: Mapped[datetime | None]

    application: Mapped[Application] = relationship()

    def is_waiting(self, at: datetime) -> bool:
        return self.answer is None and at < self.answer_by


class KeptText(Model):
    """A copy of what one person may use again, laid out as if they were A (leaving.reusable)."""

    __tablename__ = "kept_texts"
    __privacy__ = classes(personal="contents", technical="id owner_id application_id kept_at")

    owner_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    application_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("applications.id", ondelete="CASCADE")
    )
    contents: Mapped[JsonDict]
    kept_at: Mapped[datetime]

    application: Mapped[Application] = relationship()
