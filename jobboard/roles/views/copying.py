"""A new draft from a role, or from what the organisation keeps to start roles from."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.core.policy import require
from jobboard.roles import queries, service
from jobboard.roles.employers import NotAClientError
from jobboard.roles.forms import SeenForm
from jobboard.roles.forms.dates import TemplateForm
from jobboard.roles.models import Role, RoleTemplate
from jobboard.roles.queries.doors import employers_of
from jobboard.roles.views.room import blueprint
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.route("/roles/<uuid:role_id>/copy", methods=["GET", "POST"])
@signed_in
def copy(role_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    role = queries.one_of_member(actor, role_id)
    require(actor, "role.copy", role)
    form = SeenForm()
    if request.method == "GET" or not form.validate():
        return render_template("roles/copy.html", role=role, form=form)
    return _begun(service.copy(actor, role, now()))


def _begun(draft: Role) -> ResponseReturnValue:
    flash("This is a new draft. It says the same, without dates.", "good")
    return redirect(url_for("roles.edit", role_id=draft.id))


@blueprint.route("/roles/<uuid:role_id>/template", methods=["GET", "POST"])
@signed_in
def template(role_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    role = queries.one_of_member(actor, role_id)
    require(actor, "role.keep_template", role)
    form = TemplateForm(name=role.title[:80])
    if request.method == "POST" and form.validate():
        try:
            kept = service.keep_template(actor, role, form.name.data or "", now())
        except UserError as error:
            form.blame(error)
        else:
            flash(f"Kept as “{kept.name}”. Colleagues can start a role from it.", "good")
            return redirect(url_for("roles.templates"))
    names = [each.name for each in queries.templates_of([role.desk_of(actor.user_id).id])]
    page = render_template("roles/template.html", role=role, form=form, names=names)
    return page, 422 if request.method == "POST" else 200


@blueprint.get("/roles/templates")
@signed_in
def templates() -> ResponseReturnValue:
    mine = queries.organisations_of(current_actor())
    kept = queries.templates_of([each.id for each in mine])
    clients = [each for each in employers_of(current_actor()) if each.agency]
    return render_template("roles/templates.html", templates=kept, form=SeenForm(), clients=clients)


@blueprint.post("/roles/templates/<uuid:template_id>/start")
@signed_in
def template_start(template_id: UUID) -> ResponseReturnValue:
    row, wanted = _mine(template_id), request.form.get("employer", "")
    known = [each for each in employers_of(current_actor()) if each.desk is row.organisation]
    chosen = next((each for each in known if each.id == wanted), None)
    if wanted and chosen is None:
        flash(NotAClientError.message, "bad")
        return redirect(url_for("roles.templates"))
    client = chosen.organisation if chosen and chosen.agency else None
    return _begun(service.start_from(current_actor(), row, now(), client))


@blueprint.route("/roles/templates/<uuid:template_id>/removal", methods=["GET", "POST"])
@signed_in
def template_removal(template_id: UUID) -> ResponseReturnValue:
    row, form = _mine(template_id), SeenForm()
    if request.method == "GET" or not form.validate():
        return render_template("roles/template_removal.html", template=row, form=form)
    service.drop_template(current_actor(), row)
    flash("The template is gone. Roles that began from it stay.", "good")
    return redirect(url_for("roles.templates"))


def _mine(template_id: UUID) -> RoleTemplate:
    row = queries.template_of_member(current_actor(), template_id)
    require(current_actor(), "role.create", row.organisation)
    return row
