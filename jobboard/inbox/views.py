"""The inbox of a pair, and the employer's end of each conversation under its candidacy."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.core.policy import may, require
from jobboard.inbox import queries, service
from jobboard.inbox.domain import delivered_words, read_words
from jobboard.inbox.forms import MessageForm
from jobboard.inbox.models import Message
from jobboard.inbox.places import Place
from jobboard.inbox.queries import lists
from jobboard.partnerships import queries as partnerships
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.filters import instant
from jobboard.web.guards import signed_in
from jobboard.web.pagination import Page, page_number

blueprint = Blueprint("inbox", __name__)

CONVERSATIONS_A_PAGE = 20
MESSAGES_A_PAGE = 50


@blueprint.get("/partnerships/<uuid:partnership_id>/inbox")
@signed_in
def index(partnership_id: UUID) -> ResponseReturnValue:
    actor, at = current_actor(), now()
    pair = partnerships.one_of_member(actor, partnership_id)
    total = lists.count_conversations(pair.id, at)
    number = page_number(request.args.get("page"), total, CONVERSATIONS_A_PAGE)
    start = (number - 1) * CONVERSATIONS_A_PAGE
    rows = lists.conversations(actor, pair.id, at, start, CONVERSATIONS_A_PAGE)
    url = partial(_page_url, "inbox.index", partnership_id=pair.id)
    return render_template(
        "inbox/index.html",
        pair=pair,
        partner=pair.partner_of(actor.user_id),
        ours=lists.between_the_two(actor, pair.id),
        page=Page(rows, total, number, CONVERSATIONS_A_PAGE, url),
    )


@blueprint.route("/partnerships/<uuid:partnership_id>/inbox/notes", methods=["GET", "POST"])
@signed_in
@limits.messages
def notes(partnership_id: UUID) -> ResponseReturnValue:
    """Between the two alone."""
    return _conversation(_notes(partnership_id))


@blueprint.post("/partnerships/<uuid:partnership_id>/inbox/notes/reading")
@signed_in
def notes_reading(partnership_id: UUID) -> ResponseReturnValue:
    return _read(_notes(partnership_id))


@blueprint.route("/applications/<uuid:application_id>/messages", methods=["GET", "POST"])
@signed_in
@limits.messages
def conversation(application_id: UUID) -> ResponseReturnValue:
    """The pair and the employer, as the pair sees it."""
    return _conversation(queries.about_application(current_actor(), application_id, now()))


@blueprint.post("/applications/<uuid:application_id>/messages/reading")
@signed_in
def reading(application_id: UUID) -> ResponseReturnValue:
    return _read(queries.about_application(current_actor(), application_id, now()))


@blueprint.route("/hiring/candidacies/<uuid:candidacy_id>/messages", methods=["GET", "POST"])
@signed_in
@limits.messages
def candidacy(candidacy_id: UUID) -> ResponseReturnValue:
    """The same, as the employer sees it."""
    return _conversation(_at_the_employer(candidacy_id))


@blueprint.post("/hiring/candidacies/<uuid:candidacy_id>/messages/reading")
@signed_in
def candidacy_reading(candidacy_id: UUID) -> ResponseReturnValue:
    return _read(_at_the_employer(candidacy_id))


def _at_the_employer(candidacy_id: UUID) -> Place:
    place = queries.about_candidacy(current_actor(), candidacy_id, now())
    require(current_actor(), "message.read", place)
    return place


def _notes(partnership_id: UUID) -> Place:
    return Place(partnerships.one_of_member(current_actor(), partnership_id))


def _conversation(place: Place) -> ResponseReturnValue:
    form, code = MessageForm(), 200
    if form.validate_on_submit():
        try:
            service.write(current_actor(), place, form.text.data, now(), _seen())
        except UserError as error:
            form.blame(error)
            code = 409 if isinstance(error, ConflictError) else 422
        else:
            flash(f"Sent to {_addressees(place)}.", "good")
            return redirect(_url(place), 303)
    elif form.is_submitted():
        code = 422
    return _page(place, form), code


def _read(place: Place) -> ResponseReturnValue:
    """What stood on the page when the button was pressed, and nothing that came after."""
    service.mark_read(current_actor(), place, _seen(), now())
    return redirect(_url(place), 303)


def _page(place: Place, form: MessageForm) -> str:
    me = current_actor().user_id
    total = queries.count_messages(place, me)
    number = page_number(request.args.get("page"), total, MESSAGES_A_PAGE)
    rows = queries.messages(place, me, (number - 1) * MESSAGES_A_PAGE, MESSAGES_A_PAGE)
    closed = place.closed_words(me)
    return render_template(
        "inbox/conversation.html",
        place=place,
        pair=place.partnership,
        form=form,
        page=Page(rows[::-1], total, number, MESSAGES_A_PAGE, partial(_url, place)),
        unread=[row for row in rows if row.is_new_for(me)],
        closed=closed,
        may_write=not closed and may(current_actor(), "message.write", place),
        addressees=_addressees(place),
        here=_url(place),
        reading=_url(place, view="_reading"),
        status={row.id: _status(place, row) for row in rows},
    )


def _status(place: Place, row: Message) -> str:
    """The line under a message: who of the pair has read it and when, or that it was delivered."""
    me = current_actor().user_id
    readers = place.readers_of(row, me)
    if place.is_employer:
        return "" if row.is_from_pair else delivered_words([one.name for one in readers])
    others = [(one.name, one.read_at) for one in readers if not one.is_viewer]
    when = [f"{name} read it on {instant(at)}" for name, at in others if at]
    return ". ".join(filter(None, [read_words(readers), *when]))


def _addressees(place: Place) -> str:
    """`Nadia and Helen`, `Northmoor Trust and Helen`, `Helen`."""
    me = current_actor().user_id
    names = [first_name(one, me) for one in place.pair_in_it if one.id != me]
    if place.application and not place.is_employer:
        names.insert(0, place.organisation)
    return " and ".join(names)


def _seen() -> list[UUID]:
    """Messages that stood on the page; what is no id was none."""
    found = []
    for text in request.form.getlist("seen")[:MESSAGES_A_PAGE]:
        try:
            found.append(UUID(text))
        except ValueError:
            continue
    return found


def _url(place: Place, number: int = 1, view: str = "") -> str:
    page = number if number > 1 else None
    if place.is_employer and place.candidacy:
        return url_for(f"inbox.candidacy{view}", candidacy_id=place.candidacy.id, page=page)
    if place.application:
        endpoint = "inbox.reading" if view else "inbox.conversation"
        return url_for(endpoint, application_id=place.application.id, page=page)
    return url_for(f"inbox.notes{view}", partnership_id=place.partnership.id, page=page)


def _page_url(endpoint: str, number: int, **values: object) -> str:
    return url_for(endpoint, **values, page=number if number > 1 else None)  # type: ignore[arg-type]
