from __future__ import annotations

from jobboard.core.policy import Actor, rule
from jobboard.hiring.models import Candidacy
from jobboard.hiring.policy import decides


@rule("first_days.write")
def may_write(actor: Actor, candidacy: Candidacy) -> bool:
    """Whoever decides about the pair: never half of it."""
    return decides(actor, candidacy)
