"""Who do I call? One page to print, and the page that fills it."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import display_name
from jobboard.candidates.queries import profiles_of
from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.partnerships import queries, service
from jobboard.partnerships.call_card import (
    CardFields,
    StaleCardError,
    asked_of,
    on_shape,
    settled,
)
from jobboard.partnerships.forms.arrangement import CardForm
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.queries import arrangement as kept
from jobboard.partnerships.views.rooms import blueprint
from jobboard.partnerships.weeks import laid_together, without_a_role
from jobboard.planning.split_plan import SplitPlan
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in
from jobboard.web.week_words import week_summary
from jobboard.web.weeks import plan_from


@blueprint.get("/partnerships/<uuid:partnership_id>/call-card")
@signed_in
def call_card(partnership_id: UUID) -> ResponseReturnValue:
    """Whose half-day it is, who leads what, how to reach whoever is in: to print."""
    pair = queries.one_of_member(current_actor(), partnership_id)
    newest = kept.newest_map(pair.id)
    return render_template(
        "partnerships/call_card.html",
        pair=pair,
        partner=pair.partner_of(current_actor().user_id),
        card=kept.card(pair.id),
        week=_usual_week(pair),
        duties=newest.map.duties if newest else (),
    )


@blueprint.route("/partnerships/<uuid:partnership_id>/call-card/edit", methods=["GET", "POST"])
@signed_in
def edit_call_card(partnership_id: UUID) -> ResponseReturnValue:
    """Without a script, another shape of week is a button that redraws the grid."""
    pair = queries.one_of_member(current_actor(), partnership_id)
    card, week = kept.card(pair.id), _usual_week(pair)
    if request.method == "GET":
        shape = SplitPlan.from_text(week).shape
        base = {"shape": f"{shape.weeks}-{5 if shape.days == 5 else 7}"}
        return _page(CardForm(obj=card, data=base), pair, _fitted(week, base["shape"]))
    form = CardForm()
    week = _ticked(request.form.get("drawn", ""), week)
    if "reshape" in request.form:
        return _page(form, pair, on_shape(week, form.grid()))
    if not form.validate():
        return _page(form, pair, week), 422
    try:
        service.save_card(current_actor(), pair, form.fields(week), form.base.data, now())
    except StaleCardError as error:
        form.base.data = error.number
        return _page(form, pair, week, _differing(pair, error.saved, form.fields(week))), 409
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return _page(form, pair, week), 422
    flash("Saved for you both.", "good")
    return redirect(url_for("partnerships.call_card", partnership_id=pair.id))


def _usual_week(pair: Partnership) -> str:
    """What they set; else what their two profiles say laid together; else an empty week."""
    card = kept.card(pair.id)
    if card is not None:
        return without_a_role(card.week)
    profiles = profiles_of([pair.first_id, pair.second_id])
    first, second = profiles.get(pair.first_id), profiles.get(pair.second_id)
    if first and second:
        return settled(laid_together(first.availability, second.availability))
    return "." * 10


def _fitted(week: str, shape: str) -> str:
    form = CardForm(formdata=None, data={"shape": shape})
    return on_shape(week, form.grid())


def _ticked(drawn: str, week: str) -> str:
    """The ticks of the grid as it was drawn; `drawn` is plan text and may be anything."""
    try:
        shape = SplitPlan.from_text(drawn).shape
    except ValueError:
        shape = SplitPlan.from_text(week).shape
    ticks = request.form.getlist("week-a"), request.form.getlist("week-b")
    return plan_from(*ticks, asked_of(shape))


def _differing(
    pair: Partnership, saved: CardFields, typed: CardFields
) -> list[tuple[str, str, str]]:
    viewer = current_actor().user_id
    names = display_name(pair.first, viewer), display_name(pair.second, viewer)
    kept_week, new_week = (
        week_summary(without_a_role(each.week), *names) for each in (saved, typed)
    )
    rows = [
        ("The week", kept_week, new_week),
        ("Address", saved.joint_email, typed.joint_email),
        ("Number", saved.joint_phone, typed.joint_phone),
        ("On days off", saved.days_off, typed.days_off),
    ]
    return [row for row in rows if row[1] != row[2]]


def _page(
    form: CardForm, pair: Partnership, week: str, rows: list[tuple[str, str, str]] | None = None
) -> str:
    if request.method == "GET":
        card = kept.card(pair.id)
        form.base.data = card.number if card else 0
    return render_template(
        "partnerships/call_card_edit.html",
        form=form,
        pair=pair,
        partner=pair.partner_of(current_actor().user_id),
        week=week,
        asked=asked_of(SplitPlan.from_text(week).shape),
        rows=rows,
    )
