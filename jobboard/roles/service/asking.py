"""A question about a role, and what the employer does with it."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from jobboard.accounts.models import User
from jobboard.core import mail
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor, require
from jobboard.organisations.domain import STAFF
from jobboard.roles.asking import (
    MAX_ANSWER_WORDS,
    MAX_QUESTION_WORDS,
    MOST_WAITING,
    ManyWaitingError,
    NotAskedNowError,
    QuestionMovedError,
    checked,
)
from jobboard.roles.models import Role, RoleQuestion
from jobboard.roles.queries import questions
from jobboard.roles.queries.doors import people_of


def ask_question(actor: Actor, role: Role, words: str, at: datetime) -> RoleQuestion:
    """Everybody who may answer has a mail that does not say who asks. Raises NotAskedNowError,
    ManyWaitingError, and UserError at `words`."""
    with transaction():
        role = questions.locked_role(role)
        require(actor, "role.ask", role)
        if not role.is_open(at):
            raise NotAskedNowError
        if questions.waiting_of(actor, role) >= MOST_WAITING:
            raise ManyWaitingError
        words = checked(words, "words", MAX_QUESTION_WORDS)
        question = RoleQuestion(
            id=uuid4(), role=role, asker_id=actor.user_id, words=words, asked_at=at
        )
        session().add(question)
        session().flush()
        record(Actor(), "role_question.asked", question)
        for person in people_of(role, STAFF):
            _post("roles.question_asked", question, person)
    return question


def answer_question(
    actor: Actor, question: RoleQuestion, answer: str, hidden: bool, base: int, at: datetime
) -> None:
    """Put it on the advert and tell the asker; `hidden` keeps the question's own words off it.
    Raises QuestionMovedError where somebody did anything to it since `base`."""
    with transaction():
        question = _held(actor, question, base)
        question.advance("answer")
        question.answer = checked(answer, "answer", MAX_ANSWER_WORDS)
        question.is_hidden, question.said_at = hidden, at
        question.answered_by_id = actor.user_id
        session().flush()
        record(actor, "role_question.answered", question)
        _tell_asker("roles.question_answered", question)


def amend_answer(
    actor: Actor, question: RoleQuestion, answer: str, hidden: bool, base: int, at: datetime
) -> None:
    """The page says when it was changed. Nothing is changed by the same words. Raises
    QuestionMovedError."""
    with transaction():
        question = _held(actor, question, base)
        question.advance("amend")
        answer = checked(answer, "answer", MAX_ANSWER_WORDS)
        if (answer, hidden) == (question.answer, question.is_hidden):
            return
        question.answer, question.is_hidden = answer, hidden
        question.changed_at, question.answered_by_id = at, actor.user_id
        session().flush()
        record(actor, "role_question.amended", question)


def decline_question(actor: Actor, question: RoleQuestion, reply: str, base: int) -> None:
    """With words for the asker alone; nothing is published. Raises QuestionMovedError."""
    with transaction():
        question = _held(actor, question, base)
        question.advance("decline")
        question.reply = checked(reply, "reply", MAX_QUESTION_WORDS)
        question.answered_by_id = actor.user_id
        session().flush()
        record(actor, "role_question.declined", question)
        _tell_asker("roles.question_declined", question)


def withdraw_question(actor: Actor, question: RoleQuestion) -> None:
    """By whoever asked, until it is answered. Raises IllegalMoveError."""
    with transaction():
        question = questions.locked(question)
        require(actor, "role_question.withdraw", question)
        question.advance("withdraw")
        session().flush()
        record(Actor(), "role_question.withdrawn", question)


def _held(actor: Actor, question: RoleQuestion, base: int) -> RoleQuestion:
    question = questions.locked(question)
    require(actor, "role.answer", question.role)
    if question.lock_version != base or not question.role.is_public:
        raise QuestionMovedError
    return question


def _tell_asker(kind: str, question: RoleQuestion) -> None:
    if (person := questions.asker(question)) is not None:
        _post(kind, question, person)


def _post(kind: str, question: RoleQuestion, person: User) -> None:
    """No letter holds what was written: a stranger's words stay on our pages."""
    if person.address is not None:
        mail.post(
            kind,
            person.address,
            decision=f"{kind}:{question.id}",
            person_id=person.id,
            question_id=str(question.id),
        )
