"""An application ends: one way for every verb, and the way back to an open question."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from jobboard.applications.leaving import Answer
from jobboard.applications.models import Application
from jobboard.applications.queries import locked
from jobboard.applications.queries.leaving import departures
from jobboard.core.db import session


def retire(application: Application, by_id: UUID | None, at: datetime) -> None:
    """Withdrawn, by somebody or by the clock; both people are free for this role again."""
    application.advance("withdraw")
    application.withdrawn_at, application.withdrawn_by_id = at, by_id
    application.updated_at = at
    for applicant in application.applicants:
        applicant.is_live = False
    session().flush()


def reopen(application: Application, at: datetime) -> None:
    """A new partner's application ended before the employer saw it: what it continued is again to
    be decided by whoever remained, within the same clock."""
    if application.continues_id is None or application.is_visible(at):
        return
    row = departures([application.continues_id]).get(application.continues_id)
    if row is None or row.answer is not Answer.NEW_PARTNER:
        return
    row.answer = row.answered_at = None
    before = locked(application.continues_id)
    for applicant in before.applicants:
        applicant.is_live = applicant.user_id != row.left_by_id
    session().flush()
