"""The words of feedback asked of people who work with a pair. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from jobboard.core.errors import InvalidInputError, UserError
from jobboard.core.text import count_words

ASK_LIFE = timedelta(days=14)
MAX_OPEN_ASKS = 6
"""Of a pair at a time: enough for a team, too few to be a nuisance."""
MAX_FEEDBACK_WORDS = 150
MAX_GIVER = 120
QUESTIONS = {
    "works": "What works because there are two of them?",
    "harder": "What is harder for you because there are two?",
    "advice": "What is one thing they could change?",
}


@dataclass(frozen=True, slots=True)
class FeedbackWords:
    """Three short answers; one is enough. `giver` is empty for whoever gives no name."""

    works: str = ""
    harder: str = ""
    advice: str = ""
    giver: str = ""

    def check(self) -> None:
        """Raises InvalidInputError."""
        errors: dict[str, list[str]] = {}
        for name in QUESTIONS:
            words = count_words(getattr(self, name))
            if words > MAX_FEEDBACK_WORDS:
                errors[name] = [f"This has {words} words. Use {MAX_FEEDBACK_WORDS} at most."]
        if not (self.works or self.harder or self.advice):
            errors["works"] = ["Answer at least one of the three."]
        if len(self.giver) > MAX_GIVER:
            errors["giver"] = [f"Use {MAX_GIVER} characters at most."]
        if errors:
            raise InvalidInputError(errors)


class AskSpentError(UserError):
    message = "This link no longer works: it is old, already used or taken back."


class TooManyAsksError(UserError):
    message = f"You two have {MAX_OPEN_ASKS} open asks. Take one back before you send another."


class AskYourselvesError(UserError):
    message = "That is an address of one of you. Ask somebody who works with you."
    field = "address"
