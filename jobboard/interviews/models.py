from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.accounts.models import User
from jobboard.core.db import Model, Str120, Str320, Text, Versioned
from jobboard.core.privacy import classes
from jobboard.hiring.models import Candidacy
from jobboard.interviews.domain import (
    LIFECYCLE,
    MAX_MINUTES,
    MIN_MINUTES,
    OPEN,
    Answer,
    Kind,
    Slot,
    State,
)


class Interview(Versioned, Model):
    """One meeting of a candidacy's people and a panel. Whom it names stands in `answers`.

    `sequence` counts what calendars were told (RFC 5545): it grows with each new time, each yes of
    everybody, each reopening and with the end. `words` are of whoever cancelled, for all to read.
    """

    __tablename__ = "interviews"
    __table_args__ = (
        sa.CheckConstraint(f"minutes BETWEEN {MIN_MINUTES} AND {MAX_MINUTES}", name="length"),
        sa.Index("ix_interviews_starts_at", "starts_at"),
    )
    __privacy__ = classes(
        organisation="place",
        pair="words",
        technical="id candidacy_id kind starts_at minutes state sequence proposed_by_id proposed_at"
        " changed_at cancelled_by_id lock_version",
    )

    candidacy_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("candidacies.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[Kind]
    starts_at: Mapped[datetime]
    minutes: Mapped[int]
    place: Mapped[Str320]
    state: Mapped[State] = mapped_column(default=LIFECYCLE.start)
    sequence: Mapped[int] = mapped_column(default=0)
    proposed_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    proposed_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    cancelled_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id"))
    words: Mapped[Text] = mapped_column(default="")

    candidacy: Mapped[Candidacy] = relationship()
    proposed_by: Mapped[User] = relationship(foreign_keys=[proposed_by_id])
    answers: Mapped[list[InterviewAnswer]] = relationship(
        back_populates="interview",
        cascade="all, delete-orphan",
        order_by="InterviewAnswer.position",
    )
    panel: Mapped[list[PanelMember]] = relationship(
        back_populates="interview", cascade="all, delete-orphan", order_by="PanelMember.position"
    )

    @property
    def slot(self) -> Slot:
        return Slot(self.starts_at, self.minutes, self.place)

    @property
    def ends_at(self) -> datetime:
        return self.slot.ends_at

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_of_both(self) -> bool:
        """Names the whole pair, so it may stand in what the two share."""
        return len(self.answers) > 1

    def answer_of(self, user_id: UUID | None) -> InterviewAnswer | None:
        """This person's own; None for whoever is not named."""
        return next((one for one in self.answers if one.user_id == user_id), None)

    def advance(self, move: str, at: datetime) -> None:
        """Raises IllegalMoveError. Calendars hear of each step but `hold`."""
        self.state = LIFECYCLE.after(move, self.state)
        self.changed_at = at
        if move != "hold":
            self.sequence += 1


class InterviewAnswer(Model):
    """What one named person says to the time; nobody answers for the other."""

    __tablename__ = "interview_answers"
    __table_args__ = (sa.UniqueConstraint("interview_id", "user_id"),)
    __privacy__ = classes(
        pair="words",
        private="adjustments",
        technical="id interview_id user_id position answer answered_at",
    )

    interview_id: Mapped[UUID] = mapped_column(sa.ForeignKey("interviews.id", ondelete="CASCADE"))
    user_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"), index=True)
    position: Mapped[int]
    """0 for the first of the pair, 1 for the second."""
    answer: Mapped[Answer] = mapped_column(default=Answer.WAITING)
    words: Mapped[Text] = mapped_column(default="")
    """Why, and which other times, with an ask to move: the panel and both partners read it."""
    adjustments: Mapped[Text] = mapped_column(default="")
    """What would help this person on the day: for them and the employer's people alone."""
    answered_at: Mapped[datetime | None]

    interview: Mapped[Interview] = relationship(back_populates="answers")
    user: Mapped[User] = relationship()


class PanelMember(Model):
    __tablename__ = "interview_panel"
    __privacy__ = classes(
        personal="name", private="address", technical="id interview_id position user_id"
    )

    interview_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("interviews.id", ondelete="CASCADE"), index=True
    )
    position: Mapped[int]
    name: Mapped[Str120]
    address: Mapped[Str320]
    """Empty for somebody who is named only."""
    user_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL"), index=True
    )

    interview: Mapped[Interview] = relationship(back_populates="panel")
    user: Mapped[User | None] = relationship()
