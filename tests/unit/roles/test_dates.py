"""When a role may open, rest and stay open longer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.roles.dates import (
    ClosingPassedError,
    NotLaterError,
    TooLateToPauseError,
    check_extension,
    check_pause,
    check_relisting,
    opening_gap,
)

NOW = datetime(2027, 1, 10, 9, tzinfo=UTC)
DAY = timedelta(days=1)
INSTANTS = st.integers(0, 800).flatmap(
    lambda days: st.timedeltas(timedelta(0), timedelta(days=2)).map(
        lambda rest: NOW + timedelta(days=days) + rest
    )
)


def allowed(check, *args) -> bool:
    try:
        check(*args)
    except (TooLateToPauseError, NotLaterError, ClosingPassedError):
        return False
    return True


@given(INSTANTS, INSTANTS)
def test_no_role_is_paused_within_a_day_of_its_closing(closes_at, at):
    assert allowed(check_pause, closes_at, at) is (closes_at - at >= DAY)


def test_a_role_without_a_closing_time_can_always_rest():
    check_pause(None, NOW)


@given(INSTANTS, INSTANTS, INSTANTS)
def test_an_extension_moves_to_later_and_ahead(new, old, at):
    assert allowed(check_extension, new, old, at) is (new > old and new > at)


@given(INSTANTS, INSTANTS)
def test_a_role_opens_again_until_a_time_ahead(new, at):
    assert allowed(check_relisting, new, at) is (new > at)


@given(INSTANTS, INSTANTS, INSTANTS)
def test_a_role_opens_ahead_within_a_year_and_before_it_closes(opens, closes, at):
    is_good = at < opens < closes and opens - at <= timedelta(days=366)
    assert (opening_gap(opens, closes, at) == []) is is_good


@pytest.mark.parametrize(
    ("opens", "words"),
    [
        (NOW, "has passed"),
        (NOW + 400 * DAY, "within a year"),
        (NOW + 20 * DAY, "close before it opens"),
    ],
)
def test_why_it_cannot_open_then_is_said(opens, words):
    [gap] = opening_gap(opens, NOW + 20 * DAY, NOW)
    assert gap.field == "publish_on"
    assert words in gap.sentence
