from __future__ import annotations

from uuid import UUID

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.core.images import PictureError
from jobboard.organisations import service
from jobboard.organisations.forms import LogoForm
from jobboard.organisations.queries import known
from jobboard.organisations.views.room import blueprint, mine, status
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import public, signed_in
from jobboard.web.headers import kept_for_ever

NOTHING_CHOSEN = "Choose a file first."


@blueprint.route("/organisations/<uuid:organisation_id>/logo", methods=["GET", "POST"])
@signed_in
@limits.pictures
def set_logo(organisation_id: UUID) -> ResponseReturnValue:
    """The file is drawn anew; one button takes the logo off."""
    organisation = mine(organisation_id, "organisation.edit")
    form = LogoForm()
    if form.validate_on_submit():
        try:
            if request.form.get("act") == "remove":
                service.remove_logo(current_actor(), organisation)
                flash("The logo is taken off.", "good")
            elif data := form.data_sent:
                picture = service.draw_logo(current_actor(), organisation, data)
                service.set_logo(current_actor(), organisation, picture, now())
                flash("The logo is set. Your page and your roles show it.", "good")
            else:
                raise PictureError(NOTHING_CHOSEN)
        except UserError as error:
            form.blame(error)
        else:
            return redirect(url_for("organisations.set_logo", organisation_id=organisation.id))
    page = render_template("organisations/logo.html", form=form, organisation=organisation)
    return page, status(form)


@blueprint.get("/employers/<uuid:organisation_id>/logo/<digest>.png")
@public
@kept_for_ever
def logo(organisation_id: UUID, digest: str) -> ResponseReturnValue:
    """A new logo has a new address."""
    png = known.logo_bytes(organisation_id, digest)
    if not png:
        abort(404)
    return Response(png, content_type="image/png")
