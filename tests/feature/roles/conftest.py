from __future__ import annotations

import pytest
import time_machine

from jobboard.core.policy import Actor
from tests.factories.people import make_user
from tests.factories.world import make_organisation


@pytest.fixture(autouse=True)
def winter():
    """10 January 2027, nine o'clock: the roles of factories/roles.py close in February."""
    with time_machine.travel("2027-01-10 09:00:00Z", tick=False) as traveller:
        yield traveller


@pytest.fixture
def ruth(db):
    del db
    return make_user("Ruth Calloway")


@pytest.fixture
def actor(ruth):
    return Actor(ruth.id)


@pytest.fixture
def northmoor(ruth):
    return make_organisation(owner=ruth)


@pytest.fixture
def told():
    """The facts that were emitted, in order."""
    from jobboard.core import events
    from jobboard.roles.events import RoleChanged, RolePublished

    heard = []
    for kind in (RolePublished, RoleChanged):
        events.on(kind)(heard.append)
    yield heard
    for kind in (RolePublished, RoleChanged):
        events._handlers[kind].remove(heard.append)
