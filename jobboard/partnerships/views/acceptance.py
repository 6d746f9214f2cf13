"""The page behind the mailed link. Reading it changes nothing; mail scanners read it too."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts import passwords
from jobboard.accounts.domain import check_name
from jobboard.accounts.forms import InvitedForm
from jobboard.accounts.identity import let_in
from jobboard.accounts.naming import first_name
from jobboard.accounts.service import hash_password
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.partnerships import queries, service
from jobboard.partnerships.domain import InvitationSpentError, NotYourInvitationError, Standing
from jobboard.partnerships.forms import ConfirmForm
from jobboard.partnerships.models import Partnership, PartnershipInvitation
from jobboard.partnerships.views.rooms import blueprint
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.forms import Form
from jobboard.web.guards import public
from jobboard.web.headers import behind_a_secret_form


@blueprint.route("/invitations/partnership/<token>", methods=["GET", "POST"])
@public
@behind_a_secret_form
@limits.token_page
def accept(token: str) -> ResponseReturnValue:
    """Who invites, and the two answers, for whoever holds the link."""
    invitation = queries.invitation_behind(token)
    if invitation is None or not invitation.is_open(now()):
        return _spent()
    standing = queries.standing(current_actor(), invitation)
    if standing in (Standing.INVITER, Standing.FOREIGN):
        return _not_yours(invitation, standing)
    form = InvitedForm() if standing is Standing.NEWCOMER else ConfirmForm()
    if not form.is_submitted():
        return _page(form, invitation, standing)
    try:
        return _answer(form, invitation, standing)
    except InvitationSpentError:
        return _spent()
    except NotYourInvitationError:
        return _not_yours(invitation, Standing.FOREIGN)


def _answer(
    form: Form, invitation: PartnershipInvitation, standing: Standing
) -> ResponseReturnValue:
    if request.form.get("answer") in ("decline", "block"):
        return _decline(invitation)
    if standing is Standing.KNOWN:
        return redirect(url_for("accounts.sign_in", next=request.path))
    if isinstance(form, InvitedForm):
        return _join(form, invitation)
    if not form.validate():
        return _page(form, invitation, standing), 422
    verb = service.accept if standing is Standing.OWNER else service.accept_adding_address
    return _welcome(verb(current_actor(), invitation, now()), invitation)


def _join(form: InvitedForm, invitation: PartnershipInvitation) -> ResponseReturnValue:
    if not _is_good(form, invitation.address):
        return _page(form, invitation, Standing.NEWCOMER), 422
    hashed = hash_password(form.password.data or "")
    newcomer, partnership = service.accept_signing_up(
        invitation, form.name.data or "", hashed, now()
    )
    let_in(newcomer)
    return _welcome(partnership, invitation)


def _is_good(form: InvitedForm, address: str) -> bool:
    """Shape, name and password together, so that everything wrong is said at once."""
    is_good = bool(form.validate())
    name, password = form.name.data or "", form.password.data or ""
    checks = (
        (form.name, partial(check_name, name)),
        (form.password, partial(passwords.check, password, name, address)),
    )
    for field, check in checks:
        if field.errors:
            continue
        try:
            check()
        except UserError as error:
            form.blame(error)
            is_good = False
    return is_good


def _decline(invitation: PartnershipInvitation) -> ResponseReturnValue:
    verb = service.decline_and_block if request.form.get("answer") == "block" else service.decline
    verb(current_actor(), invitation, now())
    return render_template("partnerships/declined.html", invitation=invitation)


def _welcome(partnership: Partnership, invitation: PartnershipInvitation) -> ResponseReturnValue:
    name = first_name(invitation.inviter, current_actor().user_id)
    if partnership.is_formed:
        flash(f"You and {name} are a pair already. Nothing has changed.")
    else:
        flash(f"You and {name} are connected. Next, you both confirm.", "good")
    return redirect(url_for("partnerships.show", partnership_id=partnership.id))


def _page(form: Form, invitation: PartnershipInvitation, standing: Standing) -> str:
    return render_template(
        "partnerships/accept.html", form=form, invitation=invitation, standing=standing.value
    )


def _spent() -> ResponseReturnValue:
    """Unknown, expired, used, taken back: the same words and the same status."""
    return render_template("partnerships/spent.html", words=InvitationSpentError.message), 410


def _not_yours(invitation: PartnershipInvitation, standing: Standing) -> ResponseReturnValue:
    return render_template(
        "partnerships/not_yours.html",
        invitation=invitation,
        standing=standing.value,
        words=NotYourInvitationError.message,
        form=ConfirmForm(),
    ), 403  # fmt: skip
