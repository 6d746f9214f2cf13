"""How long, and where next: one's own page, and what both know of it."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.partnerships import queries, service
from jobboard.partnerships.forms import ConfirmForm
from jobboard.partnerships.forms.growing import HorizonForm
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.queries.outlook import outlook
from jobboard.partnerships.views.rooms import blueprint
from jobboard.web.actor import current_actor
from jobboard.web.forms import Form
from jobboard.web.guards import signed_in


@blueprint.route("/partnerships/<uuid:partnership_id>/horizon", methods=["GET", "POST"])
@signed_in
def horizon(partnership_id: UUID) -> ResponseReturnValue:
    pair = queries.one_of_member(current_actor(), partnership_id)
    form = HorizonForm.of(outlook(current_actor(), pair).mine)
    if not form.is_submitted():
        return _page("horizon", pair, form)
    if not form.validate():
        return _page("horizon", pair, form), 422
    try:
        service.set_horizon(
            current_actor(), pair, form.number, form.where_next.data or "", now()
        )  # fmt: skip
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return _page("horizon", pair, form), 422
    return _back(pair, "Kept, for your eyes only.")


@blueprint.route("/partnerships/<uuid:partnership_id>/horizon/sharing", methods=["GET", "POST"])
@signed_in
def show_horizon(partnership_id: UUID) -> ResponseReturnValue:
    """Show one's own, or keep it back again; both are read while both say so."""
    pair = queries.one_of_member(current_actor(), partnership_id)
    form = ConfirmForm()
    view = outlook(current_actor(), pair)
    if view.mine is None:
        return redirect(url_for("partnerships.horizon", partnership_id=pair.id))
    if not form.validate_on_submit():
        return _page("horizon_sharing", pair, form)
    service.show_horizon(current_actor(), pair, not view.i_am_ready, now())
    return _back(pair, "Kept back again." if view.i_am_ready else "You would show yours.")


def _page(name: str, pair: Partnership, form: Form) -> str:
    actor = current_actor()
    return render_template(
        f"partnerships/{name}.html",
        pair=pair,
        partner=pair.partner_of(actor.user_id),
        form=form,
        outlook=outlook(actor, pair),
    )


def _back(pair: Partnership, words: str) -> ResponseReturnValue:
    flash(words, "good")
    return redirect(url_for("partnerships.horizon", partnership_id=pair.id))
