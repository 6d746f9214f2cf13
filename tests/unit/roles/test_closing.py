from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.roles.closing import (
    ZONES,
    NoSuchTimeError,
    closing_gap,
    instant_of,
    local_parts,
    settled,
)

NOON = datetime(2027, 2, 15, 12, tzinfo=UTC)
NOW = datetime(2027, 1, 10, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "clock", "zone", "utc"),
    [
        (date(2026, 12, 7), time(12), "Europe/London", "2026-12-07 12:00"),
        (date(2026, 7, 7), time(12), "Europe/London", "2026-07-07 11:00"),
        (date(2026, 7, 7), time(12), "America/New_York", "2026-07-07 16:00"),
        (date(2026, 10, 25), time(1, 30), "Europe/London", "2026-10-25 00:30"),
    ],
)
def test_a_local_time_becomes_one_instant(day, clock, zone, utc):
    assert f"{instant_of(day, clock, zone):%Y-%m-%d %H:%M}" == utc


def test_a_time_that_the_clocks_jump_over_is_refused_with_what_to_do():
    with pytest.raises(NoSuchTimeError, match="01:30 does not exist on 28 March 2027"):
        instant_of(date(2027, 3, 28), time(1, 30), "Europe/London")
    assert instant_of(date(2027, 3, 28), time(1, 30), "UTC")


@given(
    st.dates(date(2000, 1, 1), date(2100, 12, 31)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    st.sampled_from(sorted(ZONES)),
)
def test_what_was_typed_is_shown_again(day, clock, zone):
    try:
        instant = instant_of(day, clock, zone)
    except NoSuchTimeError:
        return
    assert local_parts(instant, zone) == (day, clock)
    assert instant_of(*local_parts(instant, zone), zone) == instant


def test_a_form_that_only_lost_the_seconds_changes_nothing():
    stored = NOON + timedelta(seconds=17, microseconds=5)
    assert settled(NOON, stored) == stored
    assert settled(NOON + timedelta(minutes=1), stored) == NOON + timedelta(minutes=1)
    assert settled(None, stored) is None


@pytest.mark.parametrize(
    ("closes_at", "stored", "words"),
    [
        (None, None, "Enter the closing date."),
        (NOW, None, "has passed"),
        (NOON, None, ""),
        (NOON - timedelta(days=1), NOON, "can only move to later"),
        (NOON + timedelta(days=1), NOON, ""),
        (NOW - timedelta(days=2), NOW - timedelta(days=2), ""),
        (NOW - timedelta(days=1), NOW - timedelta(days=2), "has passed"),
    ],
)
def test_a_closing_lies_ahead_and_once_promised_only_moves_to_later(closes_at, stored, words):
    found = closing_gap(closes_at, NOW, stored)
    assert bool(found) == bool(words)
    assert all(words in gap.sentence and gap.field == "closes_on" for gap in found)
