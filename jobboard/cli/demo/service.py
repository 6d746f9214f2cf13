"""The one verb of the demo data: fill an empty database, all of it or nothing."""

from __future__ import annotations

from datetime import timedelta

from jobboard.accounts import service as accounts
from jobboard.accounts.views.entering import DEMO_PASSWORD
from jobboard.cli.demo import (
    agency,
    applying,
    approaching,
    asking,
    cards,
    endings,
    first_days,
    growing,
    hiring_roles,
    interviews,
    known,
    messages,
    openings,
    pairing,
    queries,
    running,
)
from jobboard.cli.demo.history import History
from jobboard.cli.demo.world import World
from jobboard.core import clock, mail
from jobboard.core.db import expect_writes, transaction

TOLD_SINCE = timedelta(hours=36)
"""Mails about what happened later than this are really sent; the older ones nobody awaits."""


class DemoRefusedError(RuntimeError):
    """Production, or a database that holds somebody. `str()` is a sentence for the terminal."""


def fill() -> None:
    """A few seconds. Raises DemoRefusedError for a database in use."""
    if not queries.is_empty():
        raise DemoRefusedError("This database is in use already, so no demo data was written.")
    now = clock.now().replace(microsecond=0)
    world = World(accounts.hash_password(DEMO_PASSWORD))
    history = History(now)
    hiring_roles.plan(world, history)
    known.plan(world, history)
    agency.plan(world, history)
    pairing.plan(world, history)
    growing.plan(world, history)
    applying.plan(world, history)
    messages.plan(world, history)
    interviews.plan(world, history)
    first_days.plan(world, history)
    cards.plan(world, history)
    endings.plan(world, history)
    running.plan(world, history)
    asking.plan(world, history)
    openings.plan(world, history)
    approaching.plan(world, history)
    expect_writes()
    with transaction():
        history.live()
        mail.drop_waiting(now - TOLD_SINCE)
