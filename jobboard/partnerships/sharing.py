"""The rules of answers that two people read at the same moment. Pure."""

from __future__ import annotations

from datetime import datetime

from jobboard.core.errors import ConflictError, UserError
from jobboard.core.text import count_words

MAX_NOTE_WORDS = 200


def check_note(note: str) -> None:
    check_length(note, MAX_NOTE_WORDS, "note")


def check_length(text: str, most: int, field: str) -> None:
    words = count_words(text)
    if words > most:
        raise UserError(
            f"This has {words} words. Use {most} at most; all of it is still below.", field=field
        )


def is_due_for_talk(
    has_choices: bool, first: str, second: str, talked_at: datetime | None, newest: datetime
) -> bool:
    """Two different choices, not talked about since the newer of them was given.

    Free text has no right comparison by machine: it stands beside the other's, always.
    """
    differs = has_choices and first != second
    return differs and (talked_at is None or talked_at < newest)


class AnsweredElsewhereError(ConflictError):
    """The same person saved this answer in another window; `choice` and `words` are that one."""

    def __init__(self, choice: str, words: str, number: int) -> None:
        super().__init__("You saved this answer in another window meanwhile.")
        self.choice = choice
        self.words = words
        self.number = number


class StaleNoteError(ConflictError):
    """The partner wrote the joint note meanwhile."""

    def __init__(self, saved: str, number: int) -> None:
        super().__init__("Your partner saved this note while you were writing.")
        self.saved = saved
        self.number = number


class NothingToShareError(UserError):
    message = "Write your answer first. Then you can say that you are ready to share it."


class NotSharedError(UserError):
    message = "You have not both shared this answer yet. The note comes after that."
