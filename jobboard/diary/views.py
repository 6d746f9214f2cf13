"""The pair's diary: a page for the two, and the feed behind the secret address."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.diary import queries, service
from jobboard.diary.composing import diary_of, feed_of
from jobboard.diary.models import DiaryAddress
from jobboard.partnerships import queries as partnerships
from jobboard.partnerships.models import Partnership
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.forms import Form
from jobboard.web.guards import public, signed_in
from jobboard.web.headers import behind_a_secret_link

blueprint = Blueprint("diary", __name__)


@blueprint.get("/partnerships/<uuid:partnership_id>/diary")
@signed_in
def show(partnership_id: UUID) -> ResponseReturnValue:
    pair = partnerships.one_of_member(current_actor(), partnership_id)
    row, at = queries.address_of(pair.id), now()
    return render_template(
        "diary/show.html",
        pair=pair,
        partner=pair.partner_of(current_actor().user_id),
        diary=diary_of(pair, at),
        address=row,
        link=_link(row) if row and pair.is_live and not row.has_expired(at) else "",
        form=Form(),
    )


@blueprint.get("/partnerships/<uuid:partnership_id>/diary.ics")
@signed_in
@limits.papers
def download(partnership_id: UUID) -> ResponseReturnValue:
    return _file(partnerships.one_of_member(current_actor(), partnership_id))


@blueprint.route("/partnerships/<uuid:partnership_id>/diary/address", methods=["GET", "POST"])
@signed_in
def address(partnership_id: UUID) -> ResponseReturnValue:
    """GET asks, POST makes the address or a new one."""
    actor, form = current_actor(), Form()
    pair = partnerships.one_of_member(actor, partnership_id)
    if not form.validate_on_submit():
        words: dict[str, Any] = {"pair": pair, "partner": pair.partner_of(actor.user_id)}
        return render_template("diary/address.html", form=form, had=_is_open(pair), **words)
    service.renew_address(actor, pair, now())
    flash("Here is the address. An older one opens nothing any more.", "good")
    return redirect(url_for("diary.show", partnership_id=pair.id), 303)


@blueprint.route(
    "/partnerships/<uuid:partnership_id>/diary/address/revocation", methods=["GET", "POST"]
)
@signed_in
def revocation(partnership_id: UUID) -> ResponseReturnValue:
    """Either partner, at once."""
    actor, form = current_actor(), Form()
    pair = partnerships.one_of_member(actor, partnership_id)
    back = redirect(url_for("diary.show", partnership_id=pair.id), 303)
    if not form.validate_on_submit():
        if not _is_open(pair):
            return back
        words = {"pair": pair, "partner": pair.partner_of(actor.user_id)}
        return render_template("diary/revocation.html", form=form, **words)
    service.end_address(actor, pair, now())
    flash("The address is ended: it opens nothing any more.", "good")
    return back


@blueprint.get("/diary/<token>.ics")
@public
@behind_a_secret_link
@limits.feeds
def feed(token: str) -> ResponseReturnValue:
    pair = queries.behind(token, now())
    if pair is None:
        abort(404)
    return _file(pair)


def _file(pair: Partnership) -> Response:
    body = feed_of(pair, now(), str(current_app.config["BASE_URL"]))
    headers = {"Content-Disposition": 'attachment; filename="diary.ics"'}
    return Response(body, content_type="text/calendar; charset=utf-8", headers=headers)


def _is_open(pair: Partnership) -> bool:
    row = queries.address_of(pair.id)
    return row is not None and not row.has_expired(now())


def _link(row: DiaryAddress) -> str:
    base = str(current_app.config["BASE_URL"]).rstrip("/")
    return base + url_for("diary.feed", token=row.token())
