"""Pairs that write to employers of their own accord: one waits unread, one is invited, one has a
signature of two."""

from __future__ import annotations

from datetime import datetime

from jobboard.approaches import service
from jobboard.approaches.models import Approach
from jobboard.approaches.service import Words
from jobboard.cli.demo.history import History
from jobboard.cli.demo.world import World
from jobboard.core.policy import Actor

DAY = 24.0
OWN, OTHER = "okafor-marsh", "keane-diallo"
WEEK = "aaaaaxbbbb"
WHY = {
    "northmoor": (
        "Your promise says that every senior post may be shared. None of the open ones is ours. Is"
        " there one that you have not advertised yet, in digital or in estates?"
    ),
    "wexcombe": (
        "You fund the overlap, and one in nine of your managers shares a post. We would bring six"
        " years of doing it to a council that already believes in it."
    ),
    "granary": "You are small enough for two people to know everybody by name within a month.",
}


def plan(world: World, history: History) -> None:
    story = _Approaching(world)
    for hours, pair, employer, signers in (
        (12 * DAY, OWN, "wexcombe", 2),
        (2.2 * DAY, OTHER, "northmoor", 2),
        (4 * DAY, OWN, "granary", 1),
    ):
        history.add(hours, lambda at, p=pair, e=employer: story.write(p, e, at))  # type: ignore[misc]
        for number in range(signers):
            history.add(
                hours - 5 * (number + 1),
                lambda at, p=pair, e=employer, n=number: story.sign(p, e, n, at),  # type: ignore[misc]
            )
    history.add(9 * DAY, lambda at: story.invite("wexcombe", "gareth.penhallow", at))


class _Approaching:
    def __init__(self, world: World) -> None:
        self.world = world
        self.written: dict[tuple[str, str], Approach] = {}

    def write(self, pair: str, employer: str, at: datetime) -> None:
        who, organisation = self.world.pairs[pair], self.world.employers[employer]
        actor = self._actor(pair, 0, at)
        approach = service.start(actor, who, organisation, None, "." * 10, at)
        proposition = approach.proposition or (
            "We have led one team together for four years and are looking for the next."
        )
        service.save(actor, approach, Words(proposition, WHY[employer], WEEK), approach.number, at)
        self.written[pair, employer] = approach

    def sign(self, pair: str, employer: str, number: int, at: datetime) -> None:
        approach = self.written[pair, employer]
        service.sign(self._actor(pair, number, at), approach, approach.content_hash, at)

    def invite(self, employer: str, who: str, at: datetime) -> None:
        approach, actor = self.written[OWN, employer], self.world.actor(who, at)
        words = (
            "We have nothing open this month. In the spring the directorate of places is split in"
            " two, and we would like to plan that post with a pair in the room. Come and talk."
        )
        service.invite(actor, approach, None, words, at)

    def _actor(self, pair: str, number: int, at: datetime) -> Actor:
        person = self.world.pairs[pair].people[number]
        return Actor(user_id=person.id, authenticated_at=at)
