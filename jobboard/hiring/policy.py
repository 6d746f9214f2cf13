from __future__ import annotations

from jobboard.core.policy import Actor, rule
from jobboard.hiring.models import Candidacy
from jobboard.organisations.domain import READERS, STAFF, MemberKind


@rule("candidacy.move")
def decides(actor: Actor, candidacy: Candidacy) -> bool:
    """Who decides about the role, except somebody who is half of this very pair."""
    return _is_one_of(STAFF, actor, candidacy)


@rule("candidacy.note")
def may_note(actor: Actor, candidacy: Candidacy) -> bool:
    """Whoever reads it there."""
    return _is_one_of(READERS, actor, candidacy)


def _is_one_of(kinds: frozenset[MemberKind], actor: Actor, candidacy: Candidacy) -> bool:
    is_theirs = candidacy.application.partnership.includes(actor.user_id)
    return not is_theirs and candidacy.role.member_kind(actor.user_id) in kinds
