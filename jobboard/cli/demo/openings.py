"""How often Northmoor's adverts were looked at, most in their first days."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from jobboard.cli.demo.history import History
from jobboard.cli.demo.world import World
from jobboard.roles import service as roles
from jobboard.roles.models import Role
from jobboard.web.filters import local


def plan(world: World, history: History) -> None:
    dice = Random(11)

    def look(at: datetime) -> None:
        for key, role in world.roles.items():
            if key.startswith("northmoor") and role.published_at:
                _look(role, role.published_at, at, dice)

    history.add(1.0, look)


def _look(role: Role, since: datetime, at: datetime, dice: Random) -> None:
    until = min(at, role.closes_at or at)
    for n in range(max((until - since).days, 0)):
        if number := dice.randrange(1 + 30 // (1 + n // 3)):
            roles.count_opening(role.id, local(since + timedelta(days=n)).date(), number)
