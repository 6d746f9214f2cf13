"""To ask about a role, and to answer."""

from __future__ import annotations

from wtforms import BooleanField

from jobboard.roles.asking import MAX_ANSWER_WORDS, MAX_QUESTION_WORDS
from jobboard.web.forms import Base, Form, Prose


class QuestionForm(Form):
    words = Prose(
        "Your question",
        description=f"Up to {MAX_QUESTION_WORDS} words. Leave out whatever would say who you are.",
        max_bytes=4_000,
    )


class AnswerForm(Form):
    """`base` is the version of the question that the page showed."""

    answer = Prose(
        "Your answer",
        description=f"Up to {MAX_ANSWER_WORDS} words. Everybody who reads the advert reads it.",
        max_bytes=10_000,
    )
    is_hidden = BooleanField("Show the answer without the words of the question")
    base = Base()


class RefusalForm(Form):
    reply = Prose(
        "Your words to whoever asked",
        description=f"Up to {MAX_QUESTION_WORDS} words. Nobody else reads them.",
        max_bytes=4_000,
    )
    base = Base()
