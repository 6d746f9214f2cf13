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
from jobboard.roles.queries import Shelf, questions
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
_ASKED = ("Questions", "roles.questions")
_COPY = ("Copy", "roles.copy")
_WITHDRAW = ("Withdraw", "roles.cancellation")
_CLOSE = ("Close", "roles.closing")
_ANEW = ("Open again", "roles.relisting")
_ENDED = ("How it ended", "roles.outcome")
_TAKE_BACK = ("Take back", "roles.retraction")
_PREVIEW, _PUBLISH = ("Preview", "roles.preview"), ("Publish", "roles.publication")
_RUNNING = [("Extend", "roles.extension"), _CLOSE, _COPY, _WITHDRAW]
NEXT_STEPS = {
    "draft": [_PREVIEW, _PUBLISH, _COPY, ("Delete", "roles.removal")],
    "in_review": [_PREVIEW, _TAKE_BACK],
    "changes_asked": [_PREVIEW, _PUBLISH],
    "approved": [_PREVIEW, _PUBLISH, _TAKE_BACK],
    "scheduled": [_PREVIEW, ("Open now or later", "roles.publication"), _TAKE_BACK, _COPY],
    "filled": [_SENT, _VIEW, _ASKED, _ENDED, _COPY],
    "open": [_SENT, _VIEW, _ASKED, ("Pause", "roles.pausing"), *_RUNNING],
    "closed": [_SENT, _VIEW, _ASKED, _ENDED, _ANEW, _COPY, _WITHDRAW],
    "paused": [_SENT, _VIEW, _ASKED, ("Resume", "roles.resumption"), *_RUNNING],
    "closed_early": [_SENT, _VIEW, _ASKED, _ENDED, _ANEW, _COPY, _WITHDRAW],
    "cancelled": [_COPY],
    "archived": [_COPY],
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
    public = [role.id for role in roles if role.is_public]
    page = Page(roles, counts[shelf], number, PER_PAGE, url)
    return render_template(
        "roles/mine.html",
        page=page,
        tabs=tabs,
        shelf=shelf,
        total=counts[Shelf.ALL],
        at=at,
        steps=NEXT_STEPS,
        asked=questions.waiting(public) if public else {},
        follows=partial(_follows, actor),
    )


def _follows(actor: Actor, role: Role, endpoint: str) -> bool:
    """Whether this member may go on there: everybody reads a role, not everybody changes it."""
    if endpoint in ("roles.show", "roles.preview"):
        return True
    if endpoint == "hiring.role":
        return role.member_kind(actor.user_id) in READERS
    return may(actor, "role.edit", role)
