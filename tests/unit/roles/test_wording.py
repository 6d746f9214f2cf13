"""From many changes of an advert: what was, and what is."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jobboard.roles.wording import Difference, overall

STATES = st.lists(st.fixed_dictionaries({"a": st.sampled_from("xyz"), "b": st.sampled_from("xy")}))


@given(STATES)
def test_the_sum_of_all_steps_is_the_way_from_the_first_to_the_last(states):
    steps = pairwise(states)
    changes = [
        (key, one[key], two[key]) for one, two in steps for key in one if one[key] != two[key]
    ]
    found = {each.label: (each.saved, each.typed) for each in overall(changes)}
    first, last = (states[0], states[-1]) if states else ({}, {})
    assert found == {key: (first[key], last[key]) for key in first if first[key] != last[key]}


def test_what_came_back_is_no_difference():
    assert overall([("FTE", "1.2", "1.1"), ("Week", "x", "y"), ("FTE", "1.1", "1.2")]) == [
        Difference("Week", "x", "y")
    ]
