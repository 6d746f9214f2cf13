from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.core.db import Model, Versioned
from jobboard.core.privacy import classes
from jobboard.core.tokens import HasToken
from jobboard.partnerships.models import Partnership


class DiaryAddress(HasToken, Versioned, Model):
    """The one secret address of a pair's diary. Renewing it arms the row anew: the old one dies.
    Ended: it has run out."""

    __tablename__ = "diary_addresses"
    __privacy__ = classes(
        secret="nonce token_hash",
        technical="id partnership_id made_by_id made_at expires_at lock_version",
    )
    token_purpose = "diary"

    partnership_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("partnerships.id", ondelete="CASCADE"), unique=True
    )
    made_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"))
    made_at: Mapped[datetime]

    partnership: Mapped[Partnership] = relationship()
