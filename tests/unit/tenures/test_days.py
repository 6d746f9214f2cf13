"""Reviews fall on days when both are in, and the calendar keeps London's hours."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.planning.split_plan import SplitPlan
from jobboard.tenures.days import (
    DAYS,
    REVIEW_WEEKS,
    check_order,
    entries_of,
    halves_together,
    review_days,
)
from jobboard.tenures.domain import (
    TASKS,
    ReviewOrderError,
    ReviewTooLateError,
    Who,
    who_does,
    who_words,
)

STARTS = st.integers(0, 4000).map(lambda days: date(2024, 1, 1) + timedelta(days=days))
WEEK = st.text("abx", min_size=10, max_size=10)
PLANS = st.one_of(WEEK, st.tuples(WEEK, WEEK).map("/".join)).map(SplitPlan.from_text)
NAMES = ("Nadia", "Helen")


@given(STARTS, PLANS)
def test_a_review_is_on_the_first_day_together_of_its_week(start, plan):
    for weeks, day in zip(REVIEW_WEEKS, review_days(start, plan), strict=True):
        due = start + timedelta(weeks=weeks)
        assert due <= day < due + timedelta(days=7)
        before = [due + timedelta(days=n) for n in range((day - due).days)]
        assert not any(halves_together(plan, one) for one in before)
        if not halves_together(plan, day):
            assert day == due


@given(STARTS, PLANS)
def test_usual_reviews_are_in_order_and_within_ninety_days(start, plan):
    days = review_days(start, plan)
    check_order(start, days)
    assert days[-1] <= start + timedelta(days=DAYS)


@given(STARTS, PLANS)
def test_every_half_day_together_is_there_once_and_no_other(start, plan):
    found = list(entries_of(start, review_days(start, plan), plan, NAMES, "{}@host", "/plan"))
    together = {(e.starts.date(), e.starts.hour) for e in found if "together" in e.uid}
    expected = {
        (start + timedelta(days=n), 9 if half == 0 else 13)
        for n in range(DAYS)
        for half in halves_together(plan, start + timedelta(days=n))
    }
    assert together == expected
    assert len({e.uid for e in found}) == len(found)


def test_two_weeks_that_take_turns_meet_every_other_week():
    plan = SplitPlan.from_text("aaaaxxbbbb/aaaaabbbbb")
    start = date(2024, 1, 1)
    met = [n for n in range(28) if halves_together(plan, start + timedelta(days=n))]
    assert met == [2, 16]


@pytest.mark.parametrize(
    ("reviews", "error"),
    [((14, 14, 84), ReviewOrderError), ((0, 42, 84), ReviewOrderError),
     ((42, 14, 84), ReviewOrderError), ((14, 42, 183), ReviewTooLateError)],
)  # fmt: skip
def test_reviews_come_one_after_another_within_half_a_year(reviews, error):
    start = date(2027, 3, 1)
    with pytest.raises(error):
        check_order(start, [start + timedelta(days=n) for n in reviews])
    check_order(start, [start + timedelta(days=n) for n in (1, 2, 182)])


@given(st.dictionaries(st.sampled_from([*(t.key for t in TASKS), "gone.1"]),
                       st.sampled_from([*Who, "nobody", ""])))  # fmt: skip
def test_every_task_has_somebody(chosen):
    found = who_does(chosen)
    assert list(found) == [one.key for one in TASKS]
    assert set(found.values()) <= set(who_words(NAMES))
    for key, who in found.items():
        if chosen.get(key) in set(Who):
            assert who == chosen[key]
