"""Weights that add up to 100, whatever was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.roles.redesign import balanced, weights_words

weights = st.lists(st.none() | st.integers(1, 100), min_size=1, max_size=30)


@given(weights)
def test_balanced_weights_add_up_and_nobody_is_left_without(given_weights):
    found = balanced(given_weights)
    assert sum(found) == 100
    assert len(found) == len(given_weights)
    assert all(weight >= 1 for weight in found)
    assert weights_words(found) == ""


@given(weights)
def test_what_adds_up_already_stays_as_it_is(given_weights):
    found = balanced(given_weights)
    assert balanced(found) == found


@given(weights)
def test_what_was_said_stays_where_the_others_can_share_the_rest(given_weights):
    said = [weight for weight in given_weights if weight is not None]
    silent = len(given_weights) - len(said)
    if silent and 100 - sum(said) >= silent:
        pairs = zip(given_weights, balanced(given_weights), strict=True)
        assert all(old in (None, new) for old, new in pairs)


@pytest.mark.parametrize(
    ("given_weights", "words"),
    [
        ([], ""),
        ([None, None], ""),
        ([60, 40], ""),
        ([60, 34], "Your duties add up to 94. 6 points left."),
        ([60, 39], "Your duties add up to 99. 1 point left."),
        ([60, 60], "Your duties add up to 120. That is 20 points too many."),
        ([60, None], "1 duty has no weight yet, and there are 40 points left."),
        ([60, 40, None], "1 duty has no weight yet, and there are 0 points left."),
    ],
)
def test_how_far_they_are_from_a_hundred_is_said_in_words(given_weights, words):
    assert weights_words(given_weights) == words
