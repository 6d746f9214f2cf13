"""When a candidacy ends, nobody comes any more."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor
from jobboard.interviews import queries
from jobboard.interviews.service import telling


def end_with_candidacy(candidacy_id: UUID, at: datetime) -> None:
    """What was to come is cancelled; a calendar hears it once, by one mail to each person."""
    with transaction():
        for found in queries.open_of_candidacy(candidacy_id):
            row = queries.hold(found)
            if row.is_open and row.starts_at > at:
                row.advance("cancel", at)
                session().flush()
                record(Actor(), "interview.cancelled", row, by="end")
                telling.cancelled(row)
