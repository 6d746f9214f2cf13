"""London wall clocks, half-days and panels: pure rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.core.errors import UserError
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.interviews.domain import (
    LIFECYCLE,
    Panelist,
    PastError,
    Slot,
    State,
    check_panel,
    overlap,
)
from jobboard.interviews.times import NoSuchTimeError, TwiceError, instant_of, outside
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.turns import LONDON, touched

AT = datetime(2027, 3, 1, 12, tzinfo=UTC)
LEGAL = {
    ("confirm", State.PROPOSED): State.CONFIRMED,
    ("move", State.PROPOSED): State.PROPOSED,
    ("move", State.CONFIRMED): State.PROPOSED,
    ("reopen", State.CONFIRMED): State.PROPOSED,
    ("hold", State.CONFIRMED): State.HELD,
    ("cancel", State.PROPOSED): State.CANCELLED,
    ("cancel", State.CONFIRMED): State.CANCELLED,
}


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("step", ["confirm", "move", "reopen", "hold", "cancel"])
def test_the_table_of_an_interview_and_no_other_step(step: str, state: State) -> None:
    assert set(LIFECYCLE.steps) == {move for move, _ in LEGAL}
    if (step, state) in LEGAL:
        assert LIFECYCLE.after(step, state) is LEGAL[step, state]
    else:
        with pytest.raises(IllegalMoveError):
            LIFECYCLE.after(step, state)


def test_the_hour_that_is_left_out_is_refused() -> None:
    for minute in (0, 30, 59):
        with pytest.raises(NoSuchTimeError):
            instant_of(date(2027, 3, 28), time(1, minute))
    assert instant_of(date(2027, 3, 28), time(2)) == datetime(2027, 3, 28, 1, tzinfo=UTC)


def test_the_hour_that_comes_twice_is_asked_about() -> None:
    night = date(2027, 10, 31)
    with pytest.raises(TwiceError):
        instant_of(night, time(1, 30))
    assert instant_of(night, time(1, 30), 0) == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    assert instant_of(night, time(1, 30), 1) == datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
    assert instant_of(night, time(2)) == datetime(2027, 10, 31, 2, tzinfo=UTC)


@given(
    st.dates(date(2026, 1, 1), date(2040, 1, 1)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    st.sampled_from([0, 1]),
)
def test_what_was_typed_is_what_a_clock_in_london_shows(day: date, clock: time, turn: int) -> None:
    try:
        found = instant_of(day, clock, turn)
    except NoSuchTimeError:
        return
    shown = found.astimezone(LONDON)
    assert (shown.date(), shown.time()) == (day, clock)


def slot(hour: int, minutes: int = 60) -> Slot:
    return Slot(datetime(2027, 3, 3, hour, tzinfo=UTC), minutes, "Room 4")


def test_one_that_begins_as_the_other_ends_is_no_clash() -> None:
    assert not overlap(slot(10), slot(11))
    assert not overlap(slot(11), slot(10))
    assert overlap(slot(10, 61), slot(11))
    assert overlap(slot(10, 240), slot(12, 15))


@given(st.integers(0, 600), st.integers(15, 240), st.integers(0, 600), st.integers(15, 240))
def test_overlap_is_a_shared_minute(start: int, long: int, other: int, wide: int) -> None:
    one, two = (
        Slot(AT + timedelta(minutes=begin), minutes, "x")
        for begin, minutes in ((start, long), (other, wide))
    )
    shared = set(range(start, start + long)) & set(range(other, other + wide))
    assert overlap(one, two) is overlap(two, one) is bool(shared)


@pytest.mark.parametrize(
    ("starts_at", "minutes", "place", "field"),
    [
        (AT, 60, "Room", "day"),
        (AT - timedelta(days=1), 60, "Room", "day"),
        (AT + timedelta(days=1), 14, "Room", "minutes"),
        (AT + timedelta(days=1), 241, "Room", "minutes"),
        (AT + timedelta(days=1), 60, "  ", "place"),
        (AT + timedelta(days=1), 60, "x" * 301, "place"),
    ],
)
def test_a_slot_says_what_is_wrong_with_it(
    starts_at: datetime, minutes: int, place: str, field: str
) -> None:
    with pytest.raises(UserError) as caught:
        Slot(starts_at, minutes, place).check(AT)
    assert caught.value.field == field


def test_a_slot_that_holds() -> None:
    Slot(AT + timedelta(minutes=1), 15, "x" * 300).check(AT)
    with pytest.raises(PastError):
        Slot(AT, 15, "x").check(AT)


def test_a_panel_has_two_different_people() -> None:
    check_panel((Panelist("Ann"), Panelist("Bo")))
    for panel in ((Panelist("Ann"),), (Panelist("Ann"), Panelist("ann"), Panelist("Bo")), ()):
        with pytest.raises(UserError):
            check_panel(panel)
    with pytest.raises(UserError):
        check_panel((Panelist("Ann", "a@x.test"), Panelist("Bo", "a@x.test"), Panelist("Cy")))


PLAN = SplitPlan.from_text("aaaaaxbbbb")


@pytest.mark.parametrize(
    ("starts_at", "minutes", "said"),
    [
        (datetime(2027, 3, 3, 14, tzinfo=UTC), 60, []),
        (
            datetime(2027, 3, 4, 14, tzinfo=UTC),
            60,
            ["Thursday afternoon is not one of Nadia’s half-days."],
        ),
        (
            datetime(2027, 3, 2, 12, 30, tzinfo=UTC),
            60,
            [
                "Tuesday morning is not one of Helen’s half-days.",
                "Tuesday afternoon is not one of Helen’s half-days.",
            ],
        ),
        (
            datetime(2027, 3, 6, 10, tzinfo=UTC),
            60,
            [
                "Saturday morning is not one of Nadia’s half-days.",
                "Saturday morning is not one of Helen’s half-days.",
            ],
        ),
    ],
)
def test_a_half_day_that_is_not_theirs_is_said_in_words(
    starts_at: datetime, minutes: int, said: list[str]
) -> None:
    assert outside(PLAN, [(0, "Nadia"), (1, "Helen")], starts_at, minutes) == said


def test_half_days_are_those_of_london_in_summer_too() -> None:
    """12:30 UTC in July is half past one in London: the afternoon."""
    [half] = touched(datetime(2027, 7, 7, 12, 30, tzinfo=UTC), 60, 1)
    assert half.half == 1


def test_two_weeks_take_turns() -> None:
    plan = SplitPlan.from_text("aaaaaaaaaa/bbbbbbbbbb")
    first = datetime(2024, 1, 1, 10, tzinfo=UTC)
    assert outside(plan, [(0, "Nadia")], first, 60) == []
    assert outside(plan, [(1, "Helen")], first + timedelta(days=7), 60) == []
    assert len(outside(plan, [(0, "Nadia")], first + timedelta(days=7), 60)) == 1
