from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.partnerships import queries, service
from jobboard.partnerships.domain import COOL_OFF
from jobboard.partnerships.forms import ConfirmForm, InviteForm
from jobboard.partnerships.views.rooms import blueprint
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in

ON_ITS_WAY = "Your invitation to {} is on its way. The link in it works for 14 days."


@blueprint.get("/partnerships")
@signed_in
def index() -> ResponseReturnValue:
    """What exists, what waits for me, what I asked."""
    actor, at = current_actor(), now()
    return render_template(
        "partnerships/index.html",
        partnerships=queries.of_person(actor),
        received=queries.received_by(actor, at),
        sent=queries.sent_by(actor, declined_after=at - COOL_OFF),
        at=at,
        cool_off=COOL_OFF,
    )


@blueprint.route("/partnerships/invitations/new", methods=["GET", "POST"])
@signed_in
@limits.invitations
def invite() -> ResponseReturnValue:
    """The same answer for every address, known or not."""
    form = InviteForm()
    if not form.validate_on_submit():
        return _invite_page(form), 422 if form.is_submitted() else 200
    address = form.address.normal
    try:
        service.invite(current_actor(), address, form.message.data or "", now())
    except UserError as error:
        form.blame(error)
        return _invite_page(form), 422
    flash(ON_ITS_WAY.format(address), "good")
    return redirect(url_for("partnerships.index"))


def _invite_page(form: InviteForm) -> str:
    return render_template("partnerships/invite.html", form=form)


@blueprint.route(
    "/partnerships/invitations/<uuid:invitation_id>/resending", methods=["GET", "POST"]
)
@signed_in
@limits.invitations
def send_again(invitation_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    invitation = queries.invitation_sent_by(actor, invitation_id)
    form = ConfirmForm()
    if form.validate_on_submit():
        service.send_again(actor, invitation, now())
        flash(ON_ITS_WAY.format(invitation.address), "good")
        return redirect(url_for("partnerships.index"))
    return render_template("partnerships/send_again.html", form=form, invitation=invitation)


@blueprint.route(
    "/partnerships/invitations/<uuid:invitation_id>/cancellation", methods=["GET", "POST"]
)
@signed_in
def cancel_invitation(invitation_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    invitation = queries.invitation_sent_by(actor, invitation_id)
    form = ConfirmForm()
    if form.validate_on_submit():
        service.cancel_invitation(actor, invitation, now())
        flash(f"Your invitation to {invitation.address} is taken back. Its link is dead.", "good")
        return redirect(url_for("partnerships.index"))
    return render_template("partnerships/cancel.html", form=form, invitation=invitation)
