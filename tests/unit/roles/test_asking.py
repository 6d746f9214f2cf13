"""The states of a question: every legal move and every other."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.core.errors import UserError
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.text import count_words
from jobboard.roles.asking import QUESTION_LIFE, QuestionState, checked

S = QuestionState
LEGAL = {
    ("answer", S.WAITING): S.ANSWERED,
    ("amend", S.ANSWERED): S.ANSWERED,
    ("decline", S.WAITING): S.DECLINED,
    ("withdraw", S.WAITING): S.WITHDRAWN,
}


@pytest.mark.parametrize(("move", "state"), list(product(QUESTION_LIFE.steps, S)))
def test_a_question_moves_only_as_the_table_says(move, state):
    if (move, state) in LEGAL:
        assert QUESTION_LIFE.after(move, state) is LEGAL[move, state]
    else:
        with pytest.raises(IllegalMoveError):
            QUESTION_LIFE.after(move, state)


@given(st.lists(st.sampled_from(sorted(QUESTION_LIFE.steps))))
def test_what_left_waiting_never_waits_again_and_ends_in_one_place(moves):
    state, reached = QUESTION_LIFE.start, []
    for move in moves:
        if QUESTION_LIFE.allows(move, state):
            state = QUESTION_LIFE.after(move, state)
            reached.append(state)
    assert S.WAITING not in reached
    assert len(set(reached)) <= 1


@given(st.text(), st.integers(1, 20))
def test_words_are_kept_whole_or_refused_at_their_field(text, most):
    if text.strip() and count_words(text) <= most:
        assert checked(text, "words", most) == text.strip()
    else:
        with pytest.raises(UserError) as refused:
            checked(text, "words", most)
        assert refused.value.field == "words"
