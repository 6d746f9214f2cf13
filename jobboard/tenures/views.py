"""The first 90 days: one page for employer and pair, its PDF, and a calendar each may follow."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from flask import Blueprint, Response, abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.applications.reading import Reading
from jobboard.core.clock import now
from jobboard.core.documents.calendar import calendar_of
from jobboard.core.errors import UserError
from jobboard.core.policy import may, require
from jobboard.hiring import queries as hiring
from jobboard.hiring.domain import APPOINTED
from jobboard.hiring.models import Candidacy
from jobboard.tenures import printed, queries, service
from jobboard.tenures.days import entries_of
from jobboard.tenures.domain import PREPARED_FROM, TASKS, PlanChangedError
from jobboard.tenures.forms import PlanForm
from jobboard.tenures.models import FirstDays
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.forms import Form
from jobboard.web.guards import public, signed_in
from jobboard.web.headers import behind_a_secret_link
from jobboard.web.papers import answer

blueprint = Blueprint("tenures", __name__)


@blueprint.app_context_processor
def on_other_pages() -> dict[str, Any]:
    """What the employer's page of a pair and the pair's own page ask."""
    return {
        "may_plan_first_days": lambda candidacy: candidacy.standing in PREPARED_FROM,
        "my_first_days": lambda application_id: queries.of_partner(
            current_actor().user_id, application_id
        ),
    }


@blueprint.get("/first-90-days/<uuid:candidacy_id>")
@signed_in
def show(candidacy_id: UUID) -> ResponseReturnValue:
    """What the two read is what the employer wrote; before there is a plan only the employer is
    here."""
    candidacy = _readable(candidacy_id)
    row = queries.of_candidacy(candidacy_id)
    address = queries.address_of(row, current_actor().user_id) if row else None
    is_open = address is not None and not address.has_expired(now())
    return render_template(
        "tenures/show.html",
        candidacy=candidacy,
        row=row,
        sections=printed.sections(row, _reading(candidacy)) if row else [],
        may_write=_may_write(candidacy),
        is_theirs=candidacy.application.partnership.includes(current_actor().user_id),
        is_appointed=candidacy.standing in APPOINTED,
        link=_base() + url_for("tenures.feed", token=address.token())
        if address and is_open
        else "",
    )


@blueprint.get("/first-90-days/<uuid:candidacy_id>/plan.pdf")
@signed_in
@limits.papers
def pdf(candidacy_id: UUID) -> ResponseReturnValue:
    candidacy, row = _planned(candidacy_id)
    paper = printed.paper(row, _reading(candidacy))
    return answer(paper, paper.title)


@blueprint.route("/first-90-days/<uuid:candidacy_id>/edit", methods=["GET", "POST"])
@signed_in
def edit(candidacy_id: UUID) -> ResponseReturnValue:
    candidacy = queries.for_staff(current_actor().user_id, candidacy_id, now())
    require(current_actor(), "first_days.write", candidacy)
    reading = _reading(candidacy)
    form = PlanForm.opened(queries.of_candidacy(candidacy_id), reading.names)
    if not form.validate_on_submit():
        return _form_page(candidacy, form), 422 if form.is_submitted() else 200
    said = form.said(reading.split)
    try:
        service.write(current_actor(), candidacy, said, form.lock_version.data, now())
    except PlanChangedError as error:
        return _overtaken(candidacy, reading, form, said, error)
    except UserError as error:
        form.blame(error)
        return _form_page(candidacy, form), 422
    flash("Saved.", "good")
    return _back(candidacy_id)


def _form_page(candidacy: Candidacy, form: PlanForm, rows: Any = ()) -> str:
    return render_template(
        "tenures/edit.html", candidacy=candidacy, form=form, tasks=TASKS, rows=rows
    )


def _overtaken(
    candidacy: Candidacy, reading: Reading, form: PlanForm, said: service.Said, error: UserError
) -> ResponseReturnValue:
    """Both plans, line by line; the next save rests on what the page has now shown."""
    row = queries.of_candidacy(candidacy.id)
    saved = printed.lines(service.said_by(row), reading.names) if row else {}
    typed = printed.lines(said, reading.names)
    rows = [
        (label, saved.get(label, ""), text)
        for label, text in typed.items()
        if saved.get(label) != text
    ]
    form.lock_version.data = row.lock_version if row else 0
    form.blame(error)
    return _form_page(candidacy, form, rows), 409


@blueprint.route("/first-90-days/<uuid:candidacy_id>/address", methods=["GET", "POST"])
@signed_in
def address(candidacy_id: UUID) -> ResponseReturnValue:
    """GET asks, POST makes the reader's own address or a new one."""
    (candidacy, row), form = _planned(candidacy_id), Form()
    if not form.validate_on_submit():
        return render_template("tenures/address.html", candidacy=candidacy, form=form)
    service.renew_address(current_actor(), row, now())
    flash("Here is your address. An older one of yours opens nothing any more.", "good")
    return _back(candidacy_id)


@blueprint.route("/first-90-days/<uuid:candidacy_id>/address/revocation", methods=["GET", "POST"])
@signed_in
def revocation(candidacy_id: UUID) -> ResponseReturnValue:
    (candidacy, row), form = _planned(candidacy_id), Form()
    if not form.validate_on_submit():
        return render_template("tenures/revocation.html", candidacy=candidacy, form=form)
    service.end_address(current_actor(), row, now())
    flash("Your address is ended: it opens nothing any more.", "good")
    return _back(candidacy_id)


@blueprint.get("/first-90-days/calendar/<token>.ics")
@public
@behind_a_secret_link
@limits.feeds
def feed(token: str) -> ResponseReturnValue:
    row = queries.behind(token, now())
    if row is None:
        abort(404)
    names = _reading(row.candidacy).names
    uid = "{}" + f"-{row.id}@{urlsplit(_base()).hostname or 'twofold'}"
    url = _base() + url_for("tenures.show", candidacy_id=row.candidacy_id)
    found = entries_of(row.starts_on, row.review_days, row.plan, names, uid, url)
    stamp = row.written_at.replace(microsecond=0)
    name = f"First 90 days of {names[0]} and {names[1]}"
    body = calendar_of(name, found, stamp, row.lock_version)
    headers = {"Content-Disposition": 'attachment; filename="first-90-days.ics"'}
    return Response(body, content_type="text/calendar; charset=utf-8", headers=headers)


def _readable(candidacy_id: UUID) -> Candidacy:
    return queries.readable(current_actor().user_id, candidacy_id, now())


def _planned(candidacy_id: UUID) -> tuple[Candidacy, FirstDays]:
    candidacy, row = _readable(candidacy_id), queries.of_candidacy(candidacy_id)
    if row is None:
        abort(404)
    return candidacy, row


def _may_write(candidacy: Candidacy) -> bool:
    is_time = candidacy.standing in PREPARED_FROM
    return is_time and may(current_actor(), "first_days.write", candidacy)


def _reading(candidacy: Candidacy) -> Reading:
    """What both signed, as the reader may read it."""
    frozen = hiring.submissions([candidacy.application_id])[candidacy.application_id]
    return Reading.of_sent(frozen, current_actor().user_id)


def _base() -> str:
    return str(current_app.config["BASE_URL"]).rstrip("/")


def _back(candidacy_id: UUID) -> ResponseReturnValue:
    return redirect(url_for("tenures.show", candidacy_id=candidacy_id), 303)
