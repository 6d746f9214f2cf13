"""The planner against its formulae (matching.md §4), its properties (§7) and a naive search."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobboard.planning.planner import (
    Bound,
    EmptyWeekError,
    Person,
    Problem,
    conflicts,
    exists,
    flow,
    plans,
    search,
)
from jobboard.planning.planner.conflicts import moved, relaxed


def days(*numbers: int) -> int:
    return sum(3 << 2 * day for day in numbers)


WEEK = days(0, 1, 2, 3, 4)
A = Person(days(0, 1, 2), days(0, 1), 5, 6, 5, 2)
B = Person(days(2, 3, 4), days(3, 4), 4, 6, 6, 1)
EXAMPLE = Problem(WEEK, (10, 12), (0, 10), wish=2)


def test_the_worked_example_gives_its_two_best_plans():
    best, second = plans(EXAMPLE, A, B)[:2]
    assert (best.first, best.second, best.score) == (days(0, 1, 2), days(2, 3, 4), 8638)
    assert (best.switches, best.warm, best.gap, best.liked) == (2, 1, 7, (6666, 6666))
    assert best.fairness == 10000
    assert (second.first, second.second) == (days(0, 1) | 0b10000, days(3, 4) | 0b100000)
    assert (second.score, second.gap) == (6591, None)


def test_a_week_that_needs_nothing_has_no_split():
    with pytest.raises(EmptyWeekError):
        Problem(0, (0, 10), (0, 10))


def test_too_few_hours_are_named_with_what_would_mend_it():
    a, b = replace(A, most=4, least=0), replace(B, most=5, least=0)
    why = conflicts(Problem(WEEK, (0, 20), (0, 10)), a, b)
    assert why.sets == (frozenset({Bound.A_MAX, Bound.B_MAX, Bound.COVER}),)
    assert why.nobody_can == 0
    assert {(change.bound, change.amount) for change in why.changes} == {
        (Bound.A_MAX, 1),
        (Bound.B_MAX, 1),
    }


def test_all_conflicts_are_shown_those_with_missing_half_days_first():
    a = Person(days(0, 1, 2), 0, 0, 5, 5)
    b = Person(days(2, 4) | 1 << 6, 0, 0, 5, 5)
    why = conflicts(Problem(WEEK, (0, 20), (1, 10)), a, b)
    assert why.nobody_can == 1 << 7
    assert why.sets == (
        frozenset({Bound.A_DAYS, Bound.B_DAYS, Bound.COVER}),
        frozenset({Bound.B_DAYS, Bound.A_MAX, Bound.OVERLAP_MIN, Bound.COVER}),
        frozenset({Bound.A_MAX, Bound.B_MAX, Bound.OVERLAP_MIN, Bound.COVER}),
    )


@pytest.mark.parametrize(("first", "second", "counted"), [
    (days(0, 1, 2), days(2, 3, 4), (2, 1)),
    (0b0101010101, 0b1010101010, (10, 0)),
    (WEEK, 0, (0, 0)),
    (WEEK, WEEK, (0, 0)),
    (days(0), days(4), (2, 0)),
])  # fmt: skip
def test_changes_of_hands_are_counted_round_the_week(first, second, counted):
    found = flow.switches(search.np.array([first]), search.np.array([second]), 10)
    assert (int(found[0][0]), int(found[1][0])) == counted


def test_the_table_of_every_plan_says_the_same_as_counting():
    np = search.np
    every = np.arange(0, 1 << 20, 97, dtype=np.int32)
    first, second = every & 1023, every >> 10
    assert len(every) > flow.MANY
    looked_up, counted = flow.of(first, second, 10), flow.switches(first, second, 10)
    assert (looked_up[0] == counted[0]).all()
    assert (looked_up[1] == counted[1]).all()


def test_a_week_with_weekends_that_is_too_free_is_planned_in_whole_days():
    everybody = Person((1 << 14) - 1, 0, 2, 9, 7)
    problem = Problem((1 << 14) - 1, (14, 18), (0, 4), days=7)
    found = plans(problem, everybody, everybody)
    assert len(found) == 5
    assert all(plan.whole_days_only for plan in found)
    assert all((plan.first ^ plan.first >> 1) & 0x1555 == 0 for plan in found)


masks = st.integers(0, 63)


@st.composite
def small_cases(draw, weeks=1):
    """Three days, so that a naive search over every plan stays quick."""
    size = 6 * weeks
    every = st.integers(0, (1 << size) - 1)
    required = draw(st.integers(1, (1 << size) - 1))
    both = draw(every) & draw(every) & draw(every) & required
    low, floor = draw(st.integers(0, 2)), draw(st.integers(0, size))
    problem = Problem(
        required,
        (floor, floor + draw(st.integers(0, 6))),
        (low, low + draw(st.integers(0, 4))),
        both=both,
        cover_min=required.bit_count() - draw(st.sampled_from([0, 0, 1, 2])),
        wish=draw(st.none() | st.integers(0, 4)),
        weeks=weeks,
        days=3,
    ) if required.bit_count() > 2 else Problem(
        required, (floor, floor + 4), (low, low + 3), weeks=weeks, days=3
    )  # fmt: skip
    return problem, draw(people(size)), draw(people(size))


@st.composite
def people(draw, size):
    can = draw(st.integers(0, (1 << size) - 1)) | draw(st.integers(0, (1 << size) - 1))
    least = draw(st.integers(0, 3))
    most = least + draw(st.integers(0, size))
    prefer = can & draw(st.integers(0, (1 << size) - 1))
    return Person(can, prefer, least, most, draw(st.integers(0, size)), draw(st.integers(0, 3)))


def naive(problem: Problem, a: Person, b: Person) -> list[tuple[int, int]]:
    every = range(problem.everything + 1)
    return [
        (x, y)
        for x in every
        if x & ~a.can == 0 and a.least <= x.bit_count() <= a.most
        for y in every
        if y & ~b.can == 0 and b.least <= y.bit_count() <= b.most and keeps(problem, x, y)
    ]


def keeps(problem: Problem, x: int, y: int) -> bool:
    return (
        ((x | y) & problem.required).bit_count() >= problem.cover_min
        and problem.total[0] <= x.bit_count() + y.bit_count() <= problem.total[1]
        and problem.together[0] <= (x & y).bit_count() <= problem.together[1]
        and x & y & problem.both == problem.both
    )


def score(problem: Problem, a: Person, b: Person, x: int, y: int) -> int:
    """The plan score of matching.md §4, word for word and one plan at a time."""
    size, one = problem.size, 10000
    f_a = one * (x & a.prefer).bit_count() // x.bit_count() if x else one
    f_b = one * (y & b.prefer).bit_count() // y.bit_count() if y else one
    off = abs(x.bit_count() - a.want) + abs(y.bit_count() - b.want)
    hours = max(0, one - one * off // max(1, a.want + b.want))
    wish = problem.wished(a, b)
    overlap = max(0, one - one * abs((x & y).bit_count() - wish) // max(2, wish))
    switches, warm = counted(x, y, size)
    share = one * warm // switches if switches else one
    smooth = (7 * max(0, one - one * max(0, switches - 2) // (size - 2)) + 3 * share) // 10
    whole = [(mask >> 2 * day) & 3 for mask in (x, y) for day in range(size // 2)]
    worked = [day for day in whole if day]
    halves = sum(day in (1, 2) for day in worked)
    compact = one - one * halves // max(1, len(worked))
    fair = one - abs(f_a - f_b)
    parts = 30 * ((f_a + f_b) // 2) + 20 * hours + 20 * overlap + 12 * smooth
    return (parts + 8 * compact + 10 * fair) // 100


def counted(x: int, y: int, size: int) -> tuple[int, int]:
    alone = [slot for slot in range(size) if (x ^ y) >> slot & 1]
    switches = warm = 0
    for before, after in pairwise([*alone, alone[0] + size] if alone else []):
        if (x >> before & 1) != (x >> after % size & 1):
            between = range(before + 1, after)
            switches += 1
            warm += any((x & y) >> slot % size & 1 for slot in between)
    return switches, warm


@settings(max_examples=60)
@given(small_cases())
def test_the_best_plan_is_the_best_of_all_there_are(case):
    problem, a, b = case
    every, found = naive(problem, a, b), plans(problem, a, b)
    assert exists(problem, a, b) == bool(every) == bool(found)
    if not every:
        return
    assert all((plan.first, plan.second) in every for plan in found)
    scores = {(plan.first, plan.second): plan.score for plan in found}
    assert scores == {(x, y): score(problem, a, b, x, y) for x, y in scores}
    assert found[0].score == max(score(problem, a, b, x, y) for x, y in every)
    assert [plan.score for plan in found] == sorted((p.score for p in found), reverse=True)
    assert all(one.differs(two) >= 2 for one, two in pairwise(found))


@settings(max_examples=25)
@given(small_cases(weeks=2))
def test_two_weeks_have_a_plan_exactly_if_counting_says_so(case):
    problem, a, b = case
    found = plans(problem, a, b)
    assert exists(problem, a, b) == bool(found)
    for plan in found:
        assert keeps(problem, plan.first, plan.second)
        assert plan.first & ~a.can == 0
        assert plan.second & ~b.can == 0
        assert a.least <= plan.first.bit_count() <= a.most
        assert b.least <= plan.second.bit_count() <= b.most
        assert 0 <= plan.score <= 10000


@settings(max_examples=60)
@given(small_cases())
def test_measures_of_a_plan_hold_together(case):
    for plan in plans(*case):
        assert plan.switches % 2 == 0
        assert 0 <= plan.warm <= plan.switches
        assert plan.gap is None or 1 <= plan.gap <= 7
        assert 0 <= plan.score <= 10000


@settings(max_examples=60)
@given(small_cases())
def test_the_best_score_is_the_same_with_the_two_exchanged(case):
    problem, a, b = case
    scores = [[plan.score for plan in plans(problem, *two)[:1]] for two in ((a, b), (b, a))]
    assert scores[0] == scores[1]


@settings(max_examples=60)
@given(small_cases(), st.permutations(range(6)))
def test_whether_a_split_exists_does_not_depend_on_the_order_of_half_days(case, order):
    problem, a, b = case

    def shuffled(mask: int) -> int:
        return sum(1 << order[slot] for slot in range(6) if mask >> slot & 1)

    other = replace(problem, required=shuffled(problem.required), both=shuffled(problem.both))
    people_ = [replace(one, can=shuffled(one.can), prefer=shuffled(one.prefer)) for one in (a, b)]
    assert exists(problem, a, b) == exists(other, *people_)


@settings(max_examples=40)
@given(small_cases())
def test_a_conflict_cannot_hold_but_every_part_of_it_can(case):
    problem, a, b = case
    why = conflicts(problem, a, b)
    for kept in why.sets:
        assert not naive(*relaxed(problem, a, b, frozenset(Bound) - kept))
        for bound in kept:
            assert exists(*relaxed(problem, a, b, frozenset(Bound) - kept | {bound}))


@settings(max_examples=40)
@given(small_cases())
def test_every_single_change_that_is_offered_is_enough(case):
    problem, a, b = case
    for change in conflicts(problem, a, b).changes:
        assert naive(*moved(problem, a, b, change))


def test_alternate_weeks_change_hands_twice_in_the_cycle():
    """Each week alone has nobody to hand over to; the cycle does."""
    week = (1 << 10) - 1
    first, second = Person(week, week, 4, 18, 10), Person(week << 10, week << 10, 4, 18, 10)
    best = plans(Problem(week << 10 | week, (0, 24), (0, 20), weeks=2, wish=0), first, second)[0]
    assert (best.first, best.second) == (week, week << 10)
    assert (best.switches, best.warm, best.gap) == (2, 0, None)
