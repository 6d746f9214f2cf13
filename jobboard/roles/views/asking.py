"""Whoever reads an advert asks about it, follows their questions and takes one back."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.core.policy import may
from jobboard.roles import queries, service
from jobboard.roles.asking import STATE_WORDS
from jobboard.roles.forms import SeenForm
from jobboard.roles.forms.questions import QuestionForm
from jobboard.roles.queries import questions
from jobboard.roles.views.room import blueprint
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.route("/roles/<uuid:role_id>/questions/new", methods=["GET", "POST"])
@signed_in
@limits.questions
def ask(role_id: UUID) -> ResponseReturnValue:
    actor, role, at = current_actor(), queries.public_role(role_id), now()
    if not may(actor, "role.ask", role):
        own = "This is a role of your own organisation, so you answer questions and ask none."
        flash("This advert takes no questions here." if role.is_imported else own, "info")
        return redirect(url_for("roles.show", role_id=role.id))
    form = QuestionForm()
    if request.method == "POST" and form.validate():
        try:
            service.ask_question(actor, role, form.words.data or "", at)
        except UserError as error:
            form.blame(error)
        else:
            flash("Asked. You have a mail when they answer.", "good")
            return redirect(url_for("roles.my_questions"))
    page = render_template("roles/ask.html", role=role, form=form, is_open=role.is_open(at))
    return page, 422 if request.method == "POST" else 200


@blueprint.get("/questions")
@signed_in
def my_questions() -> ResponseReturnValue:
    found = questions.of_asker(current_actor())
    return render_template("roles/my_questions.html", questions=found, words=STATE_WORDS)


@blueprint.route("/questions/<uuid:question_id>/withdrawal", methods=["GET", "POST"])
@signed_in
def withdraw_question(question_id: UUID) -> ResponseReturnValue:
    actor, form = current_actor(), SeenForm()
    question = questions.one_of_asker(actor, question_id)
    if not question.allows("withdraw"):
        flash(f"{STATE_WORDS[question.status]}: there is nothing to take back.", "info")
        return redirect(url_for("roles.my_questions"))
    if form.validate_on_submit():
        service.withdraw_question(actor, question)
        flash("Taken back. Nobody is told.", "good")
        return redirect(url_for("roles.my_questions"))
    return render_template("roles/withdraw_question.html", question=question, form=form)
