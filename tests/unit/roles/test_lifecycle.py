"""Every pair of state and move: allowed by this table, or refused."""

from __future__ import annotations

from itertools import product

import pytest

from jobboard.core.lifecycle import IllegalMoveError
from jobboard.roles.domain import EDITABLE, GONE, LIFECYCLE, PUBLIC, UNPUBLISHED, RoleStatus

LEGAL = {
    ("draft", "submit_for_review"): "in_review",
    ("changes_asked", "submit_for_review"): "in_review",
    ("in_review", "ask_for_changes"): "changes_asked",
    ("in_review", "approve"): "approved",
    ("approved", "publish"): "published",
    ("published", "pause"): "paused",
    ("paused", "resume"): "published",
    ("published", "close_early"): "closed_early",
    ("paused", "close_early"): "closed_early",
    ("in_review", "take_back"): "draft",
    ("approved", "take_back"): "draft",
    ("closed_early", "relist"): "published",
    ("published", "relist"): "published",
    ("paused", "relist"): "published",
    ("published", "fill"): "filled",
    ("closed_early", "fill"): "filled",
    ("published", "cancel"): "cancelled",
    ("paused", "cancel"): "cancelled",
    ("closed_early", "cancel"): "cancelled",
    ("filled", "archive"): "archived",
    ("cancelled", "archive"): "archived",
}


@pytest.mark.parametrize(("state", "move"), list(product(RoleStatus, LIFECYCLE.steps)))
def test_a_move_is_in_the_table_or_refused(state, move):
    if (state.value, move) in LEGAL:
        assert LIFECYCLE.after(move, state) == LEGAL[state.value, move]
    else:
        with pytest.raises(IllegalMoveError):
            LIFECYCLE.after(move, state)


def test_every_state_is_unpublished_public_or_gone():
    assert set(RoleStatus) == UNPUBLISHED | PUBLIC | GONE
    assert not UNPUBLISHED & PUBLIC
    assert not PUBLIC & GONE
    assert not EDITABLE & GONE
