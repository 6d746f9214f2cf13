"""What Nadia and Helen show around: one card that works, one that waits for Helen."""

from __future__ import annotations

from datetime import datetime

from jobboard.cards import composing, service
from jobboard.cards.models import PairCard
from jobboard.cli.demo.history import History
from jobboard.cli.demo.world import World
from jobboard.partnerships import queries as partnerships

PAIR = "okafor-marsh"
DAY = 24


def plan(world: World, history: History) -> None:
    made: list[PairCard] = []

    def propose(at: datetime, label: str, parts: list[str]) -> None:
        actor = world.actor("nadia", at)
        pair = partnerships.one_of_member(actor, world.pairs[PAIR].id)
        source = composing.of_pair(pair, None, {}, at.date())
        draft = service.Draft(label, 30, source.payload(parts))
        made.append(service.propose(actor, pair, draft, at))

    def agree(at: datetime) -> None:
        service.agree(world.actor("helen", at), made[0], made[0].content_hash, at)

    everything = ["proposition", "track-record", "sharing"]
    history.add(6 * DAY, lambda at: propose(at, "for Dr Shah at Aire Vale", everything))
    history.add(5 * DAY, agree)
    history.add(20, lambda at: propose(at, "for the recruiter who rang", everything[:1]))
