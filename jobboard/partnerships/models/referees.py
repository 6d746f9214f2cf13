"""The person asked to confirm one entry of a track record."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.db import Model, Str120, Str320
from jobboard.core.privacy import classes
from jobboard.core.tokens import HasToken
from jobboard.partnerships.referees import Word


class RefereeAsk(HasToken, Model):
    """Holds for the text that was asked about: a changed entry is asked about anew."""

    __tablename__ = "referee_asks"
    __table_args__ = (
        sa.CheckConstraint(
            "(answered_at IS NULL) = (confirmed IS NULL)", name="answered_with_a_word"
        ),
    )
    __privacy__ = classes(
        pair="address confirmed shown_as",
        secret="nonce token_hash",
        technical="id entry_id entry_version asked_by_id created_at cancelled_at answered_at"
        " expires_at",
    )
    token_purpose = "referee"

    entry_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("track_record_entries.id", ondelete="CASCADE"), index=True
    )
    entry_version: Mapped[int]
    """`lock_version` of the entry at the time of asking."""
    asked_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"))
    address: Mapped[Str320]
    created_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    confirmed: Mapped[bool | None]
    shown_as: Mapped[Str120] = mapped_column(default="")
    """How the referee allows an employer to see them named; empty: not at all."""

    def word(self, at: datetime) -> Word:
        if self.confirmed is not None:
            return Word.CONFIRMED if self.confirmed else Word.DECLINED
        return Word.EXPIRED if self.has_expired(at) else Word.ASKED

    def is_open(self, at: datetime) -> bool:
        return self.cancelled_at is None and self.word(at) is Word.ASKED
