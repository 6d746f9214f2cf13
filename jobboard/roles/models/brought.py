from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.db import JsonList, Model
from jobboard.core.privacy import classes


class BroughtAdvert(Model):
    """Which advert of the organisation's own a role began from, and what was made of it."""

    __tablename__ = "brought_adverts"
    __table_args__ = (sa.UniqueConstraint("organisation_id", "source_id"),)
    __privacy__ = classes(
        organisation="source_id working_pattern notes",
        technical="id role_id organisation_id brought_at",
    )

    role_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("roles.id", ondelete="CASCADE"), unique=True
    )
    organisation_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("organisations.id", ondelete="CASCADE")
    )
    source_id: Mapped[str] = mapped_column(sa.String(120))
    """The id that the advert has in its own system."""
    working_pattern: Mapped[JsonList]
    """In the advert's own words."""
    notes: Mapped[JsonList]
    """Sentences for whoever goes on writing."""
    brought_at: Mapped[datetime]
