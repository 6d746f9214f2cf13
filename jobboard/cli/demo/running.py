"""What becomes of Northmoor's adverts: one stays open longer, one waits for its day, one changes
after pairs had signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from jobboard.cli.demo.history import History
from jobboard.cli.demo.world import World
from jobboard.hiring import service as hiring
from jobboard.hiring.queries.reconfirming import of_partner
from jobboard.roles import contents
from jobboard.roles import service as roles
from jobboard.roles.models import Role
from jobboard.roles.outcomes import Ending

DAY = 24.0
EMPLOYER = "employer"
EXTENDED, COPIED, CHANGED = "northmoor-quality", "northmoor-nursing-east", "northmoor-development"
KEPT_AS = "Executive director, shared by two"
STANDING = (("helen", "okafor-marsh"), ("siobhan.keane", "keane-diallo"),
            ("amara.diallo", "keane-diallo"))  # fmt: skip


def plan(world: World, history: History) -> None:
    story = _Running(world)
    history.add(6 * DAY, story.keep)
    history.add(1.9 * DAY, story.schedule)
    history.add(1.2 * DAY, story.extend)
    history.add(50.0, story.change)
    history.add(30.0, story.say_how_it_stands)
    for number, (who, pair) in enumerate(STANDING):
        history.add(8.0 - number, lambda at, w=who, p=pair: story.stand_by(w, p, at))  # type: ignore[misc]


class _Running:
    def __init__(self, world: World) -> None:
        self.world = world

    def keep(self, at: datetime) -> None:
        role = self.world.roles["northmoor-people"]
        roles.keep_template(self.world.actor(EMPLOYER, at), role, KEPT_AS, at)

    def schedule(self, at: datetime) -> None:
        """A twin of the post in the east: copied, named, and to open next week."""
        actor = self.world.actor(EMPLOYER, at)
        draft = roles.copy(actor, self.world.roles[COPIED], at)
        said = replace(
            contents.of(draft),
            title="Head of Community Nursing, West",
            closes_at=_noon(at + timedelta(days=40)),
        )
        roles.save(actor, draft, said, draft.lock_version, at)
        roles.publish(actor, draft, at, publish_at=_noon(at + timedelta(days=7)))

    def say_how_it_stands(self, at: datetime) -> None:
        role = self.world.roles[CHANGED]
        words = (
            "We are still interviewing. A fortnight more for pairs to find each other would help."
        )
        actor = self.world.actor(EMPLOYER, at)
        roles.say_outcome(actor, role, Ending.LOOKING, None, words, at, seen=0)

    def extend(self, at: datetime) -> None:
        role = self.world.roles[EXTENDED]
        assert role.closes_at is not None
        longer = role.closes_at + timedelta(days=7)
        roles.extend(self.world.actor(EMPLOYER, at), role, longer, at)

    def change(self, at: datetime) -> None:
        """A tenth of a post more, for the handover; every pair that signed is asked."""
        role: Role = self.world.roles[CHANGED]
        said = contents.of(role)
        assert said.funded_tenths is not None
        said = replace(said, funded_tenths=said.funded_tenths + 1)
        roles.save(self.world.actor(EMPLOYER, at), role, said, role.lock_version, at)

    def stand_by(self, who: str, pair: str, at: datetime) -> None:
        actor, role = self.world.actor(who, at), self.world.roles[CHANGED]
        candidacy = of_partner(actor, self.world.applications[pair, CHANGED].id)
        hiring.reconfirm(actor, candidacy, role.version, at)


def _noon(at: datetime) -> datetime:
    return at.replace(hour=12, minute=0, second=0, microsecond=0)
