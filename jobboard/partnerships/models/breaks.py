from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.db import Model, Text, Versioned
from jobboard.core.privacy import classes
from jobboard.partnerships.ending import BreakKind, Outcome, Wish


class PartnershipBreak(Versioned, Model):
    """A pause, or the days before the end. `words` are for the partner, never for the trail."""

    __tablename__ = "partnership_breaks"
    __table_args__ = (
        sa.Index(
            "uq_partnership_breaks_open",
            "partnership_id",
            unique=True,
            sqlite_where=sa.text("over_at IS NULL"),
            postgresql_where=sa.text("over_at IS NULL"),
        ),
    )
    __privacy__ = classes(
        pair="words first_wish second_wish",
        technical="id partnership_id kind begun_by_id begun_at due_at over_at outcome lock_version",
    )

    partnership_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("partnerships.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[BreakKind]
    begun_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    begun_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    """When the partnership ends by itself; None for a pause, which has no clock."""
    words: Mapped[Text] = mapped_column(default="")
    first_wish: Mapped[Wish | None]
    second_wish: Mapped[Wish | None]
    over_at: Mapped[datetime | None]
    outcome: Mapped[Outcome | None]

    @property
    def wishes(self) -> tuple[Wish | None, Wish | None]:
        return self.first_wish, self.second_wish
