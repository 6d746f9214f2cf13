from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.planning.checks import check, failures
from jobboard.planning.coverage import Need
from jobboard.planning.feasibility import even_plan, feasibility, feasibility_of
from jobboard.planning.split_plan import SplitPlan

from .strategies import needs, needs_on, plans_on, shapes


def test_a_full_week_with_a_day_together_fits_one_point_two_exactly() -> None:
    answer = feasibility("nnnnn2nnnn", 2, 12)
    assert answer.is_feasible
    assert (answer.needed, answer.together, answer.work, answer.funded) == (10, 2, 12, 12)
    assert answer.arithmetic == "10 to cover + 2 together = 12 half-days of work of 12 you fund"
    assert answer.sentence == (
        "Yes, with nothing to spare. Two people on 3 days each fill it exactly."
    )
    assert answer.notes == ("Wednesday afternoon counts towards the 2 half-days together.",)
    assert (answer.error, answer.fixes) == ("", ())


def test_overlap_on_top_of_a_full_week_at_one_point_nought_has_no_answer() -> None:
    answer = feasibility("nnnnnnnnnn", 1, 10)
    assert not answer.is_feasible
    assert answer.spare == -1
    assert answer.sentence == (
        "1 half-day too many: no pair could answer this role. "
        "Change one of the things below and it works."
    )
    assert answer.error == (
        "You ask for 11 half-days of work and fund 10. Fund 1.1 FTE or ask for 1 half-day less."
    )
    assert [fix.sentence for fix in answer.fixes] == [
        "Fund 1.1 FTE",
        "Leave Friday afternoon open",
        "Ask for no time together",
    ]


@pytest.mark.parametrize(
    ("coverage", "overlap", "tenths", "feasible"),
    [
        ("nnnnnnnnnn", 0, 10, True),
        ("nnnnnnnnnn", 2, 12, True),
        ("nnnnnnnnnn", 3, 12, False),
        ("nnnnnnnn22", 1, 12, True),
        ("nnnnnnn222", 1, 12, False),
        ("nnnnnnn222", 1, 13, True),
        ("nnnnnnnn22", 4, 14, True),
        ("nnnnnnnn22", 4, 13, False),
        ("nnnnn-----", 1, 10, True),
        ("nnnn------", 1, 10, False),
        ("nnnnnnnnnn/nnnnnnnnnn", 2, 11, True),
        ("nnnnnnnnnn/nnnnnnnnnn", 3, 11, False),
        ("nnnnnnnnnn/nnnn------", 0, 12, False),
        ("7:nnnnnnnnnnnnnn", 0, 14, True),
        ("7:nnnnnnnnnnnnnn", 1, 14, False),
    ],
)
def test_cover_and_time_together_must_fit_the_money(
    coverage: str, overlap: int, tenths: int, feasible: bool
) -> None:
    assert feasibility(coverage, overlap, tenths).is_feasible is feasible


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nnnnnnn---", 1, 10), "Yes, with 2 half-days to spare for the pair to place."),
        (("nnnnnnnnn-", 2, 11), "Yes, with nothing to spare."),
        (("nnnn------", 1, 12), "Ask for at least 5 half-days: it is hardly a post to share."),
        (
            ("nnnnn-----/nnnn------", 1, 12),
            "Ask for at least 5 half-days in each week: it is hardly a post to share.",
        ),
        (
            ("7:22222222222222", 0, 14),
            "14 half-days too many: no pair could answer this role. "
            "Change one of the things below and it works.",
        ),
    ],
)
def test_the_verdict_is_a_sentence(arguments: tuple[str, int, int], sentence: str) -> None:
    answer = feasibility(*arguments)
    assert answer.sentence.startswith(sentence)
    if not answer.is_feasible:
        assert answer.error


def test_too_many_half_days_for_both_can_become_half_days_for_one() -> None:
    answer = feasibility("22222nnnnn", 1, 12)
    assert [fix.sentence for fix in answer.fixes] == [
        "Leave Thursday afternoon, Friday open",
        "Ask for one person instead of both on Tuesday, Wednesday morning",
    ]
    assert answer.error.endswith("and fund 12. Ask for 3 half-days less.")


@pytest.mark.parametrize("arguments", [("nnn", 1, 12), ("nnnnnnnnnn", 5, 12), ("n" * 10, 1, 15)])
def test_what_is_no_need_is_refused_with_a_sentence(arguments: tuple[str, int, int]) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        feasibility(*arguments)


@pytest.mark.parametrize(
    ("coverage", "overlap", "plan"),
    [
        ("nnnnnnnnnn", 2, "aaaaxxbbbb"),
        ("nnnnnnnnnn", 1, "aaaaxbbbbb"),
        ("nnnnnnnnnn", 0, "aaaaabbbbb"),
        ("nnnnn2nnnn", 1, "aaaaaxbbbb"),
        ("nnnnnnnnnn/nnnnnnnnnn", 2, "aaaaxbbbbb/aaaaxbbbbb"),
    ],
)
def test_the_even_plan_is_one_a_person_would_draw(coverage: str, overlap: int, plan: str) -> None:
    assert even_plan(Need.from_text(coverage, overlap, 14)).to_text() == plan


@given(needs)
def test_where_the_sum_fits_there_is_a_plan_without_a_fail(need: Need) -> None:
    if feasibility_of(need).is_feasible:
        plan = even_plan(need)
        assert failures(check(plan, need)) == []
        assert plan.total == need.work


@given(shapes.flatmap(lambda shape: st.tuples(plans_on(shape), needs_on(shape))))
def test_where_the_sum_does_not_fit_no_plan_is_without_a_fail(both: tuple[SplitPlan, Need]) -> None:
    plan, need = both
    if need.work > need.funded:
        assert failures(check(plan, need))


@given(needs)
def test_each_fix_is_enough_by_itself_and_changes_one_thing(need: Need) -> None:
    answer = feasibility_of(need)
    for fix in answer.fixes:
        assert feasibility(fix.coverage_text, fix.min_overlap, fix.funded_tenths).is_feasible
        changed = (
            fix.coverage_text != need.coverage.to_text(),
            fix.min_overlap != need.min_overlap,
            fix.funded_tenths != need.funded_tenths,
        )
        assert sum(changed) == 1
    assert answer.is_feasible == (not answer.error)
    assert ("below" in answer.sentence) == bool(answer.fixes)


@given(needs)
def test_the_sum_adds_up(need: Need) -> None:
    answer = feasibility_of(need)
    assert answer.needed + answer.together == answer.work == answer.funded - answer.spare
