"""A named person's own page: what is proposed, and what they say to it, for themselves alone."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.interviews import queries, service
from jobboard.interviews.forms import AdjustmentsForm, AnswerForm, CancelForm
from jobboard.interviews.models import Interview
from jobboard.interviews.views.room import blueprint
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.route("/interviews/<uuid:interview_id>", methods=["GET", "POST"])
@signed_in
@limits.interviews
def answer(interview_id: UUID) -> ResponseReturnValue:
    """POST: `ask` asks for another time, everything else accepts this one."""
    actor, row = current_actor(), queries.for_named(current_actor(), interview_id)
    form = AnswerForm()
    if not form.is_submitted():
        return _page(row, form)
    if not form.validate():
        return _page(row, form), 422
    try:
        if "ask" in request.form:
            service.ask_to_move(actor, row, form.words.data, form.seen.data, now())
            flash("You asked for another time. The employer is being told.", "good")
        else:
            service.accept(actor, row, form.seen.data, now())
            flash("You accepted, for yourself.", "good")
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return _page(row, form), 422
    return redirect(url_for("interviews.answer", interview_id=row.id), 303)


@blueprint.post("/interviews/<uuid:interview_id>/adjustments")
@signed_in
@limits.interviews
def adjustments(interview_id: UUID) -> ResponseReturnValue:
    row, form = queries.for_named(current_actor(), interview_id), AdjustmentsForm()
    if form.validate():
        try:
            service.adjust(current_actor(), row, form.adjustments.data)
            flash("Kept. Only you and the employer’s people see it.", "good")
            return redirect(url_for("interviews.answer", interview_id=row.id), 303)
        except UserError as error:
            form.blame(error)
    return _page(row, AnswerForm(formdata=None), form), 422


@blueprint.route("/interviews/<uuid:interview_id>/cancellation", methods=["GET", "POST"])
@signed_in
@limits.interviews
def call_off(interview_id: UUID) -> ResponseReturnValue:
    row, form = queries.for_named(current_actor(), interview_id), CancelForm()
    if not row.is_open:
        raise IllegalMoveError("cancel", row.state)
    if not form.is_submitted():
        form.seen.data = row.sequence
        return render_template("interviews/call_off.html", interview=row, form=form)
    if form.validate():
        try:
            service.call_off(current_actor(), row, form.words.data, form.seen.data, now())
            flash("It is cancelled. Everybody who was invited is being told.", "good")
            return redirect(url_for("interviews.answer", interview_id=row.id), 303)
        except ConflictError:
            raise
        except UserError as error:
            form.blame(error)
    return render_template("interviews/call_off.html", interview=row, form=form), 422


def _page(row: Interview, form: AnswerForm, adjusting: AdjustmentsForm | None = None) -> str:
    me = current_actor().user_id
    mine = row.answer_of(me)
    assert mine is not None
    form.seen.data = row.sequence
    if adjusting is None:
        adjusting = AdjustmentsForm(formdata=None, data={"adjustments": mine.adjustments})
    return render_template(
        "interviews/answer.html",
        interview=row,
        application=row.candidacy.application,
        role=row.candidacy.role,
        mine=mine,
        form=form,
        adjusting=adjusting,
        is_to_answer=row.is_open and row.starts_at > now(),
    )
