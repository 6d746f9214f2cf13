from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts import queries as accounts
from jobboard.accounts.forms import InvitedForm
from jobboard.accounts.identity import let_in
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.organisations import queries, service
from jobboard.organisations.domain import (
    KIND_WORDS,
    InvitationSpentError,
    MemberKind,
    NotYourInvitationError,
)
from jobboard.organisations.forms import InviteForm, PlainForm
from jobboard.organisations.models import OrganisationInvitation
from jobboard.organisations.views.room import blueprint, mine, status
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import public, signed_in
from jobboard.web.headers import behind_a_secret_form

SENT = "An invitation is on its way to {}."
SENT_AGAIN = "A new invitation is on its way to {}. The earlier link no longer works."


@blueprint.route("/organisations/<uuid:organisation_id>/invitations/new", methods=["GET", "POST"])
@signed_in
@limits.invitations
def invite(organisation_id: UUID) -> ResponseReturnValue:
    organisation = mine(organisation_id, "organisation.invite")
    form = InviteForm()
    form.offer(organisation.standing_of(current_actor().user_id))
    if form.validate_on_submit():
        try:
            again = service.invite(
                current_actor(), organisation, form.address.normal, MemberKind(form.kind.data),
                now(),
            )  # fmt: skip
        except UserError as error:
            form.blame(error)
        else:
            flash((SENT_AGAIN if again else SENT).format(form.address.normal), "good")
            return redirect(url_for("organisations.show", organisation_id=organisation.id))
    page = render_template("organisations/invite.html", form=form, organisation=organisation)
    return page, status(form)


@blueprint.route(
    "/organisations/<uuid:organisation_id>/invitations/<uuid:invitation_id>/cancellation",
    methods=["GET", "POST"],
)
@signed_in
def cancel_invitation(organisation_id: UUID, invitation_id: UUID) -> ResponseReturnValue:
    organisation = mine(organisation_id, "organisation.invite")
    invitation = queries.invitation_of(organisation, invitation_id)
    form = PlainForm()
    if form.validate_on_submit():
        try:
            service.cancel_invitation(current_actor(), organisation, invitation, now())
        except InvitationSpentError:
            flash("That invitation was no longer open. Nothing was changed.", "info")
        else:
            flash("The invitation is taken back. Its link no longer works.", "good")
        return redirect(url_for("organisations.show", organisation_id=organisation.id))
    return render_template(
        "organisations/cancel_invitation.html", form=form, organisation=organisation,
        invitation=invitation,
    )  # fmt: skip


@blueprint.route("/invitations/organisation/<token>", methods=["GET", "POST"])
@public
@behind_a_secret_form
@limits.token_page
def accept(token: str) -> ResponseReturnValue:
    """Reading it changes nothing. Who may accept: whoever owns the invited address."""
    invitation = queries.invitation_by_token(token, now())
    if invitation is None:
        return _spent()
    if current_actor().user_id is None:
        return _as_newcomer(token, invitation)
    return _as_member(token, invitation)


def _as_member(token: str, invitation: OrganisationInvitation) -> ResponseReturnValue:
    actor, form = current_actor(), PlainForm()
    owner = accounts.verified_owner(invitation.address)
    if form.validate_on_submit():
        try:
            add_address = request.form.get("add_address") == "yes"
            organisation = service.accept(actor, token, now(), add_address)
        except InvitationSpentError:
            return _spent()
        except NotYourInvitationError as error:
            return _not_yours(form, invitation, owner is None, error.message)
        flash(f"You belong to {organisation.name} now.", "good")
        return redirect(url_for("organisations.show", organisation_id=organisation.id))
    if owner is None or owner.id != actor.user_id:
        return _not_yours(form, invitation, owner is None, NotYourInvitationError.message)
    return _page("accept", form, invitation), 200


def _as_newcomer(token: str, invitation: OrganisationInvitation) -> ResponseReturnValue:
    """Only the holder of the link sees whether the invited address has an account."""
    form = InvitedForm()
    has_account = accounts.verified_owner(invitation.address) is not None
    if form.validate_on_submit() and not has_account:
        try:
            user = service.accept_as_newcomer(
                token, form.name.data, form.password.data or "", now()
            )
        except InvitationSpentError:
            return _spent()
        except UserError as error:
            form.blame(error)
        else:
            let_in(user)
            flash(f"Welcome. You belong to {invitation.organisation.name} now.", "good")
            return redirect(
                url_for("organisations.show", organisation_id=invitation.organisation_id)
            )
    template = "accept_sign_in" if has_account else "accept_sign_up"
    return _page(template, form, invitation), status(form)


def _not_yours(
    form: PlainForm, invitation: OrganisationInvitation, is_free: bool, words: str
) -> ResponseReturnValue:
    return _page("not_yours", form, invitation, is_free=is_free, words=words), 403


def _spent() -> ResponseReturnValue:
    """Unknown, used, cancelled and expired: the same page."""
    page = render_template(
        "organisations/invitation_spent.html", words=InvitationSpentError.message
    )
    return page, 410


def _page(
    name: str, form: PlainForm | InvitedForm, invitation: OrganisationInvitation, **more: object
) -> str:
    return render_template(
        f"organisations/{name}.html", form=form, invitation=invitation,
        kind=KIND_WORDS[invitation.kind], **more,
    )  # fmt: skip
