"""What the search index still has to follow."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.db import Model
from jobboard.core.privacy import classes


class SearchOutbox(Model):
    """One change, written in the transaction that made it; the indexer deletes it once done.

    It names a subject and not what happened: the indexer reads the row afresh.
    """

    __tablename__ = "search_outbox"
    __table_args__ = (sa.Index("ix_search_outbox_created_at", "created_at", "id"),)
    __privacy__ = classes(technical="id kind subject_id created_at")

    kind: Mapped[str] = mapped_column(sa.String(32))
    subject_id: Mapped[UUID]
    created_at: Mapped[datetime]
