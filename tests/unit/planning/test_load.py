"""Load by weight beside the hours, and the week of one alone."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jobboard.planning.absence import short_in_a_fortnight
from jobboard.planning.load import Weighed, check_load, load
from jobboard.planning.passing import passings
from jobboard.planning.share_types import ShareType
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.week import Week

NAMES = ("Nadia", "Helen")
PLAN = SplitPlan.from_text("aaaaaxbbbb")
FULL = Week.full()


def test_a_shared_duty_counts_half_to_each() -> None:
    found = load([Weighed(5, "a"), Weighed(1, "b"), Weighed(4, "shared")])
    assert found is not None
    assert (found.first, found.second, found.alone) == (
        Fraction(7, 10),
        Fraction(3, 10),
        Fraction(6, 10),
    )


def test_duties_without_a_weight_are_equal_and_half_a_map_says_nothing() -> None:
    found = load([Weighed(None, "a"), Weighed(None, "b")])
    assert found is not None
    assert found.percents == (50, 50)
    assert load([Weighed(None, "a"), Weighed(None, None)]) is None
    assert load([]) is None


@pytest.mark.parametrize(("weight", "warned"), [(15, False), (16, True)])
def test_more_than_fifteen_points_from_the_hours_is_said(weight: int, warned: bool) -> None:
    duties = [Weighed(weight, "a"), Weighed(7, "b")]
    assert bool(check_load(duties, PLAN, ShareType.HYBRID, NAMES)) is warned


def test_a_twin_that_divides_and_islands_that_share_are_told() -> None:
    divided = [Weighed(3, "a"), Weighed(3, "b")]
    shared = [Weighed(3, "shared"), Weighed(3, "shared")]
    assert "share everything" in check_load(divided, PLAN, ShareType.TWIN, NAMES)[0].sentence
    assert "different areas" in check_load(shared, PLAN, ShareType.ISLANDS, NAMES)[0].sentence
    assert check_load(divided, PLAN, ShareType.ISLANDS, NAMES) == []
    assert check_load(shared, PLAN, ShareType.TWIN, NAMES) == []


def test_a_fortnight_alone_leaves_what_the_other_covers() -> None:
    assert short_in_a_fortnight(PLAN, FULL, 0) == 10
    assert short_in_a_fortnight(PLAN, FULL, 1) == 8


def test_a_passing_names_the_time_together_and_a_plan_may_have_none() -> None:
    first, second = passings(PLAN, NAMES)
    assert "Wednesday afternoon, together" in {first.when, second.when}
    assert passings(SplitPlan.from_text("xxxxxxxxxx"), NAMES) == ()
