"""An agency that recruits for one client, and waits for the answer of another."""

from __future__ import annotations

from datetime import datetime

from jobboard.accounts.domain import Purpose
from jobboard.cli.demo.history import History
from jobboard.cli.demo.shapes import Person
from jobboard.cli.demo.world import World
from jobboard.organisations import service as organisations
from jobboard.organisations.ties import Side

DAY = 24.0
OWNER = Person(
    "agency",
    "Tamsin Orwell",
    "Finds pairs for senior posts",
    6,
    ("health", "housing"),
    "Manchester",
    "cccccccccc",
    ("Executive search", "Job shares"),
    Purpose.HIRE,
)
NAME = "Two Desks Search"
ABOUT = (
    "We find two people for one senior post, and nothing else. Employers come to us when they have"
    " read that it works and do not know where to begin."
)
RUNS = "esk-maternity"
"""The advert that it wrote for its client."""
CLIENT, CLIENT_OWNER, WAITING = "esk", "agnieszka.hobb", "fellgate"


def plan(world: World, history: History) -> None:
    history.add(400 * DAY, lambda at: _found(world, at))
    history.add(390 * DAY, lambda at: _agree(world, at))
    history.add(2 * DAY, lambda at: _ask(world, WAITING, at))


def _found(world: World, at: datetime) -> None:
    world.welcome(OWNER, at)
    actor, site = world.actor(OWNER.key, at), "https://twodesks.example"
    world.employers[OWNER.key] = organisations.create(actor, NAME, ABOUT, site, at, is_agency=True)


def _ask(world: World, client: str, at: datetime) -> None:
    agency, actor = world.employers[OWNER.key], world.actor(OWNER.key, at)
    organisations.ask_tie(actor, agency, Side.CLIENT, world.employers[client], at)


def _agree(world: World, at: datetime) -> None:
    agency, client = world.employers[OWNER.key], world.employers[CLIENT]
    actor = world.actor(OWNER.key, at)
    tie = organisations.ask_tie(actor, agency, Side.CLIENT, client, at)
    organisations.confirm_tie(world.actor(CLIENT_OWNER, at), client, tie, at)
