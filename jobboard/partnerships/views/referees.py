"""Asking a referee about one entry, and the page behind the referee's link."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.core.policy import require
from jobboard.partnerships import queries, service
from jobboard.partnerships.domain import KIND_WORDS
from jobboard.partnerships.forms import ConfirmForm
from jobboard.partnerships.forms.referees import RefereeForm, WordForm
from jobboard.partnerships.models import TrackRecordEntry
from jobboard.partnerships.queries import referees as kept
from jobboard.partnerships.referees import WORDS, RefereeSpentError
from jobboard.partnerships.views.rooms import blueprint
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import public, signed_in
from jobboard.web.headers import behind_a_secret_form


@blueprint.route(
    "/partnerships/<uuid:partnership_id>/track-record/<uuid:entry_id>/referee",
    methods=["GET", "POST"],
)
@signed_in
@limits.invitations
def referee(partnership_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    """Who is asked and what they said; POST asks, or sends the same link again."""
    entry = queries.entry_of_member(current_actor(), partnership_id, entry_id)
    require(current_actor(), "track_record.ask_referee", entry)
    form = RefereeForm()
    if not form.validate_on_submit():
        return _page(form, entry), 422 if form.is_submitted() else 200
    try:
        service.ask_referee(current_actor(), entry, form.address.normal, now())
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return _page(form, entry), 422
    flash(f"A mail to {form.address.normal} is on its way. Its link works for 14 days.", "good")
    return _back(entry)


def _page(form: RefereeForm, entry: TrackRecordEntry) -> str:
    row = kept.standing(entry)
    if row is not None and row.is_open(now()) and not form.is_submitted():
        form.address.data = row.address
    return render_template(
        "partnerships/referee.html",
        pair=entry.partnership,
        entry=entry,
        form=form,
        ask=row,
        word=row.word(now()) if row else None,
        words=WORDS,
        kind=KIND_WORDS[entry.kind],
    )


@blueprint.route(
    "/partnerships/<uuid:partnership_id>/track-record/<uuid:entry_id>/referee/<uuid:ask_id>"
    "/cancellation",
    methods=["GET", "POST"],
)
@signed_in
def cancel_referee(partnership_id: UUID, entry_id: UUID, ask_id: UUID) -> ResponseReturnValue:
    actor, form = current_actor(), ConfirmForm()
    entry, row = kept.ask_of_member(actor, partnership_id, entry_id, ask_id)
    if not form.validate_on_submit():
        return render_template("partnerships/referee_cancel.html", form=form, entry=entry, ask=row)
    try:
        service.cancel_referee(actor, entry, row, now())
    except RefereeSpentError:
        flash("They have answered already.", "bad")
        return _back(entry)
    flash("Taken back. The link is dead.", "good")
    return _back(entry)


def _back(entry: TrackRecordEntry) -> ResponseReturnValue:
    return redirect(
        url_for(
            "partnerships.referee", partnership_id=entry.partnership_id, entry_id=entry.id
        )
    )  # fmt: skip


@blueprint.route("/referee/<token>", methods=["GET", "POST"])
@public
@behind_a_secret_form
@limits.token_page
def referee_word(token: str) -> ResponseReturnValue:
    """One entry, yes or no, for whoever holds the link. Reading changes nothing."""
    row = kept.ask_behind(token)
    entry = kept.entry_of(row.entry_id) if row else None
    if row is None or entry is None or not row.is_open(now()):
        return _spent()
    if not entry.partnership.is_live or entry.lock_version != row.entry_version:
        return _spent()
    form = WordForm()
    page = {"form": form, "pair": entry.partnership, "entry": entry, "ask": row}
    page["kind"] = KIND_WORDS[entry.kind]
    if not form.validate_on_submit():
        shown = render_template("partnerships/referee_word.html", **page)
        return shown, 422 if form.is_submitted() else 200
    try:
        named = form.shown_as.data or ""
        service.answer_referee(current_actor(), row, form.word.data == "yes", now(), named)
    except RefereeSpentError:
        return _spent()
    except UserError as error:
        form.blame(error)
        return render_template("partnerships/referee_word.html", **page), 422
    return render_template("partnerships/referee_thanks.html", pair=entry.partnership)


def _spent() -> ResponseReturnValue:
    """Unknown, expired, used, taken back, about an older text: the same words, the same status."""
    return render_template("partnerships/link_spent.html", words=RefereeSpentError.message), 410
