"""Staff read what is asked about a role, answer it for all or its asker alone, or leave it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.core.policy import require
from jobboard.roles import queries, service
from jobboard.roles.asking import STATE_WORDS, QuestionMovedError
from jobboard.roles.forms.questions import AnswerForm, RefusalForm
from jobboard.roles.models import Role, RoleQuestion
from jobboard.roles.queries import questions
from jobboard.roles.views.room import blueprint, settled
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in

_ONE = "/roles/<uuid:role_id>/questions/<uuid:question_id>"


@blueprint.get("/roles/<uuid:role_id>/questions", endpoint="questions")
@signed_in
def of_role(role_id: UUID) -> ResponseReturnValue:
    role = _role(role_id)
    found = questions.of_staff(role)
    page = {"role": role, "questions": found, "words": STATE_WORDS, "at": now()}
    return render_template("roles/questions.html", **page)


@blueprint.route(_ONE, methods=["GET", "POST"])
@signed_in
def answer_question(role_id: UUID, question_id: UUID) -> ResponseReturnValue:
    """Give the answer, or change the one that stands."""
    role = _role(role_id)
    question = questions.one_of_role(role, question_id)
    if not role.is_public:
        return settled(role)
    form = AnswerForm(obj=question)
    if not form.is_submitted():
        if not question.takes_answer:
            return _done(role, f"{STATE_WORDS[question.status]}. Nothing more can be done.", "info")
        form.base.data = question.lock_version
    code = 422 if form.is_submitted() else 200
    if form.validate_on_submit():
        try:
            _keep(form, question, now())
        except UserError as error:
            form.blame(error)
            if isinstance(error, QuestionMovedError):
                code = 409
                form.base.data = question.lock_version if question.takes_answer else -1
        else:
            return _done(role, "It stands on the advert now.")
    return _page("roles/answer_question.html", role, question, form, code)


def _keep(form: AnswerForm, question: RoleQuestion, at: datetime) -> None:
    verb = service.amend_answer if question.allows("amend") else service.answer_question
    said, hidden = form.answer.data or "", bool(form.is_hidden.data)
    verb(current_actor(), question, said, hidden, form.base.data, at)


@blueprint.route(f"{_ONE}/refusal", methods=["GET", "POST"])
@signed_in
def decline_question(role_id: UUID, question_id: UUID) -> ResponseReturnValue:
    role = _role(role_id)
    question = questions.one_of_role(role, question_id)
    if not role.is_public:
        return settled(role)
    form = RefusalForm()
    if not form.is_submitted():
        if not question.allows("decline"):
            return _done(role, f"{STATE_WORDS[question.status]} already.", "info")
        form.base.data = question.lock_version
    code = 422 if form.is_submitted() else 200
    if form.validate_on_submit():
        try:
            reply, base = form.reply.data or "", form.base.data
            service.decline_question(current_actor(), question, reply, base)
        except UserError as error:
            form.blame(error)
            if isinstance(error, QuestionMovedError):
                code = 409
        else:
            return _done(role, "They have a mail. Nothing was published.")
    return _page("roles/decline_question.html", role, question, form, code)


def _role(role_id: UUID) -> Role:
    role = queries.one_of_member(current_actor(), role_id)
    require(current_actor(), "role.answer", role)
    return role


def _done(role: Role, words: str, tone: str = "good") -> ResponseReturnValue:
    flash(words, tone)
    return redirect(url_for("roles.questions", role_id=role.id))


def _page(
    name: str, role: Role, question: RoleQuestion, form: AnswerForm | RefusalForm, code: int
) -> ResponseReturnValue:
    page = {"role": role, "question": question, "form": form, "words": STATE_WORDS}
    return render_template(name, **page, is_stale=code == 409), code
