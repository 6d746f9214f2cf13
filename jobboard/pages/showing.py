"""Cards that wait for somebody's yes, on their home page."""

from __future__ import annotations

from datetime import datetime

from flask import url_for

from jobboard.accounts.naming import first_name
from jobboard.cards import queries
from jobboard.core.policy import Actor
from jobboard.pages.todo import Todo
from jobboard.partnerships.models import Partnership


def todos(actor: Actor, pairs: list[Partnership], at: datetime) -> list[Todo]:
    """One query; none without a pair."""
    return [
        Todo(
            "link",
            f"{first_name(card.proposed_by)} proposes a card to show",
            f"“{card.label}”. Nobody can open it before you have looked at it and agreed.",
            url_for("cards.consent", partnership_id=card.partnership_id, card_id=card.id),
            "Look and decide",
            f": {card.label}",
        )
        for card in (queries.waiting_for(actor, at) if pairs else [])
    ]
