"""What a role needs before it can be public, and that the week decides as planning says."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.planning.feasibility import feasibility
from jobboard.roles.content import Content, DutyLine
from jobboard.roles.domain import WorkMode
from jobboard.roles.readiness import gaps, sums, week_gaps
from jobboard.roles.vacancy import VacancyKind
from tests.factories.roles import make_content

NOW = datetime(2027, 1, 10, 9, tzinfo=UTC)

TRANSITIONAL: dict[str, Any] = {
    "vacancy_kind": VacancyKind.TRANSITIONAL,
    "review_weeks": 26,
    "review_conditions": ("10 of 12 papers out on time",),
}


def test_a_complete_role_is_ready():
    assert gaps(make_content(), NOW) == []
    assert gaps(make_content(**TRANSITIONAL), NOW) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"level": None}, "level"),
        ({"sector": ""}, "sector"),
        ({"description": ""}, "description"),
        ({"places": ()}, "place"),
        ({"work_mode": None}, "work_mode"),
        ({"contract": ""}, "contract_kind"),
        ({"contract": "Fixed term"}, "contract_months"),
        ({"salary_min": None}, "salary_min"),
        ({"salary_max": None}, "salary_max"),
        ({"full_time_hours": None}, "full_time_hours"),
        ({"share_types": ()}, "share_types"),
        ({"coverage": None}, "need"),
        ({"coverage": "nnnn------"}, "need"),
        ({"funded_tenths": None}, "funded_fte"),
        ({"funded_tenths": 10}, "funded_fte"),
        ({"min_overlap": None}, "min_overlap"),
        ({"duties": ()}, "duties"),
        ({"criteria": ()}, "criteria"),
        ({"closes_at": None}, "closes_on"),
        ({"closes_at": NOW}, "closes_on"),
        ({"interview_dates": ("2027-02-15",)}, "interview_dates"),
        ({"need_reasons": ()}, "reasons"),
        ({"need_reasons": ("", "m", "t", "", "t", "f")}, "reasons"),
        ({"duties": (DutyLine("Board", weight=60), DutyLine("Pay", weight=34))}, "duties"),
        ({"duties": (DutyLine("Board", weight=60), DutyLine("Pay"))}, "duties"),
        ({"assessment_mode": None}, "assessment_mode"),
        ({"bar_rule": None}, "bar_rule"),
        ({"first_refusal": None}, "first_refusal"),
        ({"replacement_weeks": None}, "replacement_weeks"),
        ({"trial_weeks": None}, "trial_weeks"),
        (TRANSITIONAL | {"review_weeks": None}, "review_weeks"),
        (TRANSITIONAL | {"review_conditions": ()}, "conditions"),
    ],
)
def test_each_thing_that_is_missing_is_named_at_its_field(changes, field):
    assert [gap.field for gap in gaps(make_content(**changes), NOW)] == [field]


def test_an_empty_role_lacks_nearly_everything_and_says_so_once_each():
    found = gaps(Content(), NOW)
    fields = [gap.field for gap in found]
    assert len(fields) == len(set(fields)) == 20
    assert all(gap.sentence.endswith(".") for gap in found)


def test_a_reason_for_every_day_is_enough_and_so_is_one_for_each_day_that_is_needed():
    assert gaps(make_content(need_reasons=("Decisions",)), NOW) == []
    mornings = {"coverage": "n-n-n-n-n-", "min_overlap": 1}
    own = ("", "m", "t", "w", "t", "f")
    assert gaps(make_content(**mornings, need_reasons=own), NOW) == []
    (gap,) = gaps(make_content(**mornings, need_reasons=own[:4]), NOW)
    assert gap.sentence == "Say why somebody must be in on Thursday and Friday."
    free = make_content(coverage="nnnnnnnn--", need_reasons=own[:5])
    assert gaps(free, NOW) == [], "nobody is needed on Friday"


def test_duties_without_any_weight_count_the_same_and_may_be_published():
    assert gaps(make_content(duties=(DutyLine("Board"), DutyLine("Pay"))), NOW) == []


def test_a_remote_role_needs_no_place():
    assert gaps(make_content(places=(), work_mode=WorkMode.REMOTE), NOW) == []


weeks = st.text(alphabet="-n2", min_size=10, max_size=10)


@given(weeks, st.integers(0, 4), st.integers(10, 14))
def test_exactly_the_weeks_a_pair_could_fill_may_be_published(coverage, overlap, tenths):
    content = make_content(coverage=coverage, min_overlap=overlap, funded_tenths=tenths)
    assert (gaps(content, NOW) == []) == feasibility(coverage, overlap, tenths).is_feasible


@given(weeks, st.integers(0, 4), st.integers(10, 14))
def test_each_offered_fix_is_enough_by_itself(coverage, overlap, tenths):
    found = sums(make_content(coverage=coverage, min_overlap=overlap, funded_tenths=tenths))
    for fix in found.fixes:
        mended = make_content(
            coverage=fix.coverage_text,
            min_overlap=fix.min_overlap,
            funded_tenths=fix.funded_tenths,
        )
        assert week_gaps(mended) == []


def test_numbers_that_are_not_said_yet_give_no_verdict():
    assert sums(Content(coverage=None)) is None
    assert week_gaps(Content(coverage=None)) == []
