"""What two who write one text want to know of each other: who is here, who changed what."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.applications.domain import Cause
from jobboard.core.db import Model, Str40
from jobboard.core.privacy import classes
from jobboard.partnerships.domain import Acceptance
from jobboard.planning.share_types import ShareType


class Visit(Model):
    """Where one of the two was last seen in the editor, and up to which version they have read.

    One row a person and application; only the last instant is kept, and only the partner sees it.
    """

    __tablename__ = "application_visits"
    __table_args__ = (sa.UniqueConstraint("application_id", "user_id"),)
    __privacy__ = classes(
        personal="seen_at section read_version", technical="id application_id user_id"
    )

    application_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("applications.id", ondelete="CASCADE")
    )
    user_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    seen_at: Mapped[datetime | None]
    """None: has said "I have read this" and was never seen in the editor."""
    section: Mapped[Str40 | None]
    """A section's kind, or another place of the editor (`domain.PLACES`)."""
    read_version: Mapped[int] = mapped_column(default=1)


class Change(Model):
    """A version of the application that no section made: its start, its terms, the world around.

    The terms stand in each row as they were from then on, so that an old version can be read.
    """

    __tablename__ = "application_changes"
    __table_args__ = (sa.UniqueConstraint("application_id", "version"),)
    __privacy__ = classes(
        pair="share_type acceptance", technical="id application_id version cause by_id at"
    )

    application_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("applications.id", ondelete="CASCADE")
    )
    version: Mapped[int]
    cause: Mapped[Cause]
    by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id"))
    at: Mapped[datetime]
    share_type: Mapped[ShareType]
    acceptance: Mapped[Acceptance | None]
    """None: the two had not given one answer then."""
