from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.organisations import queries, service
from jobboard.organisations.domain import KIND_LABELS, EditedMeanwhileError
from jobboard.organisations.forms import OrganisationForm
from jobboard.organisations.queries import known, ties
from jobboard.organisations.views.room import blueprint, mine, status
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.get("/organisations")
@signed_in
def index() -> ResponseReturnValue:
    return render_template(
        "organisations/index.html",
        organisations=queries.of_member(current_actor()),
        labels=KIND_LABELS,
    )


@blueprint.route("/organisations/new", methods=["GET", "POST"])
@signed_in
def new() -> ResponseReturnValue:
    form = OrganisationForm()
    if form.validate_on_submit():
        try:
            organisation = service.create(
                current_actor(), form.name.data, form.about.data, form.website.data, now(),
                form.promise.data, form.is_agency.data,
            )  # fmt: skip
        except UserError as error:
            form.blame(error)
        else:
            flash(f"{organisation.name} is here. Invite a colleague, or write a role.", "good")
            return redirect(url_for("organisations.show", organisation_id=organisation.id))
    return render_template("organisations/new.html", form=form), status(form)


@blueprint.get("/organisations/<uuid:organisation_id>")
@signed_in
def show(organisation_id: UUID) -> ResponseReturnValue:
    organisation = mine(organisation_id)
    return render_template(
        "organisations/show.html",
        organisation=organisation,
        invitations=queries.open_invitations(organisation.id, now()),
        domains=known.domains(organisation.id),
        ties=ties.of_organisation(organisation.id),
        labels=KIND_LABELS,
    )


@blueprint.route("/organisations/<uuid:organisation_id>/edit", methods=["GET", "POST"])
@signed_in
def edit(organisation_id: UUID) -> ResponseReturnValue:
    organisation = mine(organisation_id, "organisation.edit")
    form = OrganisationForm(obj=organisation)
    if not form.is_submitted():
        form.base.data = organisation.lock_version
    code, is_stale = status(form), False
    if form.validate_on_submit():
        try:
            service.edit(
                current_actor(), organisation, form.name.data, form.about.data,
                form.website.data, form.base.data, form.promise.data, form.is_agency.data,
            )  # fmt: skip
        except UserError as error:
            form.blame(error)
            if isinstance(error, EditedMeanwhileError):
                code, is_stale = 409, True
                form.base.data = organisation.lock_version
        else:
            flash("What you wrote about the organisation is saved.", "good")
            return redirect(url_for("organisations.show", organisation_id=organisation.id))
    page = render_template(
        "organisations/edit.html", form=form, organisation=organisation, is_stale=is_stale
    )
    return page, code
