"""Both partners, and for a yes only the one who did not propose it."""

from __future__ import annotations

from jobboard.cards.models import PairCard
from jobboard.core.policy import Actor, rule
from jobboard.partnerships.models import Partnership


@rule("card.propose")
def propose(actor: Actor, partnership: Partnership) -> bool:
    return partnership.includes(actor.user_id)


@rule("card.end")
def end(actor: Actor, card: PairCard) -> bool:
    return card.partnership.includes(actor.user_id)


@rule("card.agree")
def agree(actor: Actor, card: PairCard) -> bool:
    """Nobody agrees to their own proposal: the other one has to."""
    return card.partnership.includes(actor.user_id) and actor.user_id != card.proposed_by_id
