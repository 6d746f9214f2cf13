"""Who may: the employer's people propose and move, each named person answers for themselves."""

from __future__ import annotations

from jobboard.core.policy import Actor, rule
from jobboard.hiring.models import Candidacy
from jobboard.hiring.policy import decides
from jobboard.interviews.models import Interview


@rule("interview.propose")
def may_propose(actor: Actor, candidacy: Candidacy) -> bool:
    """Whoever moves this candidacy: never half of this very pair."""
    return decides(actor, candidacy)


@rule("interview.arrange")
def may_arrange(actor: Actor, interview: Interview) -> bool:
    """Move, cancel, say that it was held, and read what would help somebody on the day."""
    return decides(actor, interview.candidacy)


@rule("interview.answer")
def may_answer(actor: Actor, interview: Interview) -> bool:
    """A named person, in their own name; one who left the application since says nothing more."""
    application = interview.candidacy.application
    is_named = interview.answer_of(actor.user_id) is not None
    return is_named and application.left_by_id != actor.user_id
