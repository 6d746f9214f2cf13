"""Two private numbers and one sentence between them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.core.clock import year_after
from jobboard.partnerships.horizon import (
    CHANGE_AFTER,
    MAX_YEARS,
    are_far_apart,
    may_change,
)

YEARS = st.integers(0, MAX_YEARS)


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [(3, 3, False), (3, 5, False), (5, 3, False), (3, 6, True), (0, 15, True), (None, 9, False)],
)
def test_more_than_two_years_is_far_and_two_exactly_is_not(first, second, apart):
    assert are_far_apart(first, second) is apart


@given(YEARS, YEARS)
def test_neither_is_the_first(first, second):
    assert are_far_apart(first, second) == are_far_apart(second, first)


@given(YEARS, YEARS, st.integers(0, 15))
def test_only_the_distance_counts(first, second, shift):
    assert are_far_apart(first, second) == are_far_apart(first + shift, second + shift)


@given(YEARS, YEARS, YEARS)
def test_moving_further_away_never_ends_the_warning(near, far, first):
    if abs(far - first) >= abs(near - first) and are_far_apart(first, near):
        assert are_far_apart(first, far)


@given(YEARS)
def test_an_answer_alone_says_nothing(years):
    assert not are_far_apart(years, None)
    assert not are_far_apart(None, years)


def test_a_number_moves_freely_until_both_have_answered_then_once_in_thirty_days():
    then = datetime(2026, 3, 1, tzinfo=UTC)
    assert may_change(then, False, then)
    assert not may_change(then, True, then + CHANGE_AFTER - timedelta(seconds=1))
    assert may_change(then, True, then + CHANGE_AFTER)


def test_a_year_after_a_leap_day_is_the_last_of_february():
    assert year_after(datetime(2028, 2, 29, 9, tzinfo=UTC)) == datetime(2029, 2, 28, 9, tzinfo=UTC)
    assert year_after(datetime(2026, 11, 27, tzinfo=UTC)) == datetime(2027, 11, 27, tzinfo=UTC)
