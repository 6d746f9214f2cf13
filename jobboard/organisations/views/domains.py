from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.organisations import service
from jobboard.organisations.domains import DomainSpentError
from jobboard.organisations.forms import DomainForm, PlainForm
from jobboard.organisations.queries import known
from jobboard.organisations.views.room import blueprint, mine, status
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import public, signed_in
from jobboard.web.headers import behind_a_secret_form


@blueprint.route("/organisations/<uuid:organisation_id>/domains/new", methods=["GET", "POST"])
@signed_in
@limits.invitations
def ask_domain(organisation_id: UUID) -> ResponseReturnValue:
    organisation = mine(organisation_id, "organisation.edit")
    form = DomainForm()
    if form.validate_on_submit():
        try:
            service.ask_domain(current_actor(), organisation, form.address.normal, now())
        except UserError as error:
            form.blame(error)
        else:
            flash(f"A link is on its way to {form.address.normal}.", "good")
            return redirect(url_for("organisations.show", organisation_id=organisation.id))
    page = render_template("organisations/domain.html", form=form, organisation=organisation)
    return page, status(form)


@blueprint.route(
    "/organisations/<uuid:organisation_id>/domains/<uuid:domain_id>/removal",
    methods=["GET", "POST"],
)
@signed_in
def remove_domain(organisation_id: UUID, domain_id: UUID) -> ResponseReturnValue:
    organisation = mine(organisation_id, "organisation.edit")
    row, form = known.domain_of(organisation, domain_id), PlainForm()
    if form.validate_on_submit():
        service.remove_domain(current_actor(), organisation, row)
        flash(f"{row.domain} is taken off.", "good")
        return redirect(url_for("organisations.show", organisation_id=organisation.id))
    return render_template(
        "organisations/remove_domain.html", form=form, organisation=organisation, row=row
    )


@blueprint.route("/domains/<token>", methods=["GET", "POST"])
@public
@behind_a_secret_form
@limits.token_page
def confirm_domain(token: str) -> ResponseReturnValue:
    """For whoever reads mail at the domain, with or without an account. Reading changes nothing."""
    row, form = known.domain_behind(token, now()), PlainForm()
    if row is None:
        return _spent()
    if not form.validate_on_submit():
        page = render_template("organisations/confirm_domain.html", form=form, row=row)
        return page, status(form)
    try:
        service.confirm_domain(current_actor(), token, now())
    except DomainSpentError:
        return _spent()
    return render_template("organisations/domain_confirmed.html", row=row)


def _spent() -> ResponseReturnValue:
    """Unknown, used and old: the same page."""
    return render_template("organisations/domain_spent.html", words=DomainSpentError.message), 410
