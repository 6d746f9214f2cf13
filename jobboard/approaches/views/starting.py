"""Whom a pair writes to: what is possible is said before anything is written."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import display_name
from jobboard.approaches import queries, service
from jobboard.approaches.forms import StartForm
from jobboard.approaches.views.room import blueprint, status, to
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.organisations.domain import STAFF
from jobboard.organisations.models import Organisation
from jobboard.partnerships import queries as partnerships
from jobboard.planning.grid import WORKING_WEEK
from jobboard.planning.split_plan import SplitPlan
from jobboard.roles.models import Role
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.route("/organisations/<uuid:organisation_id>/approaches/new", methods=["GET", "POST"])
@signed_in
@limits.approaches
def new(organisation_id: UUID) -> ResponseReturnValue:
    """`?role=` names an advert of theirs that says nothing about sharing."""
    actor, organisation = current_actor(), queries.addressee(organisation_id)
    role = _advert(organisation)
    pairs = list(partnerships.formed_of_person(actor))
    form = StartForm()
    form.offer([(pair, f"With {display_name(pair.partner_of(actor.user_id))}") for pair in pairs])
    readers = any(each.kind in STAFF for each in organisation.memberships)
    is_own = organisation.has_member(actor.user_id)
    if readers and pairs and not is_own and form.validate_on_submit():
        pair = next(each for each in pairs if str(each.id) == form.partnership.data)
        week = SplitPlan.empty(WORKING_WEEK).to_text()
        try:
            approach = service.start(actor, pair, organisation, role, week, now())
        except UserError as error:
            form.blame(error)
        else:
            flash("A draft for you both. Nothing is sent before you have both signed.", "good")
            return redirect(to("edit", approach))
    page = {"organisation": organisation, "role": role, "pairs": pairs, "form": form}
    drawn = render_template("approaches/new.html", **page, readers=readers, is_own=is_own)
    return drawn, status(form)


def _advert(organisation: Organisation) -> Role | None:
    wanted = request.args.get("role", "")
    if not wanted:
        return None
    try:
        return queries.advert(organisation.id, UUID(wanted))
    except ValueError:
        abort(404)
