"""The states of an approach, every legal move and every other; when the next may begin."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.approaches.domain import LIFECYCLE, LIVE, REST, SHOWN, ApproachState, free_from
from jobboard.core.lifecycle import IllegalMoveError

S = ApproachState
LEGAL = {
    ("send", S.DRAFTED): S.SENT,
    ("open", S.SENT): S.READ,
    ("invite", S.READ): S.INVITED,
    ("decline", S.READ): S.DECLINED,
    ("lapse", S.SENT): S.NO_REPLY,
    ("lapse", S.READ): S.NO_REPLY,
    ("withdraw", S.DRAFTED): S.WITHDRAWN,
    ("withdraw", S.SENT): S.WITHDRAWN,
    ("withdraw", S.READ): S.WITHDRAWN,
}
WHEN = st.integers(0, 2_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@pytest.mark.parametrize(("move", "state"), list(product(LIFECYCLE.steps, S)))
def test_an_approach_moves_only_as_the_table_says(move, state):
    if (move, state) in LEGAL:
        assert LIFECYCLE.after(move, state) is LEGAL[move, state]
    else:
        with pytest.raises(IllegalMoveError):
            LIFECYCLE.after(move, state)


@given(st.lists(st.sampled_from(sorted(LIFECYCLE.steps))))
def test_what_ended_stays_as_it_ended_and_a_draft_never_comes_back(moves):
    state, path = LIFECYCLE.start, []
    for move in moves:
        if LIFECYCLE.allows(move, state):
            state = LIFECYCLE.after(move, state)
            path.append(state)
    assert S.DRAFTED not in path
    assert len(path) == len(set(path))
    assert all(one in LIVE for one in path[:-1])
    if S.INVITED in path or S.DECLINED in path:
        assert path[0] is S.SENT


def test_the_employer_sees_no_draft_and_nothing_withdrawn():
    assert set(S) - SHOWN == {S.DRAFTED, S.WITHDRAWN}


@given(st.sampled_from(sorted(set(S) - LIVE)), WHEN, st.integers(0, 400))
def test_what_was_sent_in_vain_rests_ninety_days_from_its_end(state, sent_at, days):
    settled = sent_at + timedelta(days=days)
    free = free_from(state, sent_at, settled)
    if state is S.INVITED:
        assert free is None
    else:
        assert free - settled == REST == timedelta(days=90)
    assert free_from(S.WITHDRAWN, None, settled) is None
