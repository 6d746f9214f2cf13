from __future__ import annotations

from uuid import uuid4

from jobboard.accounts.models import User
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.roles.asking import QuestionState
from jobboard.roles.models import Role, RoleQuestion
from tests.factories.people import make_user

WORDS = "Would you consider a pair who start in June?"


def make_question(
    role: Role, asker: User | None = None, *, words: str = WORDS, answer: str = ""
) -> RoleQuestion:
    """One that waits, or with an answer one that stands on the advert."""
    at = now()
    asker = asker or make_user("Siobhan Keane")
    row = RoleQuestion(
        id=uuid4(),
        role=role,
        asker_id=asker.id,
        words=words,
        asked_at=at,
        status=QuestionState.ANSWERED if answer else QuestionState.WAITING,
        answer=answer,
        said_at=at if answer else None,
    )
    session().add(row)
    session().commit()
    return row
