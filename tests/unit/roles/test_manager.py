"""When a manager counts as ready: every required statement, within a year, not taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.roles.manager import (
    KEYS,
    REQUIRED,
    STANDING_WORDS,
    STATEMENTS,
    Standing,
    is_same,
    known,
    missing,
    standing,
)

NOON = datetime(2027, 1, 10, 12, tzinfo=UTC)
TICKS = st.sets(st.sampled_from([*KEYS, "gone.1", ""]))
INSTANTS = st.integers(0, 7000).map(lambda days: NOON + timedelta(days=days))


def test_six_to_eight_statements_each_with_one_sentence_of_why():
    assert 6 <= len(STATEMENTS) <= 8
    assert len(set(KEYS)) == len(STATEMENTS)
    for one in STATEMENTS:
        assert one.why.count(".") == 1
        assert one.why.endswith(".")
    assert set(STANDING_WORDS) == set(Standing)


@given(TICKS)
def test_ready_needs_exactly_the_required_ones(ticks):
    found = standing(ticks, NOON, False, NOON)
    assert (found is Standing.READY) == (ticks >= REQUIRED)
    assert (found is Standing.PARTLY) == bool(missing(ticks))


@given(TICKS)
def test_only_what_is_known_is_kept_in_the_order_of_the_list(ticks):
    kept = known(ticks)
    assert set(kept) == ticks & set(KEYS)
    assert kept == sorted(kept, key=KEYS.index)


@given(INSTANTS, st.integers(0, 2000))
def test_it_holds_for_a_year_and_no_longer(said_at, days):
    later = standing(KEYS, said_at, False, said_at + timedelta(days=days))
    if days < 365:
        assert later is Standing.READY
    if days > 366:
        assert later is Standing.EXPIRED


def test_it_ends_at_the_same_instant_a_year_later():
    end = NOON.replace(year=2028)
    assert standing(KEYS, NOON, False, end - timedelta(seconds=1)) is Standing.READY
    assert standing(KEYS, NOON, False, end) is Standing.EXPIRED


@pytest.mark.parametrize(
    ("said_at", "taken_back", "expected"),
    [(None, False, Standing.UNANSWERED), (NOON, True, Standing.TAKEN_BACK)],
)
def test_nothing_is_earned_by_silence_or_after_a_step_back(said_at, taken_back, expected):
    assert standing(KEYS, said_at, taken_back, NOON) is expected


@pytest.mark.parametrize(
    ("name", "title", "same"),
    [
        ("ann  PROSSER", " chief executive ", True),
        ("Ann Prosser", "Chair", False),
        ("Ann Prossers", "Chief executive", False),
    ],
)
def test_capitals_and_blanks_make_no_other_manager(name, title, same):
    assert is_same("Ann Prosser", "Chief executive", name, title) is same
