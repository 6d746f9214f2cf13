"""The question some time after closing, and the employer's answer to it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from jobboard.core import jobs
from jobboard.core.activity import record
from jobboard.core.db import transaction
from jobboard.core.events import emit
from jobboard.core.policy import Actor, require
from jobboard.roles import queries
from jobboard.roles.dates import StillOpenError
from jobboard.roles.domain import RoleStatus
from jobboard.roles.events import RoleOutcomeAsked
from jobboard.roles.models import Role, RoleOutcome
from jobboard.roles.outcomes import FILLED, Ending, OutcomeMeanwhileError, ask_at, check
from jobboard.roles.queries.outcomes import outcome


def say_outcome(
    actor: Actor,
    role: Role,
    ending: Ending | None,
    through_us: bool | None,
    words: str,
    at: datetime,
    *,
    seen: int,
) -> None:
    """Said, or said anew. `seen`: the number of the answer that was read, 0 for none.

    Raises StillOpenError, OutcomeMeanwhileError, and UserErrors that name their field.
    """
    with transaction() as current:
        require(actor, "role.say_outcome", role)
        role = queries.locked(role)
        if role.is_gone or not role.has_closed(at):
            raise StillOpenError
        check(ending, through_us, words)
        row = outcome(role.id)
        if seen != (row.lock_version if row else 0):
            raise OutcomeMeanwhileError
        row = row or RoleOutcome(role_id=role.id)
        row.ending = ending or Ending.LOOKING
        row.through_us = through_us if ending in FILLED else None
        row.words, row.answered_by_id, row.answered_at = words, actor.user_id, at
        current.add(row)
        record(actor, "role.outcome_said", role, ending=row.ending.value)


def ask_later(role: Role, closed_at: datetime) -> None:
    jobs.enqueue(
        "roles.ask_outcome",
        run_at=ask_at(closed_at),
        unique_key=f"role.outcome:{role.id}:{closed_at.isoformat()}",
        role_id=str(role.id),
    )


def ask_outcome(role_id: UUID, at: datetime) -> None:
    """The worker asks once the role has been closed long enough; where it closes later than it
    once said, it looks again then. Answered or withdrawn: nothing."""
    with transaction():
        role = queries.of_worker(role_id)
        if role is None or not role.is_public or outcome(role_id) is not None:
            return
        runs_out = role.status in {RoleStatus.PUBLISHED, RoleStatus.PAUSED}
        if runs_out and role.closes_at is not None and ask_at(role.closes_at) > at:
            ask_later(role, role.closes_at)
            return
        emit(RoleOutcomeAsked(role_id=role.id))
