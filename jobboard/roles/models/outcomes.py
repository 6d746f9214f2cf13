from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.accounts.models import User
from jobboard.core.db import Model, Text, Versioned
from jobboard.core.privacy import classes
from jobboard.roles.outcomes import Ending


class RoleOutcome(Versioned, Model):
    """What an employer last said of how it ended for a role."""

    __tablename__ = "role_outcomes"
    __privacy__ = classes(
        organisation="ending through_us words",
        technical="id role_id answered_by_id answered_at lock_version",
    )

    role_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("roles.id", ondelete="CASCADE"), unique=True
    )
    ending: Mapped[Ending]
    through_us: Mapped[bool | None]
    """None where it is not filled."""
    words: Mapped[Text] = mapped_column(default="")
    answered_by_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL")
    )
    answered_at: Mapped[datetime]

    answered_by: Mapped[User | None] = relationship()
