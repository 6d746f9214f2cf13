"""Manager is job-share ready: who manages the role, what they confirm, and the link they get."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.core.policy import may, require
from jobboard.roles import queries, service
from jobboard.roles.forms.manager import ChecklistForm, ManagerForm, SendForm, WordForm
from jobboard.roles.manager import (
    STANDING_WORDS,
    STATEMENTS,
    ManagerChangedError,
    ManagerLinkSpentError,
)
from jobboard.roles.models import ManagerCheck, Role
from jobboard.roles.queries import managers
from jobboard.roles.views.room import blueprint
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.forms import Form
from jobboard.web.guards import public, signed_in
from jobboard.web.headers import behind_a_secret_form


@blueprint.route("/roles/<uuid:role_id>/manager", methods=["GET", "POST"])
@signed_in
def manager(role_id: UUID) -> ResponseReturnValue:
    """Where it stands, for every member; POST says who manages the role."""
    role = queries.one_of_member(current_actor(), role_id)
    form = ManagerForm.opened(managers.of_role(role_id))
    if request.method == "GET":
        return _page(role, form)
    require(current_actor(), "role.edit", role)
    if not form.validate():
        return _page(role, form), 422
    name, title = form.name.data or "", form.title.data or ""
    try:
        service.name_manager(current_actor(), role, name, title, form.lock_version.data, now())
    except ManagerChangedError as error:
        return _overtaken_name(role, form, error)
    flash("Saved. Another name or job title begins the list anew.", "good")
    return _back(role)


def _page(role: Role, form: ManagerForm, rows: list[tuple[str, str, str]] | None = None) -> str:
    check, at = managers.of_role(role.id), now()
    return render_template(
        "roles/manager.html",
        role=role,
        form=form,
        check=check,
        standing=check.standing(at) if check else None,
        words=STANDING_WORDS,
        ask=managers.open_ask(check, at) if check else None,
        may_edit=may(current_actor(), "role.edit", role),
        rows=rows or [],
    )


def _overtaken_name(role: Role, form: ManagerForm, error: UserError) -> ResponseReturnValue:
    row = managers.of_role(role.id)
    saved = (row.name, row.title) if row else ("", "")
    typed = (form.name.data or "", form.title.data or "")
    labels = ("Name of the line manager", "Their job title")
    form.lock_version.data = row.lock_version if row else 0
    form.blame(error)
    return _page(role, form, list(zip(labels, saved, typed, strict=True))), 409


@blueprint.route("/roles/<uuid:role_id>/manager/checklist", methods=["GET", "POST"])
@signed_in
def manager_checklist(role_id: UUID) -> ResponseReturnValue:
    """A colleague ticks for the manager."""
    role = _editable(role_id)
    check = managers.of_role(role_id)
    if check is None or check.was_said_in_person:
        return _back(role)
    form = ChecklistForm.opened(check)
    if not form.validate_on_submit():
        page = render_template(
            "roles/manager_checklist.html", role=role, check=check, form=form, statements=STATEMENTS
        )
        return page, 422 if form.is_submitted() else 200
    try:
        service.tick(current_actor(), role, form.ticks(), form.lock_version.data, now())
    except ConflictError as error:
        return _overtaken_ticks(role, form, error)
    flash("Saved. The advert shows it once every statement that counts is ticked.", "good")
    return _back(role)


def _overtaken_ticks(role: Role, form: ChecklistForm, error: UserError) -> ResponseReturnValue:
    row = managers.of_role(role.id)
    saved, typed = (row.confirmed if row else []), form.ticks()
    said = ("Not ticked", "Ticked")
    rows = [
        (one.text, said[one.key in saved], said[one.key in typed])
        for one in STATEMENTS
        if (one.key in saved) != (one.key in typed)
    ]
    form.lock_version.data = row.lock_version if row else 0
    form.blame(error)
    page = render_template(
        "roles/manager_checklist.html",
        role=role,
        check=row,
        form=form,
        statements=STATEMENTS,
        rows=rows,
    )
    return page, 409


@blueprint.route("/roles/<uuid:role_id>/manager/ask", methods=["GET", "POST"])
@signed_in
@limits.invitations
def manager_ask(role_id: UUID) -> ResponseReturnValue:
    """Send the list to the manager, or the same link again."""
    role = _editable(role_id)
    check = managers.of_role(role_id)
    if check is None:
        return _back(role)
    ask, form = managers.open_ask(check, now()), SendForm()
    if ask and not form.is_submitted():
        form.address.data = ask.address
    if not form.validate_on_submit():
        return _sending(role, check, form), 422 if form.is_submitted() else 200
    try:
        service.ask_manager(current_actor(), role, form.address.normal, now())
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return _sending(role, check, form), 422
    flash(f"A mail to {form.address.normal} is on its way. Its link works for 14 days.", "good")
    return _back(role)


def _sending(role: Role, check: ManagerCheck, form: SendForm) -> str:
    return render_template("roles/manager_ask.html", role=role, check=check, form=form)


@blueprint.route("/roles/<uuid:role_id>/manager/ask/cancellation", methods=["GET", "POST"])
@signed_in
def manager_unask(role_id: UUID) -> ResponseReturnValue:
    role, form = _editable(role_id), Form()
    check = managers.of_role(role_id)
    ask = managers.open_ask(check, now()) if check else None
    if ask is None:
        return _back(role)
    if not form.validate_on_submit():
        return render_template("roles/manager_unask.html", role=role, ask=ask, form=form)
    service.unask_manager(current_actor(), role, now())
    flash("Taken back. The link opens nothing any more.", "good")
    return _back(role)


@blueprint.route("/roles/<uuid:role_id>/manager/withdrawal", methods=["GET", "POST"])
@signed_in
def manager_withdrawal(role_id: UUID) -> ResponseReturnValue:
    role, form = _editable(role_id), Form()
    check = managers.of_role(role_id)
    if check is None or check.said_at is None or check.taken_back_at is not None:
        return _back(role)
    if not form.validate_on_submit():
        return render_template("roles/manager_withdrawal.html", role=role, check=check, form=form)
    service.take_back_ready(current_actor(), role, now())
    flash("Taken back. The advert does not show it any more.", "good")
    return _back(role)


@blueprint.route("/job-share-ready/<token>", methods=["GET", "POST"])
@public
@behind_a_secret_form
@limits.token_page
def manager_word(token: str) -> ResponseReturnValue:
    """The list, for whoever holds the link. Reading changes nothing."""
    found = managers.behind(token, now())
    if found is None:
        return _spent()
    (ask, role), form = found, WordForm()
    if not form.validate_on_submit():
        page = render_template(
            "roles/manager_word.html", role=role, ask=ask, form=form, statements=STATEMENTS
        )
        return page, 422 if form.is_submitted() else 200
    try:
        service.answer_as_manager(ask, role, form.ticks(), now())
    except ManagerLinkSpentError:
        return _spent()
    return render_template("roles/manager_thanks.html", role=role, check=ask.check)


def _spent() -> ResponseReturnValue:
    words = ManagerLinkSpentError.message
    return render_template("partnerships/link_spent.html", words=words), 410


def _editable(role_id: UUID) -> Role:
    role = queries.one_of_member(current_actor(), role_id)
    require(current_actor(), "role.edit", role)
    return role


def _back(role: Role) -> ResponseReturnValue:
    return redirect(url_for("roles.manager", role_id=role.id), 303)
