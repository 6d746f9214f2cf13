from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.db import Model
from jobboard.core.privacy import classes


class Block(Model):
    """One person wants to hear no more of another (domain.md §4). It stands in no row that the
    other one's pages read: to them the pair has ended, and that is true."""

    __tablename__ = "person_blocks"
    __table_args__ = (sa.UniqueConstraint("blocker_id", "blocked_id"),)
    __privacy__ = classes(private="blocker_id blocked_id at", technical="id")

    blocker_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"))
    blocked_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime]
