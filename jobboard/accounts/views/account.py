from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, logout_user

from jobboard.accounts import queries, service
from jobboard.accounts.domain import device_words
from jobboard.accounts.forms import ChangePasswordForm, NameForm, PlainForm
from jobboard.accounts.models import User
from jobboard.accounts.views.room import blueprint, myself
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.core.tokens import digest
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.get("/account")
@signed_in
def account() -> ResponseReturnValue:
    return _page(myself())


@blueprint.post("/account/name")
@signed_in
def rename() -> ResponseReturnValue:
    user = myself()
    form = NameForm()
    if form.validate_on_submit():
        try:
            service.rename(current_actor(), user, form.name.data)
        except UserError as error:
            form.blame(error)
        else:
            flash("Your name is saved.", "good")
            return redirect(url_for("accounts.account"))
    return _page(user, name_form=form), 422


@blueprint.post("/account/password")
@signed_in
@limits.confirm_password
def change_password() -> ResponseReturnValue:
    user = myself()
    form = ChangePasswordForm()
    if form.validate_on_submit():
        try:
            service.change_password(
                current_actor(), user, form.old_password.data, form.password.data or "",
                current_user.token,
            )  # fmt: skip
        except UserError as error:
            form.blame(error)
        else:
            flash("Your password is changed. Every other browser is signed out.", "good")
            return redirect(url_for("accounts.account"))
    return _page(user, password_form=form), 422


@blueprint.post("/account/sessions/<uuid:session_id>/ending")
@signed_in
def end_session(session_id: UUID) -> ResponseReturnValue:
    if PlainForm().validate_on_submit():
        service.end_one_session(current_actor(), myself(), session_id)
        flash("That browser is signed out.", "good")
    return redirect(url_for("accounts.account"))


@blueprint.post("/account/sessions/others/ending")
@signed_in
def end_other_sessions() -> ResponseReturnValue:
    if PlainForm().validate_on_submit():
        service.end_all_sessions(myself(), current_user.token)
        flash("Every other browser is signed out.", "good")
    return redirect(url_for("accounts.account"))


@blueprint.post("/account/sessions/ending")
@signed_in
def end_all_sessions() -> ResponseReturnValue:
    if PlainForm().validate_on_submit():
        service.end_all_sessions(myself())
        logout_user()
        session.clear()
        flash("You are signed out everywhere.", "good")
    return redirect(url_for("accounts.sign_in"))


def _page(
    user: User, name_form: NameForm | None = None, password_form: ChangePasswordForm | None = None
) -> str:
    """One page of several forms; the one with errors comes back as it was typed."""
    return render_template(
        "accounts/account.html",
        user=user,
        name_form=name_form or NameForm(formdata=None, obj=user),
        password_form=password_form or ChangePasswordForm(formdata=None),
        plain=PlainForm(formdata=None),
        form=name_form or password_form,
        sessions=[
            (row, device_words(row.agent), row.token_hash == digest(current_user.token))
            for row in queries.sessions_of(user.id, now())
        ],
    )
