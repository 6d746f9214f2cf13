"""Block a partner or a former one, and take that back: each a page first, then a POST."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.core.clock import now
from jobboard.partnerships import queries, service
from jobboard.partnerships.forms import ConfirmForm
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.queries.blocking import block_of
from jobboard.partnerships.views.rooms import blueprint
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.route("/partnerships/<uuid:partnership_id>/blocking", methods=["GET", "POST"])
@signed_in
def block(partnership_id: UUID) -> ResponseReturnValue:
    """Either of the two, in any state of the pair; the other one is not told of it."""
    pair, form = queries.one_of_member(current_actor(), partnership_id), ConfirmForm()
    if form.validate_on_submit():
        service.block(current_actor(), pair, now())
        return _done(pair, "You have blocked {name}. You can take that back on this page.")
    return _page(pair, form, is_blocked=False)


@blueprint.route("/partnerships/<uuid:partnership_id>/unblocking", methods=["GET", "POST"])
@signed_in
def unblock(partnership_id: UUID) -> ResponseReturnValue:
    pair, form = queries.one_of_member(current_actor(), partnership_id), ConfirmForm()
    if form.validate_on_submit():
        service.unblock(current_actor(), pair)
        return _done(pair, "{name} is no longer blocked.")
    return _page(pair, form, is_blocked=True)


def _done(pair: Partnership, words: str) -> ResponseReturnValue:
    viewer = current_actor().user_id
    flash(words.format(name=first_name(pair.partner_of(viewer), viewer)), "good")
    return redirect(url_for("partnerships.show", partnership_id=pair.id))


def _page(pair: Partnership, form: ConfirmForm, is_blocked: bool) -> ResponseReturnValue:
    """`is_blocked`: the page is for whoever has blocked; others are led to the pair's own."""
    viewer = current_actor().user_id
    partner = pair.partner_of(viewer)
    if (block_of(viewer, partner.id) is not None) is not is_blocked:
        return redirect(url_for("partnerships.show", partnership_id=pair.id))
    words = {"pair": pair, "partner": partner, "is_blocked": is_blocked}
    page = render_template("partnerships/blocking.html", form=form, **words)
    return page, 422 if form.is_submitted() else 200
