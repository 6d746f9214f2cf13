"""The employer's pages: who has written, what they say, an invitation or a no with thanks."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.approaches import queries, service
from jobboard.approaches.domain import REPLY_WITHIN, STATE_WORDS, SettledMeanwhileError
from jobboard.approaches.forms import DeclineForm, InviteForm, PlainForm
from jobboard.approaches.models import Approach
from jobboard.approaches.views.room import blueprint, status
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.web.actor import current_actor
from jobboard.web.forms import Form
from jobboard.web.guards import signed_in

_ONE = "/organisations/<uuid:organisation_id>/approaches/<uuid:approach_id>"


@blueprint.get("/organisations/<uuid:organisation_id>/approaches")
@signed_in
def received(organisation_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    organisation = queries.staffed(actor, organisation_id)
    found = queries.of_organisation(actor, organisation_id)
    page = {"organisation": organisation, "approaches": found, "words": STATE_WORDS}
    return render_template("approaches/received.html", **page)


@blueprint.get(_ONE)
@signed_in
def read(organisation_id: UUID, approach_id: UUID) -> ResponseReturnValue:
    """Looking writes nothing: the page itself says two seconds later that it was read."""
    approach = _load(organisation_id, approach_id)
    ends = approach.sent_at + REPLY_WITHIN if approach.sent_at else None
    page = {"approach": approach, "form": PlainForm(), "words": STATE_WORDS[approach.status]}
    return render_template("approaches/read.html", **page, ends=ends)


@blueprint.post(f"{_ONE}/reading")
@signed_in
def reading(organisation_id: UUID, approach_id: UUID) -> ResponseReturnValue:
    approach, form = _load(organisation_id, approach_id), PlainForm()
    if form.validate_on_submit():
        service.mark_read(current_actor(), approach, now())
    return redirect(_page_of(approach))


@blueprint.route(f"{_ONE}/invitation", methods=["GET", "POST"])
@signed_in
def invitation(organisation_id: UUID, approach_id: UUID) -> ResponseReturnValue:
    approach, at = _load(organisation_id, approach_id), now()
    roles = [one for one in queries.open_roles(organisation_id) if one.is_open(at)]
    form = InviteForm()
    form.offer(roles)

    def give() -> None:
        role, words = form.chosen(roles), form.words.data or ""
        service.invite(current_actor(), approach, role, words, at)

    return _answer(approach, form, give, "approaches/invitation.html")


@blueprint.route(f"{_ONE}/refusal", methods=["GET", "POST"])
@signed_in
def refusal(organisation_id: UUID, approach_id: UUID) -> ResponseReturnValue:
    approach, form = _load(organisation_id, approach_id), DeclineForm()

    def give() -> None:
        service.decline(current_actor(), approach, form.words.data or "", now())

    return _answer(approach, form, give, "approaches/refusal.html")


def _answer(
    approach: Approach, form: Form, give: Callable[[], None], page: str
) -> ResponseReturnValue:
    if not form.is_submitted() and not approach.is_live:
        return redirect(_page_of(approach))
    code = status(form)
    if form.validate_on_submit():
        try:
            give()
        except UserError as error:
            form.blame(error)
            code = 409 if isinstance(error, SettledMeanwhileError) else 422
        else:
            flash("Answered. Both of them have a mail at the same moment.", "good")
            return redirect(_page_of(approach))
    return render_template(page, approach=approach, form=form), code


def _load(organisation_id: UUID, approach_id: UUID) -> Approach:
    load = queries.typed_by_staff if request.method == "POST" else queries.one_of_staff
    return load(current_actor(), organisation_id, approach_id)


def _page_of(approach: Approach) -> str:
    return url_for(
        "approaches.read", organisation_id=approach.organisation_id, approach_id=approach.id
    )
