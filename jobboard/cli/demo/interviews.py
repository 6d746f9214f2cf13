"""Two interviews at Northmoor: one that is agreed, and one that waits for Helen's yes."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from jobboard.cli.demo.history import History
from jobboard.cli.demo.world import World
from jobboard.core.db import session
from jobboard.hiring import queries as hiring
from jobboard.interviews import queries, service
from jobboard.interviews.domain import Kind, Panelist, Slot
from jobboard.interviews.models import Interview
from jobboard.interviews.times import instant_of
from jobboard.planning.turns import LONDON

ROLE = "northmoor-development"
DAY = 24.0
ROOM = "The Beck Room, second floor, Northmoor House, Otterby"
CHAIR = Panelist("Dr Samina Rauf")
NEEDS = "A table near the door, please, and the questions in writing as well as aloud."


def plan(world: World, history: History) -> None:
    story = _Meeting(world)
    history.add(3.5 * DAY, lambda at: story.propose("keane-diallo", time(9, 30), at))
    for hours, who in ((3.2 * DAY, "siobhan.keane"), (3 * DAY, "amara.diallo")):
        history.add(hours, lambda at, w=who: story.accept(w, "keane-diallo", at))  # type: ignore[misc]
    history.add(22.0, lambda at: story.propose("okafor-marsh", time(14), at))
    history.add(9.0, lambda at: story.accept("nadia", "okafor-marsh", at))


class _Meeting:
    def __init__(self, world: World) -> None:
        self.world = world
        self.rows: dict[str, Interview] = {}

    def propose(self, pair: str, clock: time, at: datetime) -> None:
        """On the second Wednesday from then, on which both of each pair are in."""
        session().flush()
        application = self.world.applications[pair, ROLE]
        candidacy = hiring.of_application(application.id)
        assert candidacy is not None
        today = at.astimezone(LONDON).date()
        day = today + timedelta(days=(2 - today.weekday()) % 7 + 7)
        slot = Slot(instant_of(day, clock), 75, ROOM)
        members = tuple(self.world.people[who].id for who in ("recruiter", "employer"))
        wanted = service.Proposal(Kind.JOINT, slot, members, (CHAIR,))
        self.rows[pair] = service.propose(self.world.actor("recruiter", at), candidacy, wanted, at)

    def accept(self, who: str, pair: str, at: datetime) -> None:
        actor = self.world.actor(who, at)
        row = queries.for_named(actor, self.rows[pair].id)
        service.accept(actor, row, row.sequence, at)
        if pair == "okafor-marsh":
            service.adjust(actor, row, NEEDS)
