"""One leaves; the other decides what becomes of the application."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.applications import queries, service
from jobboard.applications.forms.leaving import DecideForm, LeaveForm
from jobboard.applications.leaving import CHOOSE_WITHIN, SIGN_WITHIN, Answer, choices
from jobboard.applications.models import Application, Departure
from jobboard.applications.queries import leaving as found_by
from jobboard.applications.views.room import blueprint, status, to
from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.partnerships.models import Partnership
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in

_DONE = {
    Answer.CLOSED: "It is closed. What you both wrote can still be read.",
    Answer.KEPT: "It is closed, and you have a copy of the text. You can begin from it when you"
    " start an application with somebody else.",
    Answer.ALONE: "You go on alone, at the stage the two of you had reached. The employer is told.",
    Answer.WITHDRAWN: "It is withdrawn. The employer is told, and no more.",
}


@blueprint.app_context_processor
def words() -> dict[str, Any]:
    return {"departure_of": _departure_of}


def _departure_of(application: Application) -> Departure | None:
    """For the pages of an application that one of the two has left."""
    if application.left_by_id is None:
        return None
    return found_by.departures([application.id]).get(application.id)


@blueprint.route("/applications/<uuid:application_id>/leaving", methods=["GET", "POST"])
@signed_in
def leaving(application_id: UUID) -> ResponseReturnValue:
    """Leave this one application; the partnership stays. GET says what happens then."""
    actor, at = current_actor(), now()
    application, form = queries.one_of_pair(actor, application_id), LeaveForm()
    if form.validate_on_submit():
        service.leave(actor, application, form.words.data or "", at)
        name = first_name(application.partnership.partner_of(actor.user_id), actor.user_id)
        flash(f"You have left this application. {name} is told, and decides what becomes of it.")
        return redirect(to("edit", application))
    if not application.is_live or application.left_by_id is not None:
        return redirect(to("edit", application))
    page = render_template(
        "applications/leaving.html",
        application=application,
        form=form,
        is_visible=application.is_visible(at),
        may_go_alone=Answer.ALONE in choices(True, application.role.if_one_leaves),
        decide_by=at + CHOOSE_WITHIN,
    )
    return page, status(form)


@blueprint.route("/applications/<uuid:application_id>/decision", methods=["GET", "POST"])
@signed_in
def decision(application_id: UUID) -> ResponseReturnValue:
    """What the remaining partner may choose, by when; after that, what was decided."""
    actor, at = current_actor(), now()
    application = queries.one_of_pair(actor, application_id)
    row = _departure_of(application)
    if row is None or row.left_by_id == actor.user_id:
        return redirect(to("edit", application))
    pairs = found_by.other_pairs_of(actor.user_id, application.partnership)
    form = DecideForm()
    offered = choices(row.was_visible, application.role.if_one_leaves)
    form.offer(offered, [(str(one.id), _pair_words(one)) for one in pairs])
    if not form.validate_on_submit():
        return _page(application, row, form, pairs), status(form)
    answer = Answer(form.answer.data)
    chosen = next((one for one in pairs if str(one.id) == form.partnership.data), None)
    try:
        made = service.decide(actor, application, answer, at, chosen)
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        application = queries.one_of_pair(actor, application_id)
        return _page(application, row, form, pairs), 422
    flash(_DONE.get(answer, "Write and sign the new version together. It is below."), "good")
    return redirect(to("edit", made or application))


def _pair_words(pair: Partnership) -> str:
    viewer = current_actor().user_id
    return f"You and {first_name(pair.partner_of(viewer), viewer)}: {pair.name}"


def _page(
    application: Application, row: Departure, form: DecideForm, pairs: list[Partnership]
) -> str:
    return render_template(
        "applications/decision.html",
        application=application,
        departure=row,
        form=form,
        pairs=pairs,
        is_waiting=row.is_waiting(now()),
        sign_within=SIGN_WITHIN,
        successor=found_by.successor_of(application.id),
    )
