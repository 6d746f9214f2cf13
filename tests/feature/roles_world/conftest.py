from __future__ import annotations

import pytest
import time_machine

from tests.factories.people import make_user
from tests.factories.world import make_organisation


@pytest.fixture(autouse=True)
def winter():
    with time_machine.travel("2027-01-10 09:00:00Z", tick=False) as traveller:
        yield traveller


@pytest.fixture
def ruth(db):
    del db
    return make_user("Ruth Calloway")


@pytest.fixture
def northmoor(ruth):
    return make_organisation(owner=ruth)
