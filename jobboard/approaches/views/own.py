"""The two who write: their list, one approach as it stands, the text they both may change."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue

from jobboard.approaches import queries, service
from jobboard.approaches.domain import STATE_WORDS, WrittenMeanwhileError
from jobboard.approaches.forms import WEEK, SignForm, WriteForm
from jobboard.approaches.models import Approach
from jobboard.approaches.service.writing import Words, missing
from jobboard.approaches.views.room import blueprint, status, to
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.partnerships import queries as partnerships
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.get("/partnerships/<uuid:partnership_id>/approaches")
@signed_in
def index(partnership_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    pair = partnerships.one_of_member(actor, partnership_id)
    found = queries.of_partnership(actor, pair.id)
    return render_template("approaches/index.html", pair=pair, approaches=found, words=STATE_WORDS)


@blueprint.get("/approaches/<uuid:approach_id>")
@signed_in
def show(approach_id: UUID) -> ResponseReturnValue:
    """What the employer reads or will read; while it is a draft, with both signatures."""
    return shown(queries.one_of_pair(current_actor(), approach_id), SignForm())


def shown(approach: Approach, form: SignForm) -> str:
    actor = current_actor()
    form.seen.data, form.read.data = approach.content_hash, False
    return render_template(
        "approaches/show.html",
        approach=approach,
        form=form,
        words=STATE_WORDS[approach.status],
        missing=missing(approach) if approach.is_draft else [],
        partner=approach.partnership.partner_of(actor.user_id),
        is_fresh=actor.is_fresh(now()),
    )


@blueprint.route("/approaches/<uuid:approach_id>/text", methods=["GET", "POST"])
@signed_in
def edit(approach_id: UUID) -> ResponseReturnValue:
    approach = queries.one_of_pair(current_actor(), approach_id)
    form = WriteForm(obj=approach)
    if not approach.is_draft:
        if not form.is_submitted():
            return redirect(to("show", approach))
        typed = [form.proposition.data or "", form.why.data or ""]
        return render_template("approaches/closed.html", approach=approach, typed=typed), 409
    if not form.is_submitted():
        form.base.data = approach.number
        return _editor(approach, form, approach.week)
    if not form.validate():
        return _editor(approach, form, form.week), status(form)
    said = Words(form.proposition.data or "", form.why.data or "", form.week)
    try:
        service.save(current_actor(), approach, said, form.base.data, now())
    except WrittenMeanwhileError as error:
        form.blame(error)
        approach = queries.one_of_pair(current_actor(), approach_id)
        form.base.data = approach.number
        return _editor(approach, form, said.week, is_stale=True), 409
    except UserError as error:
        form.blame(error)
        return _editor(approach, form, said.week), 422
    flash("Saved. Signatures under an older text are gone.", "good")
    return redirect(to("show", approach))


def _editor(approach: Approach, form: WriteForm, week: str, *, is_stale: bool = False) -> str:
    page = {"approach": approach, "form": form, "week": week, "needs": WEEK}
    return render_template("approaches/edit.html", **page, is_stale=is_stale)
