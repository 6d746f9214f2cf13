"""The days of the plan: reviews when both are in, and the time they have together. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from jobboard.core.documents.calendar import Entry
from jobboard.diary.domain import HOURS
from jobboard.planning.split_plan import Names, SplitPlan
from jobboard.planning.turns import LONDON, turn_of
from jobboard.tenures.domain import ReviewOrderError, ReviewTooLateError

REVIEW_WEEKS = (2, 6, 12)
LATEST = timedelta(weeks=26)
DAYS = 90
LENGTH = timedelta(hours=1)


def halves_together(plan: SplitPlan, day: date) -> list[int]:
    """0 morning, 1 afternoon: when on this day both are in, in whichever week of the cycle."""
    turn = turn_of(day, plan.shape.weeks)
    return [one.half for one in plan.overlap if one.week == turn and one.day == day.weekday()]


def review_days(start: date, plan: SplitPlan) -> tuple[date, date, date]:
    """From 2, 6 and 12 weeks after the first day on, the first day within a week on which both are
    in; exactly then where there is none."""
    first, second, third = (_review(start + timedelta(weeks=n), plan) for n in REVIEW_WEEKS)
    return first, second, third


def _review(day: date, plan: SplitPlan) -> date:
    week = (day + timedelta(days=n) for n in range(7))
    return next((one for one in week if halves_together(plan, one)), day)


def check_order(start: date, reviews: Sequence[date]) -> None:
    """Raises ReviewOrderError, ReviewTooLateError."""
    if any(b <= a for a, b in zip([start, *reviews], reviews, strict=False)):
        raise ReviewOrderError
    if reviews[-1] > start + LATEST:
        raise ReviewTooLateError


def entries_of(
    start: date, reviews: Sequence[date], plan: SplitPlan, names: Names, uid: str, url: str
) -> Iterator[Entry]:
    """The first day, the reviews, and each half-day together of the first 90 days. Times are
    London's, so they stay when the clocks change. `uid`: `{}@host`."""
    a, b = names
    yield _hour(start, plan, uid.format("start"), f"First day of {a} and {b}", url)
    for number, day in enumerate(reviews, 1):
        title = f"Review {number} of {len(reviews)} with {a}, {b} and the line manager"
        yield _hour(day, plan, uid.format(f"review-{number}"), title, url)
    for day in (start + timedelta(days=n) for n in range(DAYS)):
        for half in halves_together(plan, day):
            starts, ends = HOURS[half]
            yield Entry(
                uid=uid.format(f"together-{day:%Y%m%d}-{half}"),
                title=f"{a} and {b} are both in",
                starts=datetime.combine(day, starts, LONDON),
                ends=datetime.combine(day, ends, LONDON),
            )


def _hour(day: date, plan: SplitPlan, uid: str, title: str, url: str) -> Entry:
    """At the beginning of their first half-day together, else of the morning."""
    halves = halves_together(plan, day) or [0]
    starts = datetime.combine(day, HOURS[min(halves)][0], LONDON)
    return Entry(
        uid=uid,
        title=title,
        starts=starts,
        ends=starts + LENGTH,
        url=url,
        remind_before=timedelta(days=7),
    )
