from __future__ import annotations

import pytest

from jobboard.applications import domain as applications
from jobboard.core.lifecycle import IllegalMoveError, Lifecycle
from jobboard.hiring import domain as hiring
from jobboard.partnerships import domain as partnerships
from jobboard.roles import domain as roles

TABLES = [applications.LIFECYCLE, hiring.LIFECYCLE, partnerships.LIFECYCLE, roles.LIFECYCLE]


@pytest.mark.parametrize("table", TABLES)
def test_every_move_leads_where_the_table_says_and_from_nowhere_else(table: Lifecycle):
    states = list(type(table.start))
    for move, (sources, target) in table.steps.items():
        for state in states:
            if state in sources:
                assert table.after(move, state) is target
                assert move in table.moves_from(state)
            else:
                with pytest.raises(IllegalMoveError):
                    table.after(move, state)


@pytest.mark.parametrize("table", TABLES)
def test_some_state_ends_it(table: Lifecycle):
    assert any(table.is_terminal(state) for state in type(table.start))


def test_nothing_leads_back_from_a_submitted_application():
    submitted = applications.Status.SUBMITTED
    assert applications.LIFECYCLE.moves_from(submitted) == ["withdraw"]
