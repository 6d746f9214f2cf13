"""Either partner takes it back."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.approaches import queries, service
from jobboard.approaches.forms import PlainForm
from jobboard.approaches.views.room import blueprint, to
from jobboard.core.clock import now
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.route("/approaches/<uuid:approach_id>/withdrawal", methods=["GET", "POST"])
@signed_in
def withdrawal(approach_id: UUID) -> ResponseReturnValue:
    actor, form = current_actor(), PlainForm()
    approach = queries.one_of_pair(actor, approach_id)
    partner = first_name(approach.partnership.partner_of(actor.user_id), actor.user_id)
    if not approach.allows("withdraw"):
        flash("It has ended already.", "info")
        return redirect(to("show", approach))
    if form.validate_on_submit():
        service.withdraw(actor, approach, now())
        flash(f"Withdrawn. {partner} is told.", "good")
        return redirect(to("show", approach))
    page = {"approach": approach, "form": form, "partner": partner}
    return render_template("approaches/withdrawal.html", **page)
