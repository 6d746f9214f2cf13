"""The pair's own pages: the list, one card, the yes and the end."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.cards import composing, papers, queries, service
from jobboard.cards.domain import STATE_WORDS, OtherContentError, SettledCardError
from jobboard.cards.forms import AgreeForm, EndForm
from jobboard.cards.models import PairCard
from jobboard.cards.views.room import blueprint, link_of
from jobboard.core.clock import now
from jobboard.partnerships import queries as partnerships
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in
from jobboard.web.papers import answer


@blueprint.get("/partnerships/<uuid:partnership_id>/cards")
@signed_in
def index(partnership_id: UUID) -> ResponseReturnValue:
    actor, at = current_actor(), now()
    pair = partnerships.one_of_member(actor, partnership_id)
    found = queries.of_partnership(actor, partnership_id)
    return render_template(
        "cards/index.html",
        pair=pair,
        partner=pair.partner_of(actor.user_id),
        now_open=[card for card in found if card.is_open(at)],
        past=[card for card in found if not card.is_open(at)],
        state_words=STATE_WORDS,
        at=at,
    )


@blueprint.get("/partnerships/<uuid:partnership_id>/cards/<uuid:card_id>")
@signed_in
def show(partnership_id: UUID, card_id: UUID) -> ResponseReturnValue:
    """The card as its reader sees it, with its link for the two."""
    return _page(_load(partnership_id, card_id))


@blueprint.get("/partnerships/<uuid:partnership_id>/cards/<uuid:card_id>/card.pdf")
@signed_in
@limits.papers
def show_pdf(partnership_id: UUID, card_id: UUID) -> ResponseReturnValue:
    paper = papers.of_card(_load(partnership_id, card_id))
    return answer(paper, paper.title)


@blueprint.route(
    "/partnerships/<uuid:partnership_id>/cards/<uuid:card_id>/consent", methods=["GET", "POST"]
)
@signed_in
def consent(partnership_id: UUID, card_id: UUID) -> ResponseReturnValue:
    """GET shows what would be shown, POST is one person's own yes to exactly that."""
    actor, card = current_actor(), _load(partnership_id, card_id)
    form = AgreeForm()
    if not form.is_submitted():
        if not card.waits_for(actor.user_id, now()):
            return redirect(_to("show", card))
        return _consent_page(card, form)
    try:
        service.agree(actor, card, form.seen.data or "", now())
    except (SettledCardError, OtherContentError) as error:
        form.blame(error)
        return _consent_page(_load(partnership_id, card_id), form), 409
    flash("You both agreed: the link works from now on.", "good")
    return redirect(_to("show", card))


@blueprint.route(
    "/partnerships/<uuid:partnership_id>/cards/<uuid:card_id>/revocation", methods=["GET", "POST"]
)
@signed_in
def revocation(partnership_id: UUID, card_id: UUID) -> ResponseReturnValue:
    """Either partner, at once: revoke, take back or decline, as it stands."""
    actor, card = current_actor(), _load(partnership_id, card_id)
    form = EndForm()
    if not form.validate_on_submit():
        if not card.is_open(now()):
            return redirect(_to("show", card))
        partner = card.partnership.partner_of(actor.user_id)
        words = {"card": card, "pair": card.partnership, "form": form, "partner": partner}
        return render_template("cards/revocation.html", **words, at=now())
    service.end(actor, card, now())
    name = first_name(card.partnership.partner_of(actor.user_id), actor.user_id)
    flash(f"It is ended: its link opens nothing any more. {name} is told.", "good")
    return redirect(url_for("cards.index", partnership_id=partnership_id))


def _load(partnership_id: UUID, card_id: UUID) -> PairCard:
    return queries.one_of_pair(current_actor(), partnership_id, card_id)


def _to(view: str, card: PairCard) -> str:
    return url_for(f"cards.{view}", partnership_id=card.partnership_id, card_id=card.id)


def _page(card: PairCard) -> str:
    actor, at = current_actor(), now()
    return render_template(
        "cards/show.html",
        card=card,
        pair=card.partnership,
        partner=card.partnership.partner_of(actor.user_id),
        content=composing.read(card.payload),
        state=card.state_at(at),
        words=STATE_WORDS[card.state_at(at)],
        waits=card.waits_for(actor.user_id, at),
        link=link_of(card) if card.is_live(at) else "",
    )


def _consent_page(card: PairCard, form: AgreeForm) -> str:
    form.seen.data = card.content_hash
    return render_template(
        "cards/consent.html",
        card=card,
        pair=card.partnership,
        form=form,
        content=composing.read(card.payload),
        partner=card.partnership.partner_of(current_actor().user_id),
        waits=card.waits_for(current_actor().user_id, now()),
    )
