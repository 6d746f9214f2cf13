"""Asking another organisation to be one's parent, child or client; answering, and ending it."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.organisations import service, tie_words
from jobboard.organisations.forms import PlainForm, TieForm
from jobboard.organisations.models import Organisation, OrganisationTie
from jobboard.organisations.queries import ties
from jobboard.organisations.ties import Side, TieGoneError
from jobboard.organisations.views.room import blueprint, mine, status
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.forms import Form
from jobboard.web.guards import signed_in

TIE = "/organisations/<uuid:organisation_id>/ties/<uuid:tie_id>"


@blueprint.route("/organisations/<uuid:organisation_id>/ties/<kind>/new", methods=["GET", "POST"])
@signed_in
@limits.invitations
def ask_tie(organisation_id: UUID, kind: str) -> ResponseReturnValue:
    organisation = mine(organisation_id, "organisation.edit")
    if kind not in set(Side):
        abort(404)
    side, form = Side(kind), TieForm()
    if form.validate_on_submit():
        try:
            other = service.organisation_called(form.other.data or "")
            service.ask_tie(current_actor(), organisation, side, other, now())
        except UserError as error:
            form.blame(error)
        else:
            flash(f"{other.name} is asked. Its owners have a mail.", "good")
            return _home(organisation)
    page = render_template("organisations/ask_tie.html", form=form, organisation=organisation,
                           side=side)  # fmt: skip
    return page, status(form)


@blueprint.route(TIE, methods=["GET", "POST"])
@signed_in
def answer_tie(organisation_id: UUID, tie_id: UUID) -> ResponseReturnValue:
    """For whoever was asked; two buttons."""
    organisation = mine(organisation_id, "organisation.edit")
    tie, form = ties.one_of(organisation, tie_id), PlainForm()
    if not tie.waits_for(organisation):
        flash("That is answered already.", "info")
        return _home(organisation)
    if form.validate_on_submit():
        is_yes = request.form.get("act") == "confirm"
        try:
            if is_yes:
                service.confirm_tie(current_actor(), organisation, tie, now())
            else:
                service.decline_tie(current_actor(), organisation, tie)
        except UserError as error:
            if isinstance(error, TieGoneError):
                return _gone(organisation)
            form.blame(error)
        else:
            flash("Confirmed. They are told." if is_yes else "You said no. They are told.", "good")
            return _home(organisation)
    return _page("answer_tie", form, organisation, tie)


@blueprint.route(f"{TIE}/ending", methods=["GET", "POST"])
@signed_in
def end_tie(organisation_id: UUID, tie_id: UUID) -> ResponseReturnValue:
    organisation = mine(organisation_id, "organisation.edit")
    tie, form = ties.one_of(organisation, tie_id), PlainForm()
    if tie.waits_for(organisation):
        return redirect(url_for("organisations.answer_tie", organisation_id=organisation.id,
                                tie_id=tie.id))  # fmt: skip
    if form.validate_on_submit():
        was_confirmed = tie.confirmed_at is not None
        try:
            service.end_tie(current_actor(), organisation, tie, now())
        except TieGoneError:
            return _gone(organisation)
        flash("It has ended. Both sides are told." if was_confirmed else "Taken back.", "good")
        return _home(organisation)
    return _page("end_tie", form, organisation, tie)


def _gone(organisation: Organisation) -> ResponseReturnValue:
    flash(TieGoneError.message, "info")
    return _home(organisation)


def _home(organisation: Organisation) -> ResponseReturnValue:
    """Whoever ended what let them in may no longer look."""
    if organisation.standing_of(current_actor().user_id) is None:
        return redirect(url_for("organisations.index"))
    return redirect(url_for("organisations.show", organisation_id=organisation.id) + "#ties")


def _page(
    name: str, form: Form, organisation: Organisation, tie: OrganisationTie
) -> ResponseReturnValue:
    told = tie_words.names(tie.first.name, tie.second.name, tie.asked_by_first)
    words = {
        "head": tie_words.HEADS[tie.kind].format(**told),
        "asks": tie_words.ASKS[tie_words.side_asked(tie.kind, tie.asked_by_first)].format(**told),
        "means": tie_words.MEANS[tie.kind].format(**told),
        "ends": tie_words.ENDS[tie.kind].format(**told),
    }
    page = render_template(f"organisations/{name}.html", form=form, organisation=organisation,
                           tie=tie, **words)  # fmt: skip
    return page, status(form)
