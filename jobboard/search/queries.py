"""What waits for the index."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

import sqlalchemy as sa

from jobboard.core.db import session
from jobboard.search.models import SearchOutbox


def waiting(kinds: Collection[str], limit: int) -> Sequence[tuple[UUID, str, UUID]]:
    """The oldest outbox rows of these kinds as (row id, kind, subject id)."""
    found = (
        sa.select(SearchOutbox.id, SearchOutbox.kind, SearchOutbox.subject_id)
        .where(SearchOutbox.kind.in_(kinds))
        .order_by(SearchOutbox.created_at, SearchOutbox.id)
        .limit(limit)
    )
    return [(row.id, row.kind, row.subject_id) for row in session().execute(found)]


def count_waiting() -> int:
    return session().scalar(sa.select(sa.func.count()).select_from(SearchOutbox)) or 0
