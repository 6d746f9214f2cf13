from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.db import JsonDict, Model, Versioned
from jobboard.core.privacy import classes
from jobboard.core.tokens import HasToken


class Selection(Versioned, Model):
    """What was answered to the ten questions, by key; half of them may be missing."""

    __tablename__ = "role_selections"
    __privacy__ = classes(
        organisation="answers",
        technical="id role_id answered_by_id answered_at lock_version",
    )

    role_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("roles.id", ondelete="CASCADE"), unique=True
    )
    answers: Mapped[JsonDict]
    answered_by_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL")
    )
    answered_at: Mapped[datetime]


class SelectionLink(HasToken, Versioned, Model):
    """The one secret address of a role's result. Arming it anew ends the old one."""

    __tablename__ = "role_selection_links"
    __privacy__ = classes(
        secret="nonce token_hash",
        technical="id role_id made_by_id made_at expires_at lock_version",
    )
    token_purpose = "role selection"

    role_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("roles.id", ondelete="CASCADE"), unique=True
    )
    made_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"))
    made_at: Mapped[datetime]
