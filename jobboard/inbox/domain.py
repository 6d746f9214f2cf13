"""The words of a message: its text, who has read it, why nobody can answer any more.

A pair is one team to its employer: the employer learns that a message was delivered to both, and
never which of the two has read it. The two see that of each other. Of an employer's people the
pair sees who wrote, and not who read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jobboard.core.errors import ConflictError, UserError
from jobboard.hiring.domain import Stage

MAX_CHARACTERS = 5_000


@dataclass(frozen=True, slots=True)
class Reader:
    """One of the pair to whom a message was delivered: `name` is their first name, `read_at` the
    first reading."""

    name: str
    is_viewer: bool
    read_at: datetime | None

    @property
    def has_read(self) -> bool:
        return self.read_at is not None


def read_words(readers: Sequence[Reader]) -> str:
    """Who of the pair has read it, as one of them sees it; whoever wrote it is not in the list.

    `Read by you, not yet by Helen`. Empty where it went to neither of them.
    """
    mine = [one for one in readers if one.is_viewer]
    others = [one for one in readers if not one.is_viewer]
    if mine and others:
        return _of_both(mine[0].has_read, others[0])
    if mine:
        return "Read by you" if mine[0].has_read else "Not yet read by you"
    if others:
        return f"{'Read' if others[0].has_read else 'Not yet read'} by {others[0].name}"
    return ""


def _of_both(i_have: bool, other: Reader) -> str:
    if i_have:
        return "Read by you both" if other.has_read else f"Read by you, not yet by {other.name}"
    if other.has_read:
        return f"Read by {other.name}, not yet by you"
    return f"Not yet read by you or {other.name}"


def delivered_words(names: Sequence[str]) -> str:
    """What the employer learns: first names of those it went to, which are two, or one alone."""
    return "Delivered to both" if len(names) > 1 else f"Delivered to {''.join(names)}"


CLOSED_WORDS = {
    Stage.NOT_SELECTED: "The employer has decided, so this conversation is closed.",
    Stage.OFFER_DECLINED: "The offer was declined, so this conversation is closed.",
    Stage.LAPSED: "The offer has lapsed, so this conversation is closed.",
    Stage.WITHDRAWN: "The application was withdrawn, so this conversation is closed.",
    Stage.ENDED: "The trial has ended, so this conversation is closed.",
}
ROLE_GONE = "The role is no longer there, so this conversation is closed."
MOVED_ON = "The application goes on with a new pair, so this conversation is closed."
YOU_LEFT = "You have left this application. You can read what was said while you were in it."
PAIR_ENDED = "This pair has ended, so the conversation is closed."
PAIR_OVER = "Your partnership has ended. You can both read what you wrote to each other."


def check_text(text: str) -> None:
    """Characters count as they are stored. Raises EmptyMessageError, TooLongError."""
    if not text.strip():
        raise EmptyMessageError
    if len(text) > MAX_CHARACTERS:
        raise TooLongError(len(text))


class EmptyMessageError(UserError):
    message = "Write something before you send it."
    field = "text"


class TooLongError(UserError):
    field = "text"

    def __init__(self, characters: int) -> None:
        super().__init__(
            f"This has {characters:,} characters. Use {MAX_CHARACTERS:,} at most; what you wrote is"
            " still below."
        )


class ClosedError(ConflictError):
    """Somebody ended it while this one was writing. `words`: which of the sentences above."""

    field = "text"

    def __init__(self, words: str) -> None:
        super().__init__(f"Nothing was sent. {words} What you wrote is still below.")
