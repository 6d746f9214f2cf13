from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import display_name
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.organisations import queries, service
from jobboard.organisations.domain import KIND_LABELS, MemberKind
from jobboard.organisations.forms import KindForm, PlainForm
from jobboard.organisations.models import Membership, Organisation
from jobboard.organisations.views.room import blueprint, mine, status
from jobboard.web.actor import current_actor
from jobboard.web.forms import Form
from jobboard.web.guards import signed_in

MEMBER = "/organisations/<uuid:organisation_id>/members/<uuid:membership_id>"


@blueprint.route(f"{MEMBER}/removal", methods=["GET", "POST"])
@signed_in
def remove_member(organisation_id: UUID, membership_id: UUID) -> ResponseReturnValue:
    organisation = mine(organisation_id, "organisation.remove_member")
    membership = queries.membership_of(organisation, membership_id)
    form = PlainForm()
    if form.validate_on_submit():
        try:
            service.remove_member(current_actor(), organisation, membership, now())
        except UserError as error:
            form.blame(error)
        else:
            name = display_name(membership.user, current_actor().user_id)
            flash(f"{name} no longer belongs to {organisation.name}.", "good")
            return _after(organisation)
    return _page("remove_member", form, organisation, membership)


@blueprint.route(f"{MEMBER}/kind", methods=["GET", "POST"])
@signed_in
def change_kind(organisation_id: UUID, membership_id: UUID) -> ResponseReturnValue:
    organisation = mine(organisation_id, "organisation.change_kind")
    membership = queries.membership_of(organisation, membership_id)
    form = KindForm(obj=membership)
    if form.validate_on_submit():
        try:
            service.change_kind(
                current_actor(), organisation, membership, MemberKind(form.kind.data), now()
            )
        except UserError as error:
            form.blame(error)
        else:
            name = display_name(membership.user, current_actor().user_id)
            flash(f"{name} is {KIND_LABELS[membership.kind].lower()} now.", "good")
            return _after(organisation)
    return _page("change_kind", form, organisation, membership)


@blueprint.route("/organisations/<uuid:organisation_id>/leaving", methods=["GET", "POST"])
@signed_in
def leave(organisation_id: UUID) -> ResponseReturnValue:
    organisation = mine(organisation_id, "organisation.leave")
    form = PlainForm()
    if form.validate_on_submit():
        try:
            service.leave(current_actor(), organisation, now())
        except UserError as error:
            form.blame(error)
        else:
            flash(f"You no longer belong to {organisation.name}.", "good")
            return redirect(url_for("organisations.index"))
    return _page("leave", form, organisation, None)


def _after(organisation: Organisation) -> ResponseReturnValue:
    """Whoever removed or demoted themselves may no longer look."""
    if organisation.has_member(current_actor().user_id):
        return redirect(url_for("organisations.show", organisation_id=organisation.id))
    return redirect(url_for("organisations.index"))


def _page(
    name: str, form: Form, organisation: Organisation, membership: Membership | None
) -> ResponseReturnValue:
    page = render_template(
        f"organisations/{name}.html", form=form, organisation=organisation, membership=membership
    )
    return page, status(form)
