"""The blueprint of cards, and what pages of lower features may ask about them."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, current_app, url_for

from jobboard.cards import queries
from jobboard.cards.models import PairCard
from jobboard.core.clock import now
from jobboard.partnerships.models import Partnership
from jobboard.web.actor import current_actor

blueprint = Blueprint("cards", __name__)


@blueprint.app_context_processor
def words() -> dict[str, Any]:
    """`cards_of(pair)` for the pair's page: (open cards, how many wait for whoever is reading)."""
    return {"cards_of": cards_of}


def cards_of(pair: Partnership) -> tuple[list[PairCard], int]:
    at, actor = now(), current_actor()
    found = [one for one in queries.of_partnership(actor, pair.id) if one.is_open(at)]
    return found, sum(one.waits_for(actor.user_id, at) for one in found)


def link_of(card: PairCard) -> str:
    """The address to hand out; from BASE_URL, not from the name this request came under."""
    base = str(current_app.config["BASE_URL"]).rstrip("/")
    return base + url_for("cards.read", token=card.token())
