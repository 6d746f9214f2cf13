"""How long each sees themselves here: one's own, and shown only when both show theirs."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.errors import UserError
from jobboard.core.policy import Actor
from jobboard.partnerships.horizon import (
    MAX_NEXT,
    MAX_YEARS,
    NoHorizonError,
    TooSoonError,
    may_change,
)
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.models.agreement import Horizon
from jobboard.partnerships.queries import agreement as asked
from jobboard.partnerships.service.agreement import writable


def set_horizon(
    actor: Actor, partnership: Partnership, years: int, where_next: str, at: datetime
) -> None:
    """Keep one's own answer; a change takes back that it may be shown. TooSoonError, UserError."""
    with transaction():
        partnership = writable(actor, partnership)
        if not 0 <= years <= MAX_YEARS:
            raise UserError(f"Choose between 0 and {MAX_YEARS} years.", field="years")
        if len(where_next) > MAX_NEXT:
            raise UserError(f"Use {MAX_NEXT} characters at most.", field="where_next")
        both = asked.horizons(partnership)
        row = both.get(actor.user_id) if actor.user_id else None
        if row is None:
            row = Horizon(id=uuid4(), partnership_id=partnership.id, user_id=actor.user_id)
            session().add(row)
            row.years, row.changed_at = years, at
        elif row.years != years:
            if not may_change(row.changed_at, len(both) == 2, at):
                raise TooSoonError
            row.years, row.changed_at, row.ready_at = years, at, None
        elif row.where_next != where_next:
            row.ready_at = None
        row.where_next = where_next
        session().flush()
        record(actor, "horizon.set", row)


def show_horizon(actor: Actor, partnership: Partnership, is_ready: bool, at: datetime) -> None:
    """Say that one's own may be shown, or not; shown while both say so. NoHorizonError."""
    with transaction():
        partnership = writable(actor, partnership)
        row = asked.horizons(partnership).get(actor.user_id) if actor.user_id else None
        if row is None:
            raise NoHorizonError
        row.ready_at = at if is_ready else None
        record(actor, "horizon.ready" if is_ready else "horizon.kept_back", row)
