"""Keep what an application says about duties and week as the pair's own."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.applications import queries, service
from jobboard.applications.views.room import blueprint
from jobboard.core.clock import now
from jobboard.partnerships.forms.arrangement import KeepForm
from jobboard.partnerships.queries import arrangement as kept
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.route("/applications/<uuid:application_id>/arrangement", methods=["GET", "POST"])
@signed_in
def arrangement(application_id: UUID) -> ResponseReturnValue:
    """GET shows both beside what is kept now; POST keeps them, unless the partner was faster."""
    actor = current_actor()
    application = queries.one_of_pair(actor, application_id)
    pair = application.partnership
    newest, card = kept.newest_map(pair.id), kept.card(pair.id)
    form = KeepForm(
        data={"base": newest.number if newest else 0, "card": card.number if card else 0}
    )
    if form.validate_on_submit():
        service.keep_as_ours(actor, application, (form.base.data, form.card.data), now())
        flash(
            "Kept as your own map and usual week. The map before it stays in its history.", "good"
        )
        return redirect(url_for("partnerships.duty_map", partnership_id=pair.id))
    duties, week = service.arrangement_of(application)
    return render_template(
        "applications/arrangement.html",
        application=application,
        form=form,
        duties=duties.duties,
        week=week,
        newest=newest,
        card=card,
        a=first_name(pair.first, actor.user_id),
        b=first_name(pair.second, actor.user_id),
    )
