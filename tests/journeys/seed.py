"""python -m tests.journeys.seed ROLE_ID TAG: a second pair that has applied, through the verbs.

Run beside a running site, on its database and its clock; prints the id of the application.
"""

from __future__ import annotations

import sys
from uuid import UUID

import sqlalchemy as sa

from jobboard.app import create_app
from jobboard.core.db import db
from jobboard.roles import queries as roles
from tests.factories.accounts import make_person
from tests.factories.applications import fill_in, sign, start_application
from tests.factories.world import make_partnership

FIRST, SECOND = "Tomasz Wieczorek", "Priya Raman"


def beside_a_site() -> None:
    """This process writes while the site does: each of its transactions takes the lock at once."""

    @sa.event.listens_for(db.engine, "begin")
    def take_the_lock(connection: sa.Connection) -> None:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def apply_as_a_pair(role_id: UUID, tag: str) -> UUID:
    first = make_person(FIRST, address=f"tomasz-{tag}@example.test")
    second = make_person(SECOND, address=f"priya-{tag}@example.test")
    role = roles.public_role(role_id)
    application = start_application(role, make_partnership(first, second))
    fill_in(application, plan="aaaaabbbbb" if role.min_overlap == 0 else "aaaaaxbbbb")
    sign(application, first)
    sign(application, second)
    return application.id


if __name__ == "__main__":
    with create_app().app_context():
        beside_a_site()
        print(apply_as_a_pair(UUID(sys.argv[1]), sys.argv[2]))
