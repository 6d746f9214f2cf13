"""How they share; and each one's own answer to together or either."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from jobboard.applications import queries, service
from jobboard.applications.domain import AcceptanceWish, StaleTermsError
from jobboard.applications.forms import AcceptanceForm, TermsForm
from jobboard.applications.views import closed, page
from jobboard.applications.views.room import blueprint, to
from jobboard.core.clock import now
from jobboard.planning.share_types import ShareType
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.post("/applications/<uuid:application_id>/terms")
@signed_in
@closed.gives_back(closed.as_page)
def terms(application_id: UUID) -> ResponseReturnValue:
    """How they share."""
    application = page.editable(application_id)
    form = TermsForm()
    if not form.validate():
        return page.editor(application, form=form), 422
    share_type, base = ShareType(form.share_type.data), form.base.data or ""
    try:
        saved = service.set_share_type(current_actor(), application, share_type, base, now())
    except StaleTermsError as stale:
        form.blame(stale)
        application = queries.one_of_pair(current_actor(), application_id)
        form.base.data = application.share_type.value
        return page.editor(application, form=form), 409
    page.say(saved, "How you share", application)
    return redirect(to("edit", application, "terms"))


@blueprint.post("/applications/<uuid:application_id>/acceptance")
@signed_in
@closed.gives_back(closed.as_page)
def acceptance(application_id: UUID) -> ResponseReturnValue:
    """One partner's own answer. What is said afterwards never tells what the other one chose."""
    application = page.editable(application_id)
    form = AcceptanceForm()
    if not form.validate():
        return page.editor(application, form=form), 422
    actor, answer = current_actor(), AcceptanceWish(form.answer.data)
    shown = bool(form.is_shown.data)
    saved = service.answer_acceptance(actor, application, answer, now(), is_shown=shown)
    if saved.changed:
        page.say(saved, "Together or either", application)
    else:
        flash("Your answer is kept. Only you can read it, unless you chose to show it.", "good")
    return redirect(to("edit", application, "acceptance"))
