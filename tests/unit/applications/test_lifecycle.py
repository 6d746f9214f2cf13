from __future__ import annotations

import pytest

from jobboard.applications.domain import EDITABLE, LIFECYCLE, LIVE, STATUS_WORDS, Status
from jobboard.core.lifecycle import IllegalMoveError

_S = Status
LEGAL = {
    ("ask_for_signatures", _S.DRAFT): _S.AWAITING_SIGNATURES,
    ("edit", _S.DRAFT): _S.DRAFT,
    ("edit", _S.AWAITING_SIGNATURES): _S.DRAFT,
    ("submit", _S.AWAITING_SIGNATURES): _S.SUBMITTED,
    ("withdraw", _S.DRAFT): _S.WITHDRAWN,
    ("withdraw", _S.AWAITING_SIGNATURES): _S.WITHDRAWN,
    ("withdraw", _S.SUBMITTED): _S.WITHDRAWN,
}
MOVES = ("ask_for_signatures", "edit", "submit", "withdraw")
ILLEGAL = [(move, state) for move in MOVES for state in Status if (move, state) not in LEGAL]


def test_the_table_knows_these_moves_and_no_others() -> None:
    assert set(LIFECYCLE.steps) == set(MOVES)
    assert LIFECYCLE.start is Status.DRAFT


@pytest.mark.parametrize(("move", "state"), LEGAL)
def test_a_legal_move_leads_where_the_table_says(move: str, state: Status) -> None:
    assert LIFECYCLE.after(move, state) is LEGAL[move, state]


@pytest.mark.parametrize(("move", "state"), ILLEGAL)
def test_every_other_move_is_refused(move: str, state: Status) -> None:
    with pytest.raises(IllegalMoveError):
        LIFECYCLE.after(move, state)


def test_withdrawn_is_the_end() -> None:
    assert [state for state in Status if LIFECYCLE.is_terminal(state)] == [Status.WITHDRAWN]


def test_whatever_can_be_edited_is_live() -> None:
    assert EDITABLE < LIVE
    assert set(STATUS_WORDS) == set(Status)
