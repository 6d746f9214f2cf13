"""Who may read and write at the employer: whoever decides. Of the pair: who has not left."""

from __future__ import annotations

from jobboard.core.policy import Actor, rule
from jobboard.hiring.policy import decides
from jobboard.inbox.places import Place


@rule("message.read")
@rule("message.write")
def may_write(actor: Actor, place: Place) -> bool:
    """What a stage or an end allows is asked apart (`Place.closed_words`): it is no fault."""
    if place.is_employer:
        return place.candidacy is not None and decides(actor, place.candidacy)
    return actor.user_id in {person.id for person in place.pair_in_it}
