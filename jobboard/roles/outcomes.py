"""How it ended for a role, as the employer says it some time after closing. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from jobboard.core.errors import ConflictError, UserError
from jobboard.core.text import count_words

ASK_AFTER = timedelta(days=14)
MAX_WORDS = 100


class Ending(StrEnum):
    PAIR = "pair"
    ONE = "one"
    NOBODY = "nobody"
    LOOKING = "looking"


FILLED = frozenset({Ending.PAIR, Ending.ONE})
ENDING_WORDS = {
    Ending.PAIR: "Yes, with a pair",
    Ending.ONE: "Yes, with one person",
    Ending.NOBODY: "No, and we have stopped looking",
    Ending.LOOKING: "Not yet, it is still open",
}
THROUGH_US = {"yes": "Yes, they applied here", "no": "No, we found them another way"}


class EndingMissingError(UserError):
    message = "Choose how it ended."
    field = "ending"


class ThroughUsMissingError(UserError):
    message = "Say whether they applied here."
    field = "through_us"


class OutcomeMeanwhileError(ConflictError):
    message = (
        "A colleague answered a moment before you. What stands now is above, what you chose is"
        " below. Save again to replace theirs with yours."
    )


def check(ending: Ending | None, through_us: bool | None, words: str) -> None:
    """Raises UserErrors that name their field. Whoever filled it says through whom."""
    if ending is None:
        raise EndingMissingError
    if ending in FILLED and through_us is None:
        raise ThroughUsMissingError
    if (number := count_words(words)) > MAX_WORDS:
        raise UserError(f"This has {number} words. Use {MAX_WORDS} at most.", field="words")


def ask_at(closed_at: datetime) -> datetime:
    return closed_at + ASK_AFTER
