"""Questions about a role, before anybody applies (domain.md N21): their states and rules."""

from __future__ import annotations

from enum import StrEnum

from jobboard.core.errors import ConflictError, UserError
from jobboard.core.lifecycle import Lifecycle
from jobboard.core.text import count_words


class QuestionState(StrEnum):
    WAITING = "waiting"
    ANSWERED = "answered"
    DECLINED = "declined"
    """With words for the asker alone."""
    WITHDRAWN = "withdrawn"


_S = QuestionState
QUESTION_LIFE = (
    Lifecycle(_S.WAITING)
    .step("answer", source={_S.WAITING}, to=_S.ANSWERED)
    .step("amend", source={_S.ANSWERED}, to=_S.ANSWERED)
    .step("decline", source={_S.WAITING}, to=_S.DECLINED)
    .step("withdraw", source={_S.WAITING}, to=_S.WITHDRAWN)
)
STATE_WORDS = {
    _S.WAITING: "Waits for an answer",
    _S.ANSWERED: "Answered",
    _S.DECLINED: "Not answered in public",
    _S.WITHDRAWN: "Taken back",
}
MAX_QUESTION_WORDS = 100
MAX_ANSWER_WORDS = 300
MOST_WAITING = 5
"""Unanswered questions of one person about one role."""


def checked(words: str, field: str, most: int) -> str:
    """The words without blanks around them. Raises UserError where there are none or too many."""
    found = words.strip()
    if not found:
        raise UserError("Write a few words first.", field=field)
    if (size := count_words(found)) > most:
        raise UserError(f"This has {size} words. Use {most} at most.", field=field)
    return found


class NotAskedNowError(UserError):
    message = "This role takes no questions now. They can be asked while it is open."


class ManyWaitingError(UserError):
    message = (
        f"{MOST_WAITING} of your questions about this role wait for an answer. Take one back first,"
        " or wait for the answers."
    )


class QuestionMovedError(ConflictError):
    message = (
        "What you typed is still here and nothing was overwritten. Somebody changed this question"
        " after you opened it. Look at what stands now."
    )
