"""Suggestions in our own terms: they never fail a check, and where there are none they say why."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from jobboard.planning.availability import Availability
from jobboard.planning.checks import check, failures
from jobboard.planning.coverage import Need
from jobboard.planning.grid import Shape
from jobboard.planning.suggestions import question, suggest

NAMES = ("Nadia", "Helen")
NEED = Need.from_text("nnnnnnnnnn", 2, 12)


def week(text: str) -> Availability:
    return Availability.from_text(text)


def test_two_weeks_that_join_up_are_split_where_they_meet():
    found = suggest(week("ppppcc----"), week("----ccpppp"), NEED, NAMES).suggestions
    assert found[0].text == "aaaaxxbbbb"
    assert "Nadia 0.6 and Helen 0.6 FTE" in found[0].facts
    assert "2 changeovers, 1 of them face to face" in found[0].facts


def test_where_nobody_can_the_answer_says_when_and_who_could_mend_it():
    answer = suggest(week("ppppcc----"), week("----ccp-pp"), NEED, NAMES)
    assert answer.suggestions == ()
    assert "Neither of you can do Thursday afternoon" in answer.reasons[0]
    assert "It works if Helen could do Thursday afternoon." in answer.ours
    assert "It works if Nadia could do Thursday afternoon." in answer.ours


def test_what_only_the_employer_can_change_is_said_apart():
    need = Need.from_text("nnnnnnnnnn", 2, 11)
    answer = suggest(week("pppppppppp"), week("pppppppppp"), need, NAMES)
    assert answer.ours == ()
    assert "It works if the employer funds 1.2 FTE." in answer.theirs
    assert "It works if the employer asks for 1 half-day together." in answer.theirs


def test_two_weeks_that_alternate_are_planned_as_one_cycle():
    need = Need.from_text("nnnnnnnnnn/nnnnnnnnnn", 2, 11)
    found = suggest(week("ppppcc----/pppp------"), week("----ccpppp"), need, NAMES).suggestions
    assert found[0].text == "aaaaxxbbbb/aaaabbbbbb"
    assert "2 half-days together over the two weeks" in found[0].facts


def _availabilities(length: int):
    return st.text("pc-", min_size=length, max_size=length).map(week)


@settings(max_examples=60)
@given(_availabilities(10), _availabilities(10), st.text("-nn2", min_size=10, max_size=10),
       st.integers(0, 4), st.integers(10, 14))  # fmt: skip
def test_no_suggestion_fails_a_check(first, second, coverage, overlap, funded):
    if coverage.strip("-") == "":
        return
    need = Need.from_text(coverage, overlap, funded)
    answer = suggest(first, second, need, NAMES)
    for suggestion in answer.suggestions:
        assert failures(check(suggestion.plan, need, NAMES)) == []
        assert suggestion.plan.first.is_within(first.able)
        assert suggestion.plan.second.is_within(second.able)
    assert bool(answer.suggestions) != bool(answer.reasons)


def test_a_week_that_alternates_counts_where_both_turns_allow_it():
    """Helen cannot on Wednesday in week two, so a role of one week cannot count on it."""
    nadia = week("pppppp----")
    helen = week("----pppppp/------pppp")
    need = Need.from_text("nnnnnnnnnn", 1, 12)
    problem, _, person = question(nadia, helen, need)
    assert person.can == person.prefer == week("------pppp").able.mask
    found = suggest(nadia, helen, need, ("Nadia", "Helen"))
    assert found.suggestions == ()
    assert found.in_both_weeks
    both = Need.from_text("nnnnnnnnnn/nnnnnnnnnn", 1, 12)
    assert question(nadia, helen, both)[2].can == helen.able.mask
    assert problem.weeks == 1


@given(*[st.text("pc-", min_size=10, max_size=10)] * 2)
def test_nothing_is_counted_on_that_one_of_two_weeks_refuses(one, two):
    able = week(f"{one}/{two}").able.always_on(Shape())
    assert able == week(one).able & week(two).able


def test_more_time_together_than_the_role_has_half_days_is_said_and_not_planned():
    free, need = week("cccccccccc"), Need.from_text("222-------", 4, 10)
    answer = suggest(free, free, need, NAMES)
    assert answer.suggestions == ()
    assert "4 half-days together" in " ".join(answer.reasons)
