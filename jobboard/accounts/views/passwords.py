from __future__ import annotations

from flask import flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import logout_user

from jobboard.accounts import queries, service
from jobboard.accounts.domain import LinkSpentError
from jobboard.accounts.forms import ForgotForm, NewPasswordForm
from jobboard.accounts.views.joining import link_spent
from jobboard.accounts.views.room import blueprint, status
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.web import limits
from jobboard.web.guards import public
from jobboard.web.headers import behind_a_secret_form


@blueprint.route("/password/forgot", methods=["GET", "POST"])
@public
@limits.reset
def forgot_password() -> ResponseReturnValue:
    """The same answer for everybody; only the mail knows."""
    form = ForgotForm()
    if form.validate_on_submit():
        service.ask_for_reset(form.address.normal)
        return redirect(url_for("accounts.reset_sent"))
    return render_template("accounts/forgot_password.html", form=form), status(form)


@blueprint.get("/password/forgot/sent")
@public
def reset_sent() -> ResponseReturnValue:
    return render_template("accounts/reset_sent.html")


@blueprint.route("/password/reset/<token>", methods=["GET", "POST"])
@public
@behind_a_secret_form
@limits.token_page
def reset_password(token: str) -> ResponseReturnValue:
    form = NewPasswordForm()
    reset = queries.live_reset(token, now())
    if reset is None:
        return link_spent()
    if form.validate_on_submit():
        try:
            service.reset_password(token, form.password.data or "", now())
        except LinkSpentError:
            return link_spent()
        except UserError as error:
            form.blame(error)
        else:
            logout_user()
            session.clear()
            flash(
                "Your new password is set and every browser is signed out. Sign in with it.",
                "good",
            )
            return redirect(url_for("accounts.sign_in"))
    page = render_template("accounts/reset_password.html", form=form, user=reset.user)
    return page, status(form)
