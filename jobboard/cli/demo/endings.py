"""Pairs whose plans change: one rests, and of another one partner leaves an application."""

from __future__ import annotations

from datetime import datetime

from jobboard.applications import service as applications
from jobboard.cli.demo.history import History
from jobboard.cli.demo.world import World
from jobboard.partnerships import service as partnerships

DAY = 24
RESTING = "haddad-whitlock"
LEFT = ("ferreira-prentice", "northmoor-development")
"""Lucía is in another pair too, so she may go on with a new partner."""


def plan(world: World, history: History) -> None:
    def rest(at: datetime) -> None:
        words = "A book has to be finished by February. Nothing else has changed."
        actor = world.actor("yasmin.haddad", at)
        partnerships.pause(actor, world.pairs[RESTING], words, at)

    def leave(at: datetime) -> None:
        words = "I have said yes to the post in Hull. You were the reason that they asked me."
        actor = world.actor("joanna.prentice", at)
        applications.leave(actor, world.applications[LEFT], words, at)

    history.add(1.6 * DAY, rest)
    history.add(1.7 * DAY, leave)
