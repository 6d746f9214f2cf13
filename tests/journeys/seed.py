"""python -m tests.journeys.seed apply ROLE_ID TAG | draft TAG | ready TAG

Makes the part of a world that a journey does not tell. Runs beside a running site, on its database
and its clock, through the verbs; prints ids. Everybody signs in with PASSWORD.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from jobboard.accounts.domain import Purpose
from jobboard.accounts.models import User
from jobboard.app import create_app
from jobboard.core.clock import now
from jobboard.core.db import db
from jobboard.organisations import service as organisations
from jobboard.roles import queries as roles
from tests.factories.accounts import make_person
from tests.factories.applications import GOOD_PLAN, actor_of, fill_in, sign, start_application
from tests.factories.world import make_partnership, make_role
from tests.journeys.running import Site

FIRST, SECOND = "Tomasz Wieczorek", "Priya Raman"


@dataclass(frozen=True)
class Made:
    """A role with an application for it by Nadia and Helen; `ruth` owns the organisation."""

    role: str
    application: str
    title: str
    nadia: str
    helen: str
    ruth: str


def made(site: Site, what: str, tag: str) -> Made:
    """`draft`: nothing is written yet. `ready`: complete, and Helen has signed it."""
    return Made(**json.loads(site.run("-m", "tests.journeys.seed", what, tag)))


def beside_a_site() -> None:
    """This process writes while the site does: each of its transactions takes the lock at once."""

    if db.engine.dialect.name != "sqlite":
        return

    @sa.event.listens_for(db.engine, "begin")
    def take_the_lock(connection: sa.Connection) -> None:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def apply_as_a_pair(role_id: UUID, tag: str) -> UUID:
    role = roles.public_role(role_id)
    pair = make_partnership(_person(FIRST, tag), _person(SECOND, tag))
    application = start_application(role, pair)
    fill_in(application, plan=GOOD_PLAN)
    sign(application, pair.first)
    sign(application, pair.second)
    return application.id


def make(what: str, tag: str) -> dict[str, str]:
    names = ("Nadia Okafor", "Helen Marsh", "Ruth Calloway")
    nadia, helen, ruth = (_person(name, tag) for name in names)
    ruth.purpose = Purpose.HIRE
    trust = organisations.create(actor_of(ruth), f"Trust of {tag}", "", "", now())
    role = make_role(trust, title=f"Director {tag}")
    application = start_application(role, make_partnership(nadia, helen))
    if what == "ready":
        fill_in(application)
        sign(application, helen)
    people = {"nadia": nadia, "helen": helen, "ruth": ruth}
    return {
        "role": str(role.id),
        "application": str(application.id),
        "title": role.title,
        **{name: str(user.address) for name, user in people.items()},
    }


def _person(name: str, tag: str) -> User:
    first, _, _ = name.lower().partition(" ")
    return make_person(name, address=f"{first}-{tag}@example.test")


if __name__ == "__main__":
    command, *words = sys.argv[1:]
    with create_app().app_context():
        beside_a_site()
        if command == "apply":
            print(apply_as_a_pair(UUID(words[0]), words[1]))
        else:
            print(json.dumps(make(command, *words)))
