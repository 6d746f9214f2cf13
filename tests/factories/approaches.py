"""Pairs that write to employers. Each factory goes through the verbs and commits."""

from __future__ import annotations

from datetime import datetime

from jobboard.approaches import service
from jobboard.approaches.models import Approach
from jobboard.approaches.service import Words
from jobboard.core.clock import now
from jobboard.organisations.models import Organisation
from jobboard.partnerships.models import Partnership
from jobboard.roles.models import Role
from tests.factories.applications import actor_of

SAID = Words(
    "We have run one service together for six years.", "Your board asked aloud.", "aaaaxxbbbb"
)


def make_approach(
    pair: Partnership, organisation: Organisation, role: Role | None = None, *, said: Words = SAID
) -> Approach:
    """A draft that can be signed, by the first partner."""
    actor = actor_of(pair.first)
    approach = service.start(actor, pair, organisation, role, "." * 10, now())
    service.save(actor, approach, said, approach.number, now())
    return approach


def send_approach(approach: Approach, at: datetime | None = None) -> Approach:
    at = at or now()
    for person in approach.partnership.people:
        service.sign(actor_of(person, at), approach, approach.content_hash, at)
    return approach
