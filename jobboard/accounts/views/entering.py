from __future__ import annotations

from flask import current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, logout_user

from jobboard.accounts import queries, service
from jobboard.accounts.domain import UnconfirmedError
from jobboard.accounts.forms import ConfirmPasswordForm, SignInForm
from jobboard.accounts.identity import agent, remember
from jobboard.accounts.models import EmailAddress
from jobboard.accounts.views.joining import SENT_TO
from jobboard.accounts.views.room import blueprint, myself, status
from jobboard.core.errors import UserError
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import public, signed_in
from jobboard.web.redirects import safe_path

DEMO_PASSWORD = "twofold-demo"
DEMO_PEOPLE = {
    "employer@demo.twofold.test": "runs an organisation and its roles",
    "recruiter@demo.twofold.test": "reads and compares applications",
    "nadia@demo.twofold.test": "applies with Helen",
    "helen@demo.twofold.test": "applies with Nadia",
}


@blueprint.route("/sign-in", methods=["GET", "POST"])
@public
@limits.sign_in
def sign_in() -> ResponseReturnValue:
    form = SignInForm()
    wanted = safe_path(form.next.data or request.args.get("next"))
    if current_actor().user_id is not None and not form.is_submitted():
        return redirect(wanted)
    if form.validate_on_submit():
        try:
            token = service.sign_in(form.spelling, form.password.data, agent(), limits.network())
        except UnconfirmedError as error:
            return _unconfirmed(form, error)
        except UserError as error:
            form.blame(error)
        else:
            remember(token)
            return redirect(wanted)
    form.next.data = wanted
    page = render_template(
        "accounts/sign_in.html", form=form, demo=_demo_people(), demo_password=DEMO_PASSWORD
    )
    return page, status(form)


def _unconfirmed(form: SignInForm, error: UnconfirmedError) -> ResponseReturnValue:
    session[limits.WAITING] = str(error.address_id)
    session[SENT_TO] = form.address.data
    return render_template("accounts/unconfirmed.html", words=error.message), 403


def _demo_people() -> list[tuple[EmailAddress, str]]:
    """One button each, never in production, and only for demo people that exist."""
    config = current_app.config
    if not config["DEVELOPER_PAGES"] or config["PROFILE"] not in {"development", "testing"}:
        return []
    found = {row.address: row for row in queries.demo_people(list(DEMO_PEOPLE))}
    return [(found[who], words) for who, words in DEMO_PEOPLE.items() if who in found]


@blueprint.post("/sign-out")
@public
def sign_out() -> ResponseReturnValue:
    if current_actor().user_id is not None:
        service.end_session(current_user.token)
        logout_user()
    session.clear()
    flash("You are signed out.", "good")
    return redirect(url_for("pages.home"))


@blueprint.route("/password/confirm", methods=["GET", "POST"])
@signed_in
@limits.confirm_password
def confirm_password() -> ResponseReturnValue:
    """Asked before anything that speaks for somebody; then back to the page they came from."""
    form = ConfirmPasswordForm()
    wanted = safe_path(form.next.data or request.args.get("next"))
    if form.validate_on_submit():
        try:
            service.authenticate_again(
                current_actor(), myself(), current_user.token, form.password.data
            )
        except UserError as error:
            form.blame(error)
        else:
            return redirect(wanted)
    form.next.data = wanted
    page = render_template("accounts/confirm_password.html", form=form, address=myself().address)
    return page, status(form)
