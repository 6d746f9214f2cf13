"""Who hears of an interview: one outbox row a person and step, written with the step itself.

The named people hear at the same moment, with those of the panel who have an account; another
partner's own interview is told to nobody else of the pair.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from jobboard.accounts.models import User
from jobboard.core.mail import post
from jobboard.interviews import queries
from jobboard.interviews.domain import REMIND_BEFORE
from jobboard.interviews.models import Interview, InterviewAnswer


def invite(row: Interview) -> None:
    _tell(row, "interviews.invited", _everybody(row))


def confirmed(row: Interview) -> None:
    """Now, and once more a day before: the composer looks whether it still stands then."""
    _tell(row, "interviews.confirmed", _everybody(row))
    remind_at = row.starts_at - REMIND_BEFORE
    if remind_at > row.changed_at:
        _tell(row, "interviews.reminder", _everybody(row), not_before=remind_at)


def asked(row: Interview, mine: InterviewAnswer, was_agreed: bool) -> None:
    """Everybody where it was agreed already; else who proposed it and the other partner."""
    told = _everybody(row, proposer=True)
    if not was_agreed:
        others = {one.user_id for one in row.answers} - {mine.user_id}
        told = [one for one in told if one.id in others | {row.proposed_by_id}]
    moment = int(mine.answered_at.timestamp()) if mine.answered_at else 0
    _tell(row, "interviews.asked", told, f":{mine.user_id}:{moment}", by_id=str(mine.user_id))


def cancelled(row: Interview) -> None:
    _tell(row, "interviews.cancelled", _everybody(row, proposer=True))


def _everybody(row: Interview, proposer: bool = False) -> list[User]:
    named = [one.user for one in queries.interview(row.id).answers]
    wanted: set[UUID | None] = {one.user_id for one in row.panel}
    if proposer:
        wanted.add(row.proposed_by_id)
    staff = queries.staff(row.candidacy.role)
    return named + [one for one in staff if one.id in wanted]


def _tell(
    row: Interview,
    kind: str,
    people: Iterable[User],
    act: str = "",
    not_before: datetime | None = None,
    **refs: str,
) -> None:
    for person in people:
        if person.address is not None:
            post(
                kind,
                person.address,
                decision=f"{kind}:{row.id}:{row.sequence}{act}",
                person_id=person.id,
                not_before=not_before,
                interview_id=str(row.id),
                sequence=str(row.sequence),
                **refs,
            )
