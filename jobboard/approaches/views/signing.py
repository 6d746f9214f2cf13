"""One's own signature under the text on the page."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.approaches import queries, service
from jobboard.approaches.domain import OtherTextError
from jobboard.approaches.forms import SignForm
from jobboard.approaches.views.own import shown
from jobboard.approaches.views.room import blueprint, to
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.core.policy import StaleAuthenticationError
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.post("/approaches/<uuid:approach_id>/signature")
@signed_in
def sign(approach_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    approach, form = queries.one_of_pair(actor, approach_id), SignForm()
    if not approach.is_draft:
        flash("It is no draft any more, so there is nothing to sign.", "info")
        return redirect(to("show", approach))
    if not form.validate_on_submit():
        return shown(approach, form), 422
    try:
        is_sent = service.sign(actor, approach, form.seen.data or "", now())
    except StaleAuthenticationError:
        flash("Nothing is signed yet. Type your password once more, then read and sign.")
        return redirect(url_for("accounts.confirm_password", next=to("show", approach)))
    except UserError as error:
        form.blame(error)
        code = 409 if isinstance(error, OtherTextError) else 422
        return shown(queries.one_of_pair(actor, approach_id), form), code
    name = first_name(approach.partnership.partner_of(actor.user_id), actor.user_id)
    waits = f"You have signed. {name} is told; it is sent when {name} signs the same text."
    flash("You have both signed the same text, and it is sent." if is_sent else waits, "good")
    return redirect(to("show", approach))
