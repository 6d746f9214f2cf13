from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.candidates.models import Profile
from jobboard.candidates.queries import profiles_of
from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.core.policy import Actor
from jobboard.partnerships import queries, service
from jobboard.partnerships.domain import ACCEPTANCE_WORDS, StaleTermsError, Terms
from jobboard.partnerships.forms import ConfirmForm, TermsForm
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.models.referees import RefereeAsk
from jobboard.partnerships.prompts import Deck
from jobboard.partnerships.queries import agreement as asked
from jobboard.partnerships.queries import referees
from jobboard.partnerships.queries.arrangement import newest_map
from jobboard.partnerships.queries.blocking import block_of
from jobboard.partnerships.queries.outlook import outlook
from jobboard.partnerships.record import in_words
from jobboard.partnerships.referees import WORDS, confirmed_words
from jobboard.partnerships.views.duty_map import lead_words
from jobboard.partnerships.views.rooms import blueprint
from jobboard.partnerships.weeks import laid_together
from jobboard.planning.levels import LEVELS
from jobboard.planning.share_types import SHARE_TYPE_WORDS
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in
from jobboard.web.week_words import spans


@blueprint.get("/partnerships/<uuid:partnership_id>")
@signed_in
def show(partnership_id: UUID) -> ResponseReturnValue:
    """Both people, where they stand, and what they have written together."""
    actor = current_actor()
    pair = queries.one_of_member(actor, partnership_id)
    profiles = profiles_of([pair.first_id, pair.second_id])
    together = _together(pair, profiles)
    return render_template(
        "partnerships/show.html",
        pair=pair,
        mine=pair.side_of(actor.user_id),
        partner=pair.partner_of(actor.user_id),
        profiles=profiles,
        together=together,
        either=spans(together, "~") if together else "",
        as_pair=in_words(pair.months_as_pair(now().date())),
        levels=LEVELS,
        share_types=SHARE_TYPE_WORDS,
        acceptances=ACCEPTANCE_WORDS,
        **_growing(actor, pair),
        rest=queries.open_breaks([pair.id]).get(pair.id),
        has_blocked=block_of(actor.user_id, pair.partner_of(actor.user_id).id) is not None,
    )


def _growing(actor: Actor, pair: Partnership) -> dict[str, object]:
    """What the parts about questions, horizon and the yearly look need."""
    leaves = asked.leaves(actor, pair)
    check = asked.newest_check(pair.id)
    return {
        "leaves": leaves,
        "read": {deck.value: asked.read_by_both(leaves, deck) for deck in Deck},
        "waiting": sum(one.waits_for_me for one in leaves),
        "check_is_due": check is not None and check.is_due(now()),
        "outlook": outlook(actor, pair),
        "map": newest_map(pair.id),
        "lead_words": lead_words(pair),
        "referees": {
            entry_id: (row.confirmed, _word(row))
            for entry_id, row in referees.standing_of(pair).items()
        },
    }


def _word(row: RefereeAsk) -> str:
    return confirmed_words(row.shown_as) if row.confirmed else WORDS[row.word(now())]


def _together(pair: Partnership, profiles: dict[UUID, Profile]) -> str | None:
    """The two weeks laid on one, once both have said when they can."""
    first, second = profiles.get(pair.first_id), profiles.get(pair.second_id)
    return laid_together(first.availability, second.availability) if first and second else None


@blueprint.route("/partnerships/<uuid:partnership_id>/confirmation", methods=["GET", "POST"])
@signed_in
def confirmation(partnership_id: UUID) -> ResponseReturnValue:
    """GET says what being a pair means here; POST is one person's own yes."""
    actor = current_actor()
    pair = queries.one_of_member(actor, partnership_id)
    form = ConfirmForm()
    if not form.validate_on_submit():
        partner = pair.partner_of(actor.user_id)
        return render_template(
            "partnerships/confirmation.html", form=form, pair=pair, partner=partner
        )
    service.confirm(actor, pair, now())
    name = first_name(pair.partner_of(actor.user_id), actor.user_id)
    if pair.is_formed:
        flash(f"You both said yes. You and {name} are a pair.", "good")
    else:
        flash(f"You said yes. {name} has yet to confirm.", "good")
    return redirect(url_for("partnerships.show", partnership_id=pair.id))


@blueprint.route("/partnerships/<uuid:partnership_id>/parting", methods=["GET", "POST"])
@signed_in
def part(partnership_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    pair = queries.one_of_member(actor, partnership_id)
    form = ConfirmForm()
    partner = pair.partner_of(actor.user_id)
    if not form.validate_on_submit():
        return render_template("partnerships/parting.html", form=form, pair=pair, partner=partner)
    service.part(actor, pair, now())
    name = first_name(partner, actor.user_id)
    flash(f"You and {name} are no longer connected. What you wrote can still be read.", "good")
    return redirect(url_for("partnerships.index"))


@blueprint.route("/partnerships/<uuid:partnership_id>/edit", methods=["GET", "POST"])
@signed_in
def edit(partnership_id: UUID) -> ResponseReturnValue:
    """Name, share type, acceptance. A stale save shows both and keeps what was typed."""
    actor = current_actor()
    pair = queries.one_of_member(actor, partnership_id)
    form = TermsForm.of(pair)
    if not form.is_submitted():
        return _edit_page(form, pair)
    if not form.validate():
        return _edit_page(form, pair), 422
    try:
        service.settle(actor, pair, form.terms(), form.base.data or "")
    except StaleTermsError as error:
        form.base.data = error.saved.mark
        return _edit_page(form, pair, _differing(error.saved, form.terms())), 409
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return _edit_page(form, pair), 422
    flash("Saved for you both.", "good")
    return redirect(url_for("partnerships.show", partnership_id=pair.id))


def _edit_page(
    form: TermsForm, pair: Partnership, rows: list[tuple[str, str, str]] | None = None
) -> str:
    partner = pair.partner_of(current_actor().user_id)
    return render_template(
        "partnerships/edit.html", form=form, pair=pair, rows=rows, partner=partner
    )


def _differing(saved: Terms, typed: Terms) -> list[tuple[str, str, str]]:
    rows = [
        ("Name", saved.name, typed.name),
        (
            "How you share",
            SHARE_TYPE_WORDS[saved.share_type],
            SHARE_TYPE_WORDS[typed.share_type],
        ),
        (
            "If an employer prefers one",
            ACCEPTANCE_WORDS[saved.acceptance],
            ACCEPTANCE_WORDS[typed.acceptance],
        ),
    ]
    return [row for row in rows if row[1] != row[2]]
