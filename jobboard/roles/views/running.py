"""A public role stays open longer, opens again, or is withdrawn: a form each, and who is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.core.policy import Actor, require
from jobboard.roles import queries, service
from jobboard.roles.closing import ZONES
from jobboard.roles.domain import LIFECYCLE
from jobboard.roles.forms.dates import CancellationForm, ClosingForm
from jobboard.roles.models import Role
from jobboard.roles.views.room import blueprint, settled
from jobboard.web.actor import current_actor
from jobboard.web.filters import instant
from jobboard.web.guards import signed_in


@dataclass(frozen=True)
class NewClosing:
    """One of two ways to a new closing time. `{}` in `done` is the instant with its zone."""

    rule: str
    may_start: Callable[[Role, datetime], bool]
    verb: Callable[[Actor, Role, datetime, datetime], None]
    heading: str
    words: str
    button: str
    done: str


def _has_ended(role: Role, at: datetime) -> bool:
    return LIFECYCLE.allows("relist", role.status) and role.has_closed(at)


EXTENSION = NewClosing(
    "role.extend",
    Role.runs,
    service.extend,
    "Keep it open longer",
    "Everybody who applied or is writing is told of the new time. It can only move to later.",
    "Extend it",
    "It stays open until {}. Everybody who applies is told.",
)
RELISTING = NewClosing(
    "role.relist",
    _has_ended,
    service.relist,
    "Open it again",
    "Pairs can apply again until the new time. Applications you have are kept, and those who wrote"
    " them are told.",
    "Open it again",
    "It is open again until {}.",
)


@blueprint.route("/roles/<uuid:role_id>/extension", methods=["GET", "POST"])
@signed_in
def extension(role_id: UUID) -> ResponseReturnValue:
    return _new_closing(role_id, EXTENSION)


@blueprint.route("/roles/<uuid:role_id>/relisting", methods=["GET", "POST"])
@signed_in
def relisting(role_id: UUID) -> ResponseReturnValue:
    return _new_closing(role_id, RELISTING)


def _new_closing(role_id: UUID, asked: NewClosing) -> ResponseReturnValue:
    actor, at = current_actor(), now()
    role = queries.one_of_member(actor, role_id)
    require(actor, asked.rule, role)
    if not asked.may_start(role, at):
        return settled(role)
    form = ClosingForm.opened(role)
    if request.method == "POST" and form.validate():
        try:
            asked.verb(actor, role, form.instant, at)
        except UserError as error:
            form.blame(error)
        else:
            flash(asked.done.format(instant(form.instant, role.closes_zone)), "good")
            return redirect(url_for("roles.mine"))
    zone = ZONES.get(role.closes_zone, role.closes_zone)
    page = render_template("roles/new_closing.html", role=role, form=form, asked=asked, zone=zone)
    return page, 422 if request.method == "POST" else 200


@blueprint.route("/roles/<uuid:role_id>/cancellation", methods=["GET", "POST"])
@signed_in
def cancellation(role_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    role = queries.one_of_member(actor, role_id)
    require(actor, "role.cancel", role)
    if not LIFECYCLE.allows("cancel", role.status):
        return settled(role)
    form = CancellationForm()
    if request.method == "POST" and form.validate():
        try:
            service.cancel(actor, role, now(), form.chosen, form.words.data or "")
        except UserError as error:
            form.blame(error)
        else:
            flash("Withdrawn. Its page says so now, and everybody who applied is told.", "good")
            return redirect(url_for("roles.mine"))
    page = render_template("roles/cancellation.html", role=role, form=form)
    return page, 422 if request.method == "POST" else 200
