"""Rest, go on, end, stay: each a page that says what will happen, and a POST that does it."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.core.clock import now
from jobboard.partnerships import queries, service
from jobboard.partnerships.domain import LIFECYCLE, PartnershipStatus
from jobboard.partnerships.ending import NOTICE, Wish
from jobboard.partnerships.forms import ConfirmForm, WordsForm
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.views.rooms import blueprint
from jobboard.web.actor import current_actor
from jobboard.web.filters import day
from jobboard.web.forms import Form
from jobboard.web.guards import signed_in


@blueprint.route("/partnerships/<uuid:partnership_id>/pause", methods=["GET", "POST"])
@signed_in
def pause(partnership_id: UUID) -> ResponseReturnValue:
    """No new applications for a while; either of the two may do it."""
    pair, form = _pair(partnership_id), WordsForm()
    if form.validate_on_submit():
        service.pause(current_actor(), pair, form.words.data or "", now())
        return _done(
            pair, "Your partnership rests. {name} is told. Take it up again when you like."
        )
    return _page(pair, form, "pause", LIFECYCLE.allows("pause", pair.status))


@blueprint.route("/partnerships/<uuid:partnership_id>/resumption", methods=["GET", "POST"])
@signed_in
def resumption(partnership_id: UUID) -> ResponseReturnValue:
    pair, form = _pair(partnership_id), ConfirmForm()
    if form.validate_on_submit():
        service.resume(current_actor(), pair, now())
        return _done(pair, "You are a pair as before. {name} is told.")
    return _page(pair, form, "resumption", LIFECYCLE.allows("resume", pair.status))


@blueprint.route("/partnerships/<uuid:partnership_id>/dissolution", methods=["GET", "POST"])
@signed_in
def dissolution(partnership_id: UUID) -> ResponseReturnValue:
    """Ask for the end; or, where the partner has asked, agree that it comes now."""
    pair, form = _pair(partnership_id), WordsForm()
    is_asked = pair.status is PartnershipStatus.DISSOLVING
    if form.validate_on_submit():
        if is_asked:
            return _wished(pair, Wish.END)
        service.start_dissolving(current_actor(), pair, form.words.data or "", now())
        words = "{name} is told. Your partnership ends on {due}, unless you both stay together."
        return _done(pair, words)
    may = is_asked or LIFECYCLE.allows("start_dissolving", pair.status)
    return _page(pair, form, "dissolution", may)


@blueprint.route("/partnerships/<uuid:partnership_id>/staying", methods=["GET", "POST"])
@signed_in
def staying(partnership_id: UUID) -> ResponseReturnValue:
    """One says that they would rather stay; when both have, they are a pair as before."""
    pair, form = _pair(partnership_id), ConfirmForm()
    if form.validate_on_submit():
        return _wished(pair, Wish.STAY)
    return _page(pair, form, "staying", pair.status is PartnershipStatus.DISSOLVING)


def _pair(partnership_id: UUID) -> Partnership:
    return queries.one_of_member(current_actor(), partnership_id)


def _wished(pair: Partnership, wanted: Wish) -> ResponseReturnValue:
    found = service.wish(current_actor(), pair, wanted, now())
    if found is PartnershipStatus.DISSOLVED:
        return _done(pair, "Your partnership with {name} has ended. What you wrote stays readable.")
    if found is PartnershipStatus.FORMED:
        return _done(pair, "You and {name} stay together. You are a pair as before.")
    return _done(pair, "{name} is told what you would like.")


def _done(pair: Partnership, words: str) -> ResponseReturnValue:
    viewer = current_actor().user_id
    name = first_name(pair.partner_of(viewer), viewer)
    flash(words.format(name=name, due=day(now() + NOTICE)), "good")
    return redirect(url_for("partnerships.show", partnership_id=pair.id, _anchor="ending"))


def _page(pair: Partnership, form: Form, step: str, may: bool) -> ResponseReturnValue:
    """`may` false: the pair stands elsewhere by now, and its page says where."""
    if not may and not form.is_submitted():
        return redirect(url_for("partnerships.show", partnership_id=pair.id, _anchor="ending"))
    page = render_template(
        "partnerships/ending.html",
        pair=pair,
        partner=pair.partner_of(current_actor().user_id),
        form=form,
        step=step,
        rest=queries.open_breaks([pair.id]).get(pair.id),
        due=now() + NOTICE,
    )
    return page, 422 if form.is_submitted() else 200
