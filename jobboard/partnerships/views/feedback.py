"""Feedback asked of people who work with the two: the pair's pages, and the one behind the link."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.partnerships import queries, service
from jobboard.partnerships.feedback import QUESTIONS, AskSpentError
from jobboard.partnerships.forms import ConfirmForm
from jobboard.partnerships.forms.arrangement import AskForm, FeedbackForm
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.queries import feedback as kept
from jobboard.partnerships.record import how_they_share
from jobboard.partnerships.views.rooms import blueprint
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import public, signed_in
from jobboard.web.headers import behind_a_secret_form


@blueprint.route("/partnerships/<uuid:partnership_id>/feedback", methods=["GET", "POST"])
@signed_in
@limits.invitations
def feedback(partnership_id: UUID) -> ResponseReturnValue:
    """What was said, who is asked; POST asks one more."""
    pair = queries.one_of_member(current_actor(), partnership_id)
    form = AskForm()
    if not form.validate_on_submit():
        return _page(form, pair), 422 if form.is_submitted() else 200
    try:
        service.ask_feedback(current_actor(), pair, form.address.normal, now())
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return _page(form, pair), 422
    return _back(
        pair, f"A mail to {form.address.normal} is on its way. Its link works for 14 days."
    )


def _page(form: AskForm, pair: Partnership) -> str:
    return render_template(
        "partnerships/feedback.html",
        pair=pair,
        partner=pair.partner_of(current_actor().user_id),
        form=form,
        asks=kept.asks(pair, now()),
        answers=kept.answers(pair),
        questions=QUESTIONS,
    )


@blueprint.route(
    "/partnerships/<uuid:partnership_id>/feedback/<uuid:ask_id>/resending", methods=["GET", "POST"]
)
@signed_in
@limits.invitations
def ask_again(partnership_id: UUID, ask_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    pair, form = queries.one_of_member(actor, partnership_id), ConfirmForm()
    row = kept.ask_of_member(actor, partnership_id, ask_id)
    if not form.validate_on_submit():
        return render_template(
            "partnerships/feedback_step.html", form=form, pair=pair, ask=row, step="again"
        )
    service.ask_again(actor, pair, row, now())
    return _back(pair, f"If they have not answered yet, {row.address} gets the mail once more.")


@blueprint.route(
    "/partnerships/<uuid:partnership_id>/feedback/<uuid:ask_id>/cancellation",
    methods=["GET", "POST"],
)
@signed_in
def cancel_ask(partnership_id: UUID, ask_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    pair, form = queries.one_of_member(actor, partnership_id), ConfirmForm()
    row = kept.ask_of_member(actor, partnership_id, ask_id)
    if not form.validate_on_submit():
        return render_template(
            "partnerships/feedback_step.html", form=form, pair=pair, ask=row, step="cancel"
        )
    service.cancel_ask(actor, pair, row, now())
    return _back(pair, "Taken back. The link is dead.")


def _back(pair: Partnership, words: str) -> ResponseReturnValue:
    flash(words, "good")
    return redirect(url_for("partnerships.feedback", partnership_id=pair.id))


@blueprint.route("/feedback/<token>", methods=["GET", "POST"])
@public
@behind_a_secret_form
@limits.token_page
def give_feedback(token: str) -> ResponseReturnValue:
    """Three questions about two people, for whoever holds the link. Reading changes nothing."""
    row = kept.ask_behind(token)
    pair = queries.with_people(row.partnership_id) if row else None
    if row is None or pair is None or not row.is_open(now()) or not pair.is_live:
        return _spent()
    form = FeedbackForm()
    page = {"form": form, "pair": pair, "ask": row, "how": how_they_share(pair.track_record)}
    if not form.is_submitted():
        return render_template("partnerships/give_feedback.html", **page)
    if not form.validate():
        return render_template("partnerships/give_feedback.html", **page), 422
    try:
        service.give_feedback(row, form.said(), now())
    except AskSpentError:
        return _spent()
    except UserError as error:
        form.blame(error)
        return render_template("partnerships/give_feedback.html", **page), 422
    return render_template("partnerships/feedback_given.html", pair=pair)


def _spent() -> ResponseReturnValue:
    """Unknown, expired, used, taken back: the same words and the same status."""
    return render_template("partnerships/link_spent.html", words=AskSpentError.message), 410
