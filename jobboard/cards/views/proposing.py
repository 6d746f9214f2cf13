"""One partner puts a card together: from which text, what it shows, for how long."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.applications import queries as applications
from jobboard.applications import snapshot
from jobboard.applications.domain import Status
from jobboard.applications.models import Application
from jobboard.applications.reading import Reading
from jobboard.applications.signing import digest
from jobboard.candidates.queries import profiles_of
from jobboard.cards import composing, service
from jobboard.cards.composing import Source
from jobboard.cards.domain import OtherContentError
from jobboard.cards.forms import CardForm
from jobboard.cards.queries import kept_answers
from jobboard.cards.views.room import blueprint
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.partnerships import queries as partnerships
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.queries.referees import confirmed_of
from jobboard.partnerships.weeks import laid_together
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.route("/partnerships/<uuid:partnership_id>/cards/new", methods=["GET", "POST"])
@signed_in
@limits.cards
def new(partnership_id: UUID) -> ResponseReturnValue:
    """`?from=` names an application; without it the card is made from the pair's own text.

    "Look at it" shows the card and stores nothing; "Propose" wants what was looked at.
    """
    pair = partnerships.one_of_member(current_actor(), partnership_id)
    mine = _applications(pair)
    chosen = _chosen(mine)
    source = _source(pair, chosen)
    form = CardForm()
    form.offer(source)
    if not form.is_submitted():
        return _page(form, pair, mine, chosen)
    if not form.validate():
        return _page(form, pair, mine, chosen), 422
    payload = source.payload(form.parts.data or [])
    if "propose" not in request.form:
        return _page(form, pair, mine, chosen, payload)
    if form.seen.data != digest(payload):
        form.blame(OtherContentError())
        return _page(form, pair, mine, chosen, payload), 409
    return _propose(form, pair, mine, chosen, payload)


def _propose(
    form: CardForm,
    pair: Partnership,
    mine: list[Application],
    chosen: Application | None,
    payload: bytes,
) -> ResponseReturnValue:
    actor = current_actor()
    application_id = chosen.id if chosen else None
    draft = service.Draft(form.label.data or "", int(form.days.data), payload, application_id)
    try:
        card = service.propose(actor, pair, draft, now())
    except UserError as error:
        form.blame(error)
        return _page(form, pair, mine, chosen, payload), 422
    name = first_name(pair.partner_of(actor.user_id), actor.user_id)
    flash(f"{name} is asked. Nobody can open the card before {name} agrees.", "good")
    return redirect(url_for("cards.show", partnership_id=pair.id, card_id=card.id))


def _applications(pair: Partnership) -> list[Application]:
    """The pair's texts that can be shown, the latest touched first."""
    found = applications.applications_of_person(current_actor().user_id)
    return [
        one for one in found if one.partnership_id == pair.id and one.status is not Status.WITHDRAWN
    ]


def _chosen(mine: list[Application]) -> Application | None:
    wanted = request.args.get("from", "")
    if not wanted:
        return None
    found = [one for one in mine if str(one.id) == wanted]
    return found[0] if found else abort(404)


def _source(pair: Partnership, chosen: Application | None) -> Source:
    if chosen is None:
        return _own(pair)
    frozen = applications.submission_of(chosen.id)
    if frozen is not None:
        return composing.of_application(Reading.of_sent(frozen))
    whole = applications.of_pair_to_sign(current_actor(), chosen.id)
    entries = applications.track_record(pair.id)
    document = snapshot.document_of(whole, entries)
    reading = Reading(document, now().date(), confirmed=confirmed_of(entries))
    return composing.of_application(reading)


def _own(pair: Partnership) -> Source:
    profiles = profiles_of([pair.first_id, pair.second_id])
    first, second = profiles.get(pair.first_id), profiles.get(pair.second_id)
    together = laid_together(first.availability, second.availability) if first and second else None
    headlines = {"a": first.headline if first else "", "b": second.headline if second else ""}
    confirmed, answers = confirmed_of(pair.track_record), kept_answers(pair.id)
    return composing.of_pair(pair, together, headlines, now().date(), confirmed, answers)


def _page(
    form: CardForm,
    pair: Partnership,
    mine: list[Application],
    chosen: Application | None,
    payload: bytes | None = None,
) -> str:
    form.seen.data = digest(payload) if payload else ""
    return render_template(
        "cards/new.html",
        form=form,
        pair=pair,
        applications=mine,
        chosen=chosen,
        content=composing.read(payload) if payload else None,
        partner=pair.partner_of(current_actor().user_id),
    )
