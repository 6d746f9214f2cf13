from __future__ import annotations

from uuid import UUID

from flask import current_app, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts import queries, service
from jobboard.accounts.domain import LinkSpentError, Purpose
from jobboard.accounts.forms import PlainForm, SignUpForm
from jobboard.accounts.views.room import blueprint, status
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import public
from jobboard.web.headers import behind_a_secret_form

SENT_TO = "sent_to"


@blueprint.route("/sign-up", methods=["GET", "POST"])
@public
@limits.sign_up
def sign_up() -> ResponseReturnValue:
    if current_actor().user_id is not None:
        return redirect(url_for("pages.home"))
    form = SignUpForm()
    if form.validate_on_submit():
        try:
            service.sign_up(
                form.name.data, form.password.data or "", form.address.normal,
                Purpose(form.purpose.data),
            )  # fmt: skip
        except UserError as error:
            form.blame(error)
        else:
            session[SENT_TO] = form.address.data
            return redirect(url_for("accounts.sign_up_sent"))
    return render_template("accounts/sign_up.html", form=form), status(form)


@blueprint.get("/sign-up/sent")
@public
def sign_up_sent() -> ResponseReturnValue:
    is_developer = current_app.config["PROFILE"] == "development"
    return render_template(
        "accounts/sign_up_sent.html", address=session.get(SENT_TO), is_developer=is_developer
    )


@blueprint.post("/sign-up/link")
@public
@limits.link_again
def send_link_again() -> ResponseReturnValue:
    """Reached from the sign-in page after the right password of an unconfirmed address."""
    waiting = session.pop(limits.WAITING, None)
    if waiting is not None:
        service.send_link_again(UUID(waiting))
    return redirect(url_for("accounts.sign_up_sent"))


@blueprint.route("/confirm/<token>", methods=["GET", "POST"])
@public
@behind_a_secret_form
@limits.token_page
def confirm_address(token: str) -> ResponseReturnValue:
    form = PlainForm()
    if form.validate_on_submit():
        try:
            service.confirm_address(token, now())
        except LinkSpentError:
            return link_spent()
        flash("Your address is confirmed. Sign in to go on.", "good")
        return redirect(url_for("accounts.sign_in"))
    row = queries.unverified_by_token(token, now())
    if row is None:
        return link_spent()
    return render_template("accounts/confirm_address.html", form=form, row=row)


def link_spent() -> ResponseReturnValue:
    """Unknown, used and expired: the same page."""
    return render_template("accounts/link_spent.html", words=LinkSpentError.message), 410
