"""One step of the life cycle, with its row in the trail."""

from __future__ import annotations

from datetime import datetime

from jobboard.core.activity import record
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.roles.models import Role
from jobboard.roles.models.words import RoleWords

_DONE = {
    "submit_for_review": "role.sent_for_review",
    "ask_for_changes": "role.changes_asked",
    "approve": "role.approved",
    "take_back": "role.taken_back",
    "publish": "role.published",
    "pause": "role.paused",
    "resume": "role.resumed",
    "relist": "role.relisted",
    "close_early": "role.closed_early",
    "cancel": "role.cancelled",
    "fill": "role.filled",
    "archive": "role.archived",
}


def move(actor: Actor, role: Role, step: str, at: datetime) -> None:
    role.advance(step)
    role.updated_at = at
    session().flush()
    record(actor, _DONE[step], role)


def keep_words(
    actor: Actor, role: Role, step: str, at: datetime, *, reason: str = "", words: str = ""
) -> None:
    """What somebody said about the step; the trail holds no texts."""
    session().add(
        RoleWords(
            role_id=role.id,
            kind=step,
            reason=reason,
            words=words,
            author_id=actor.user_id,
            written_at=at,
        )
    )
