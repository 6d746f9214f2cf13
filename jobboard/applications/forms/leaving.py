"""Leaving, and what the other one makes of it."""

from __future__ import annotations

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from jobboard.applications.leaving import (
    ANSWER_HINTS,
    ANSWER_WORDS,
    MAX_WORDS_CHARACTERS,
    Answer,
)
from jobboard.web.forms import Choice, Form, Length, Prose, Required


class LeaveForm(Form):
    words = Prose(
        "A few words (optional)",
        [Length(MAX_WORDS_CHARACTERS)],
        description=f"Up to {MAX_WORDS_CHARACTERS} characters, for your partner alone. No reason is"
        " needed.",
        max_bytes=4 * MAX_WORDS_CHARACTERS,
    )


class DecideForm(Form):
    answer = Choice("What becomes of it", [Required("Choose what becomes of it.")])
    partnership = RadioField("With whom you go on", [Optional()], validate_choice=False)

    def offer(self, answers: list[Answer], pairs: list[tuple[str, str]]) -> None:
        self.answer.choices = [
            SelectChoice(one.value, f"{ANSWER_WORDS[one]}. {ANSWER_HINTS[one]}") for one in answers
        ]
        self.partnership.choices = [SelectChoice(key, words) for key, words in pairs]
