"""The letters about questions: that there is one, that there is an answer. Never the words."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from jobboard.core.mail import Letter, Mail, composer
from jobboard.roles.asking import QuestionState
from jobboard.roles.queries import questions

_S = QuestionState
LETTERS = {
    "roles.question_asked": (
        _S.WAITING,
        "A question about {role}",
        "Somebody who reads your advert asks something before they apply. Your answer stands on the"
        " advert for everybody. You can also answer them alone, or leave it.",
        "Read the question",
        "You get this because you write roles for {employer} on Twofold.",
    ),
    "roles.question_answered": (
        _S.ANSWERED,
        "{employer} answered your question",
        "You asked about {role}. The answer stands on the advert, and nothing there says that it"
        " was you who asked.",
        "Read the answer",
        "You get this because you asked a question on Twofold.",
    ),
    "roles.question_declined": (
        _S.DECLINED,
        "{employer} wrote to you about your question",
        "You asked about {role}. They do not answer it on the advert; what they say is for you"
        " alone.",
        "Read what they say",
        "You get this because you asked a question on Twofold.",
    ),
}
"""The state in which there is still something to tell, subject, words, button, why."""


def _letter(row: Mail, kind: str) -> Letter | None:
    state, subject, text, action, why = LETTERS[kind]
    question = questions.of_worker(UUID(row.refs["question_id"]))
    if question is None or question.status is not state or not question.role.is_public:
        return None
    names = {"role": question.role.heading, "employer": question.role.employer}
    title = subject.format(**names)
    words = {
        "subject": title,
        "text": text.format(**names),
        "action": action,
        "why": why.format(**names),
        "question": question,
        "is_staff": state is _S.WAITING,
    }
    return Letter(title, "roles_question", words)


for _kind in LETTERS:
    composer(_kind)(partial(_letter, kind=_kind))
