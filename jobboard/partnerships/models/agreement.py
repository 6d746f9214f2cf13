"""Answers that are one person's until both let go of them.

Two tables on purpose: `prompt_answers` is read only for its writer; what both may read is copied
into `answer_versions` at the moment of the reveal, and nothing else of a pair reads from there.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.db import Model, Str40, Text, Versioned
from jobboard.core.privacy import classes


def _pair() -> Mapped[UUID]:
    return mapped_column(sa.ForeignKey("partnerships.id", ondelete="CASCADE"), index=True)


def _person() -> Mapped[UUID]:
    return mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"), index=True)


class PromptAnswer(Versioned, Model):
    """One person's own answer; `ready_at` says that it may be shown once the other's may."""

    __tablename__ = "prompt_answers"
    __table_args__ = (sa.UniqueConstraint("partnership_id", "prompt", "user_id"),)
    __privacy__ = classes(
        private="choice words",
        technical="id partnership_id user_id prompt ready_at written_at lock_version",
    )

    partnership_id: Mapped[UUID] = _pair()
    user_id: Mapped[UUID] = _person()
    prompt: Mapped[Str40]
    choice: Mapped[Str40] = mapped_column(default="")
    words: Mapped[Text] = mapped_column(default="")
    ready_at: Mapped[datetime | None]
    written_at: Mapped[datetime]


class PromptReveal(Versioned, Model):
    """From here on both read both answers. `note` is what the two wrote after talking."""

    __tablename__ = "prompt_reveals"
    __table_args__ = (sa.UniqueConstraint("partnership_id", "prompt"),)
    __privacy__ = classes(
        pair="note", technical="id partnership_id prompt revealed_at talked_at lock_version"
    )

    partnership_id: Mapped[UUID] = _pair()
    prompt: Mapped[Str40]
    revealed_at: Mapped[datetime]
    talked_at: Mapped[datetime | None]
    note: Mapped[Text] = mapped_column(default="")


class AnswerVersion(Model):
    """An answer as both may read it; a later one stands beside the earlier, with its day."""

    __tablename__ = "answer_versions"
    __table_args__ = (sa.UniqueConstraint("partnership_id", "prompt", "user_id", "number"),)
    __privacy__ = classes(
        pair="choice words", technical="id partnership_id user_id prompt number at"
    )

    partnership_id: Mapped[UUID] = _pair()
    user_id: Mapped[UUID] = _person()
    prompt: Mapped[Str40]
    number: Mapped[int]
    choice: Mapped[Str40]
    words: Mapped[Text]
    at: Mapped[datetime]


class AgreementCheck(Versioned, Model):
    """The yearly look at what was agreed; each of the two ends their part of it."""

    __tablename__ = "agreement_checks"
    __table_args__ = (sa.UniqueConstraint("partnership_id", "number"),)
    __privacy__ = classes(
        technical="id partnership_id number due_at told_at first_done_at second_done_at"
        " lock_version"
    )

    partnership_id: Mapped[UUID] = _pair()
    number: Mapped[int]
    due_at: Mapped[datetime]
    told_at: Mapped[datetime | None]
    first_done_at: Mapped[datetime | None]
    second_done_at: Mapped[datetime | None]

    @property
    def is_done(self) -> bool:
        return self.first_done_at is not None and self.second_done_at is not None

    def is_due(self, at: datetime) -> bool:
        return at >= self.due_at and not self.is_done


class Horizon(Versioned, Model):
    """How long one of the two sees themselves here, and where next: theirs alone until both say."""

    __tablename__ = "horizons"
    __table_args__ = (
        sa.UniqueConstraint("partnership_id", "user_id"),
        sa.CheckConstraint("years BETWEEN 0 AND 15", name="years_in_reach"),
    )
    __privacy__ = classes(
        private="years where_next",
        technical="id partnership_id user_id changed_at ready_at lock_version",
    )

    partnership_id: Mapped[UUID] = _pair()
    user_id: Mapped[UUID] = _person()
    years: Mapped[int]
    where_next: Mapped[Text] = mapped_column(default="")
    changed_at: Mapped[datetime]
    """When the number moved last."""
    ready_at: Mapped[datetime | None]
