"""Cards that a pair shows around. Each factory commits what it makes."""

from __future__ import annotations

from datetime import datetime

from jobboard.cards import composing, service
from jobboard.cards.models import PairCard
from jobboard.cards.queries import kept_answers
from jobboard.core.clock import now
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.queries.referees import confirmed_of
from tests.factories.pairs import actor_of


def make_card(
    pair: Partnership, *, label: str = "for Dr Shah", days: int = 14, at: datetime | None = None
) -> PairCard:
    """Proposed by the first partner, from the pair's own text with every part of it."""
    at = at or now()
    source = composing.of_pair(
        pair, None, {}, at.date(), confirmed_of(pair.track_record), kept_answers(pair.id)
    )
    payload = source.payload([value for value, _ in source.choices()])
    return service.propose(actor_of(pair.first), pair, service.Draft(label, days, payload), at)


def live_card(pair: Partnership, *, at: datetime | None = None, days: int = 14) -> PairCard:
    """Agreed to by the second partner: its link works."""
    card = make_card(pair, at=at, days=days)
    service.agree(actor_of(pair.second), card, card.content_hash, at or now())
    return card
