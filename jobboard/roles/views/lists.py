"""An employer's own roles."""

from __future__ import annotations

from functools import partial

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.policy import Actor, may
from jobboard.organisations.domain import READERS
from jobboard.roles import queries
from jobboard.roles.models import Role
from jobboard.roles.queries import Shelf
from jobboard.roles.views.room import blueprint
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in
from jobboard.web.pagination import Page, page_number

PER_PAGE = 20
SHELF_WORDS = {
    Shelf.ALL: "All",
    Shelf.DRAFTS: "Drafts",
    Shelf.OPEN: "Open",
    Shelf.PAUSED: "Paused",
    Shelf.CLOSED: "Closed",
}


_VIEW = ("View", "roles.show")
_SENT = ("Applications", "hiring.role")
_WITHDRAW = ("Withdraw", "roles.cancellation")
NEXT_STEPS = {
    "draft": [
        ("Preview", "roles.preview"),
        ("Publish", "roles.publication"),
        ("Delete", "roles.removal"),
    ],
    "in_review": [("Preview", "roles.preview")],
    "changes_asked": [("Preview", "roles.preview"), ("Publish", "roles.publication")],
    "approved": [("Preview", "roles.preview"), ("Publish", "roles.publication")],
    "filled": [_SENT, _VIEW],
    "open": [_SENT, _VIEW, ("Pause", "roles.pausing"), ("Close", "roles.closing"), _WITHDRAW],
    "closed": [_SENT, _VIEW, ("Extend", "roles.edit"), _WITHDRAW],
    "paused": [_SENT, _VIEW, ("Resume", "roles.resumption"), ("Close", "roles.closing"), _WITHDRAW],
    "closed_early": [_SENT, _VIEW, ("Open again", "roles.resumption"), _WITHDRAW],
}
"""What may follow, by the state the clock makes of a role."""


@blueprint.get("/roles/mine")
@signed_in
def mine() -> ResponseReturnValue:
    actor, at = current_actor(), now()
    wanted = request.args.get("state", "")
    shelf = Shelf(wanted) if wanted in set(Shelf) else Shelf.ALL
    counts = queries.counts_of_member(actor, at)
    number = page_number(request.args.get("page"), counts[shelf], PER_PAGE)
    roles = queries.roles_of_member(
        actor, at, shelf=shelf, offset=(number - 1) * PER_PAGE, limit=PER_PAGE
    )

    def url(page: int) -> str:
        return url_for("roles.mine", state=None if shelf is Shelf.ALL else shelf, page=page)

    tabs = [
        (words, url_for("roles.mine", state=None if each is Shelf.ALL else each), counts[each],
         each is shelf) for each, words in SHELF_WORDS.items()
    ]  # fmt: skip
    page = Page(roles, counts[shelf], number, PER_PAGE, url)
    return render_template(
        "roles/mine.html",
        page=page,
        tabs=tabs,
        shelf=shelf,
        total=counts[Shelf.ALL],
        at=at,
        steps=NEXT_STEPS,
        follows=partial(_follows, actor),
    )


def _follows(actor: Actor, role: Role, endpoint: str) -> bool:
    """Whether this member may go on there: everybody reads a role, not everybody changes it."""
    if endpoint in ("roles.show", "roles.preview"):
        return True
    if endpoint == "hiring.role":
        return role.organisation.member_kind(actor.user_id) in READERS
    return may(actor, "role.edit", role)
