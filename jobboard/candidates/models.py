from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.accounts.models import User
from jobboard.candidates.domain import OPEN_WEEK, ProfileFields
from jobboard.core.db import JsonList, Model, Str40, Str120, Versioned
from jobboard.core.privacy import classes


class Profile(Versioned, Model):
    """What a person says of themselves. Never asked: why they want part of a week (domain.md)."""

    __tablename__ = "profiles"
    __privacy__ = classes(
        personal="headline level sectors place availability skills",
        technical="id user_id updated_at lock_version",
    )

    user_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("users.id", ondelete="CASCADE"), unique=True
    )
    headline: Mapped[Str120] = mapped_column(default="")
    level: Mapped[int | None]
    sectors: Mapped[JsonList] = mapped_column(default=list)
    place: Mapped[Str120] = mapped_column(default="")
    availability: Mapped[Str40] = mapped_column(default=OPEN_WEEK)
    skills: Mapped[JsonList] = mapped_column(default=list)
    updated_at: Mapped[datetime]

    user: Mapped[User] = relationship()

    @property
    def is_complete(self) -> bool:
        return bool(self.headline and self.level and self.sectors and self.place)

    @property
    def missing(self) -> list[str]:
        """What a partner would still look for, in page order."""
        parts = {
            "headline": self.headline,
            "level": self.level,
            "sectors": self.sectors,
            "place": self.place,
        }
        return [name for name, value in parts.items() if not value]

    @property
    def fields(self) -> ProfileFields:
        return ProfileFields(
            self.headline,
            self.level,
            tuple(self.sectors),
            self.place,
            self.availability,
            tuple(self.skills),
        )
