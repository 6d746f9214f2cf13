"""A card as a tagged PDF: the same frozen content as its page."""

from __future__ import annotations

from jobboard.cards import composing
from jobboard.cards.models import PairCard
from jobboard.core.documents.paper import Paper, Person
from jobboard.web.filters import day

KIND = "Pair card on Twofold"


def of_card(card: PairCard) -> Paper:
    """Only for a card that both agreed to."""
    content = composing.read(card.payload)
    at = card.agreed_at or card.created_at
    heading = content["heading"]
    return Paper(
        title=f"{heading}: pair card",
        kind=KIND,
        heading=heading,
        subheading="Two people who would hold one senior role together",
        people=[Person(**one) for one in content["people"]],
        sections=content["sections"],
        at=at,
        lead=[f"Shown because both agreed to it, on {day(at)}."],
        foot=f"{heading}. As both agreed on {day(at)}; a newer text may exist.",
    )
