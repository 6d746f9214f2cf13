from __future__ import annotations

from jobboard.core.policy import Actor, rule
from jobboard.hiring.models import Candidacy


@rule("candidacy.move")
@rule("candidacy.note")
def decides(actor: Actor, candidacy: Candidacy) -> bool:
    """Every member of the role's organisation, except somebody who is half of this very pair."""
    is_theirs = candidacy.application.partnership.includes(actor.user_id)
    return not is_theirs and candidacy.role.organisation.has_member(actor.user_id)
