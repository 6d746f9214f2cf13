"""The employer's page of one interview: read it, move it, cancel it, say that it was held."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import require
from jobboard.interviews import queries, service
from jobboard.interviews.domain import LIFECYCLE
from jobboard.interviews.forms import CancelForm, HeldForm, SlotForm
from jobboard.interviews.models import Interview
from jobboard.interviews.views.room import blueprint, warnings_for
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.get("/hiring/interviews/<uuid:interview_id>")
@signed_in
def show(interview_id: UUID) -> ResponseReturnValue:
    """Whoever arranges it reads what would help each named person, and so do they; no other."""
    row = _load(interview_id)
    can_hold = LIFECYCLE.allows("hold", row.state) and row.starts_at <= now()
    return render_template(
        "interviews/show.html", interview=row, candidacy=row.candidacy, can_hold=can_hold
    )


@blueprint.route("/hiring/interviews/<uuid:interview_id>/time", methods=["GET", "POST"])
@signed_in
@limits.interviews
def move(interview_id: UUID) -> ResponseReturnValue:
    row, form = _load(interview_id, "move"), SlotForm()
    if not form.is_submitted():
        return _move_page(row, SlotForm.of(row))
    if not form.validate():
        return _move_page(row, form), 422
    try:
        slot = form.slot()
        if warnings := warnings_for(form, row.candidacy, row.kind, slot):
            return _move_page(row, form, warnings)
        service.move(current_actor(), row, slot, form.seen.data, now())
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return _move_page(row, form), 422
    flash("The new time is proposed. Everybody who is invited is asked anew.", "good")
    return redirect(url_for("interviews.show", interview_id=row.id), 303)


@blueprint.route("/hiring/interviews/<uuid:interview_id>/cancellation", methods=["GET", "POST"])
@signed_in
@limits.interviews
def cancel(interview_id: UUID) -> ResponseReturnValue:
    row, form = _load(interview_id, "cancel"), CancelForm()
    if not form.is_submitted():
        form.seen.data = row.sequence
        return render_template("interviews/cancel.html", interview=row, form=form)
    if form.validate():
        try:
            service.cancel(current_actor(), row, form.words.data, form.seen.data, now())
            flash("It is cancelled. Everybody who was invited is being told.", "good")
            return redirect(url_for("interviews.show", interview_id=row.id), 303)
        except ConflictError:
            raise
        except UserError as error:
            form.blame(error)
    return render_template("interviews/cancel.html", interview=row, form=form), 422


@blueprint.route("/hiring/interviews/<uuid:interview_id>/held", methods=["GET", "POST"])
@signed_in
@limits.interviews
def held(interview_id: UUID) -> ResponseReturnValue:
    row, form = _load(interview_id, "hold"), HeldForm()
    if not form.is_submitted():
        form.seen.data = row.sequence
        return render_template("interviews/held.html", interview=row, form=form)
    if form.validate():
        try:
            service.hold(current_actor(), row, form.seen.data, now())
            flash("Noted: it was held.", "good")
            return redirect(url_for("interviews.show", interview_id=row.id), 303)
        except ConflictError:
            raise
        except UserError as error:
            form.blame(error)
    return render_template("interviews/held.html", interview=row, form=form), 422


def _load(interview_id: UUID, act: str = "") -> Interview:
    """To read it, or with the right to `act`. IllegalMoveError where it is over already."""
    row = queries.for_staff(current_actor(), interview_id, now())
    if act:
        require(current_actor(), "interview.arrange", row)
    if act and not LIFECYCLE.allows(act, row.state):
        raise IllegalMoveError(act, row.state)
    return row


def _move_page(row: Interview, form: SlotForm, warnings: list[str] | None = None) -> str:
    return render_template(
        "interviews/move.html", interview=row, form=form, warnings=warnings or []
    )
