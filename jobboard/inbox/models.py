from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.accounts.models import User
from jobboard.applications.models import Application
from jobboard.core.db import Model, Text
from jobboard.core.privacy import classes
from jobboard.hiring.models import Candidacy
from jobboard.partnerships.models import Partnership


class Thread(Model):
    """What a pair says to each other, or with the employer about one submitted application.

    The id follows from the application (or the pair), so that two first messages at once meet in
    one row. A candidacy that a new pair takes over has two threads: the employer reads both, each
    pair its own.
    """

    __tablename__ = "message_threads"
    __table_args__ = (
        sa.CheckConstraint(
            "(application_id IS NULL) = (candidacy_id IS NULL)", name="with_an_employer_or_not"
        ),
    )
    __privacy__ = classes(technical="id partnership_id application_id candidacy_id began_at")

    partnership_id: Mapped[UUID] = mapped_column(sa.ForeignKey("partnerships.id"), index=True)
    application_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("applications.id"), unique=True
    )
    """None: between the two alone."""
    candidacy_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("candidacies.id"), index=True)
    began_at: Mapped[datetime]

    partnership: Mapped[Partnership] = relationship()
    application: Mapped[Application | None] = relationship()
    candidacy: Mapped[Candidacy | None] = relationship()


class Message(Model):
    """Plain text; never changed and never taken back."""

    __tablename__ = "messages"
    __table_args__ = (sa.Index("ix_messages_thread_id_sent_at", "thread_id", "sent_at"),)
    __privacy__ = classes(personal="text", technical="id thread_id author_id sent_at")

    thread_id: Mapped[UUID] = mapped_column(sa.ForeignKey("message_threads.id"))
    author_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    text: Mapped[Text]
    sent_at: Mapped[datetime]

    thread: Mapped[Thread] = relationship()
    author: Mapped[User] = relationship()
    receipts: Mapped[list[Receipt]] = relationship(
        back_populates="message", cascade="all, delete-orphan"
    )

    @property
    def is_from_pair(self) -> bool:
        return self.thread.partnership.includes(self.author_id)

    def receipt_of(self, user_id: UUID | None) -> Receipt | None:
        return next((one for one in self.receipts if one.user_id == user_id), None)

    def is_new_for(self, user_id: UUID | None) -> bool:
        """It reached them, and they have not read it."""
        receipt = self.receipt_of(user_id)
        return receipt is not None and receipt.read_at is None


class Receipt(Model):
    """One row per message and person it reached, written when it was sent; `read_at` is the first
    reading. Whoever came later or had left before has none."""

    __tablename__ = "message_receipts"
    __table_args__ = (
        sa.UniqueConstraint("message_id", "user_id"),
        sa.Index("ix_message_receipts_user_id_read_at", "user_id", "read_at"),
    )
    __privacy__ = classes(personal="read_at", technical="id message_id user_id")

    message_id: Mapped[UUID] = mapped_column(sa.ForeignKey("messages.id", ondelete="CASCADE"))
    user_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    read_at: Mapped[datetime | None]

    message: Mapped[Message] = relationship(back_populates="receipts")
    user: Mapped[User] = relationship()
