"""Every change of state after publication, and the end of a draft: GET asks, POST does."""

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
from jobboard.roles.domain import LIFECYCLE, RoleStatus
from jobboard.roles.forms import SeenForm
from jobboard.roles.models import Role
from jobboard.roles.views.room import blueprint, settled
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@dataclass(frozen=True)
class Change:
    """One change of state: who may, from which states, its verb and its words."""

    rule: str
    sources: frozenset[RoleStatus]
    verb: Callable[[Actor, Role, datetime], None]
    heading: str
    words: tuple[str, ...]
    button: str
    done: str
    is_final: bool = False


def _sources(*moves: str) -> frozenset[RoleStatus]:
    return frozenset().union(*(LIFECYCLE.steps[move][0] for move in moves))


def _discard(actor: Actor, role: Role, at: datetime) -> None:
    del at
    service.discard(actor, role)


PAUSING = Change(
    "role.pause",
    _sources("pause"),
    service.pause,
    "Pause this role?",
    (
        "Pairs can still read it, but nobody can start or send an application until you resume.",
        "What pairs have written is kept, and the closing time stays as it is.",
    ),
    "Pause it",
    "Paused. Resume it here whenever you are ready.",
)
RESUMPTION = Change(
    "role.resume",
    _sources("resume"),
    service.resume,
    "Open this role again?",
    ("Pairs can apply again until the closing time.",),
    "Open it again",
    "The role is open again.",
)
CLOSING = Change(
    "role.close_early",
    _sources("close_early"),
    service.close_early,
    "Close this role now?",
    (
        "Nothing more can be sent for it. Applications you already have stay with you.",
        "Everybody who applied or is still writing is told. What they wrote is kept.",
    ),
    "Close it now",
    "Closed. You can go on with the applications you have.",
)
RETRACTION = Change(
    "role.take_back",
    _sources("take_back"),
    service.take_back,
    "Take this role back?",
    ("It becomes a draft again and does not open by itself. Nobody outside has seen it.",),
    "Take it back",
    "It is a draft again.",
)


REMOVAL = Change(
    "role.discard",
    frozenset({RoleStatus.DRAFT}),
    _discard,
    "Delete this draft?",
    ("Nobody outside your organisation has seen it.", "It cannot be brought back."),
    "Delete it",
    "The draft is gone.",
    is_final=True,
)


@blueprint.route("/roles/<uuid:role_id>/pausing", methods=["GET", "POST"])
@signed_in
def pausing(role_id: UUID) -> ResponseReturnValue:
    return _asked(role_id, PAUSING)


@blueprint.route("/roles/<uuid:role_id>/resumption", methods=["GET", "POST"])
@signed_in
def resumption(role_id: UUID) -> ResponseReturnValue:
    return _asked(role_id, RESUMPTION)


@blueprint.route("/roles/<uuid:role_id>/closing", methods=["GET", "POST"])
@signed_in
def closing(role_id: UUID) -> ResponseReturnValue:
    return _asked(role_id, CLOSING)


@blueprint.route("/roles/<uuid:role_id>/retraction", methods=["GET", "POST"])
@signed_in
def retraction(role_id: UUID) -> ResponseReturnValue:
    return _asked(role_id, RETRACTION)


@blueprint.route("/roles/<uuid:role_id>/removal", methods=["GET", "POST"])
@signed_in
def removal(role_id: UUID) -> ResponseReturnValue:
    return _asked(role_id, REMOVAL)


def _asked(role_id: UUID, change: Change) -> ResponseReturnValue:
    actor = current_actor()
    role = queries.one_of_member(actor, role_id)
    require(actor, change.rule, role)
    if role.status not in change.sources:
        return settled(role)
    form = SeenForm()
    if request.method == "GET" or not form.validate():
        return render_template("roles/change.html", role=role, form=form, change=change)
    try:
        change.verb(actor, role, now())
    except UserError as error:
        form.blame(error)
        return render_template("roles/change.html", role=role, form=form, change=change), 422
    flash(change.done, "good")
    return redirect(url_for("roles.mine"))
