"""The two who write, and whoever writes roles for the employer."""

from __future__ import annotations

from jobboard.approaches.models import Approach
from jobboard.core.policy import Actor, rule
from jobboard.organisations.domain import STAFF
from jobboard.partnerships.models import Partnership


@rule("approach.start")
def start(actor: Actor, partnership: Partnership) -> bool:
    return partnership.includes(actor.user_id)


@rule("approach.write")
@rule("approach.sign")
@rule("approach.withdraw")
def write(actor: Actor, approach: Approach) -> bool:
    return approach.partnership.includes(actor.user_id)


@rule("approach.answer")
def answer(actor: Actor, approach: Approach) -> bool:
    return approach.organisation.member_kind(actor.user_id) in STAFF
