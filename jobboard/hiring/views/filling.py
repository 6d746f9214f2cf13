"""An employer says that a role is filled; what the guard wants is said before the button."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.policy import require
from jobboard.hiring import queries, service
from jobboard.hiring.queries import reconfirming
from jobboard.hiring.views.room import blueprint
from jobboard.roles.dates import NobodyAcceptedError
from jobboard.roles.domain import LIFECYCLE
from jobboard.roles.forms import SeenForm
from jobboard.roles.views.room import settled
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.route("/hiring/roles/<uuid:role_id>/filling", methods=["GET", "POST"])
@signed_in
def filling(role_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    role, form = queries.role(actor.user_id, role_id), SeenForm()
    require(actor, "role.fill", role)
    if not LIFECYCLE.allows("fill", role.status):
        return settled(role)
    status = 200
    if form.is_submitted():
        try:
            service.fill(actor, role, now())
        except NobodyAcceptedError as error:
            form.blame(error)
            status = 422
        else:
            flash("It is filled. Its page says so, and nothing more can be sent for it.", "good")
            return redirect(url_for("hiring.role", role_id=role.id), 303)
    page = render_template(
        "hiring/filling.html",
        role=role,
        form=form,
        may_fill=reconfirming.has_appointed(role.id),
        undecided=reconfirming.undecided_count(role.id),
    )
    return page, status
