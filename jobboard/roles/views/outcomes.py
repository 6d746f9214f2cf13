"""Some time after closing: did you fill it, with a pair, through us?"""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.core.policy import require
from jobboard.roles import queries, service
from jobboard.roles.forms.outcomes import OutcomeForm
from jobboard.roles.outcomes import ENDING_WORDS, THROUGH_US
from jobboard.roles.queries import outcomes
from jobboard.roles.views.room import blueprint, settled
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.route("/roles/<uuid:role_id>/outcome", methods=["GET", "POST"])
@signed_in
def outcome(role_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    role = queries.one_of_member(actor, role_id)
    require(actor, "role.say_outcome", role)
    if role.is_gone or not role.has_closed(now()):
        return settled(role)
    form, status = OutcomeForm.opened(outcomes.outcome(role_id)), 200
    if request.method == "POST":
        status = 422
        if form.validate():
            try:
                service.say_outcome(actor, role, *form.said, now(), seen=form.seen)
            except (ConflictError, UserError) as error:
                form.blame(error)
                status = 409 if isinstance(error, ConflictError) else 422
            else:
                flash("Thank you, it is kept with the role. You can change it here.", "good")
                return redirect(url_for("roles.mine"), 303)
    row = outcomes.outcome(role_id)
    if status == 409:
        form.seen_version.data = str(row.lock_version if row else 0)
    said = {"endings": ENDING_WORDS, "through": THROUGH_US}
    page = render_template("roles/outcome.html", role=role, form=form, row=row, **said)
    return page, status
