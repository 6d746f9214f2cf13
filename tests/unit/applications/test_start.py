"""The first day that both could start: judged by the calendar of the day it is said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.applications.domain import SectionKind
from jobboard.applications.sections import clean, problems
from jobboard.applications.sections.continuity import LATEST, why_not
from jobboard.core.errors import InvalidInputError
from tests.unit.applications.frames import frame

TODAY = date(2026, 11, 27)
_K = SectionKind.CONTINUITY


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2020-03-03", "must be on or after 27 November 2026: 3 March 2020 has passed"),
        ("26/11/2026", "must be on or after 27 November 2026"),
        ("0001-01-01", "must be on or after 27 November 2026"),
        ("9999-12-31", "must be on or before 24 November 2028: no employer keeps a post open"),
        ("31/12/9999", "must be on or before 24 November 2028"),
        ("2027-02-30", "Enter a real date"),
        ("soon", "Enter a real date"),
    ],
)
def test_a_day_that_cannot_be_the_first_is_refused_with_the_reason(
    typed: str, sentence: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        clean(_K, {"earliest_start": typed}, frame(today=TODAY))
    assert sentence in refused.value.errors["earliest_start"][0]


def test_a_stored_day_that_has_passed_meanwhile_keeps_from_signing() -> None:
    said = clean(_K, {"earliest_start": "2026-11-27"}, frame(today=TODAY))
    assert problems(_K, said, frame(today=TODAY)) == []
    later = problems(_K, said, frame(today=TODAY + timedelta(days=1)))
    assert later == [
        "The first day must be on or after 28 November 2026: 27 November 2026 has passed."
    ]


def test_a_transitional_role_asks_the_pair_to_begin_as_two_part_time_posts() -> None:
    role = frame(begins="It begins as two part-time posts.", review_by=26)
    said = clean(_K, {"earliest_start": "2027-03-01"}, frame())
    assert problems(_K, said, frame()) == []
    assert problems(_K, said, role) == [
        "It begins as two part-time posts. Say that you would begin so."
    ]
    said |= {"transition": True, "conditions": "Ten papers in time.", "review_weeks": 26}
    assert problems(_K, said, role) == []
    late = said | {"review_weeks": 27}
    assert problems(_K, late, role) == [
        "The employer reviews after 26 weeks. Say no more than that."
    ]
    assert problems(_K, late, frame()) == []


@given(st.dates(), st.dates(max_value=date(9990, 1, 1)))
def test_a_day_is_right_from_today_on_for_two_years(day: date, today: date) -> None:
    assert (why_not(day.isoformat(), today) == "") == (today <= day <= today + LATEST)
