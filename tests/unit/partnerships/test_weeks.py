from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.partnerships.call_card import asked_of, on_shape, settled
from jobboard.partnerships.weeks import laid_together, without_a_role
from jobboard.planning.grid import Shape
from jobboard.web.week_words import week_summary


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("ppppcc----", "----ccpppp", "aaaa~~bbbb"),
        ("pp--------", "7:pp----------pp", "7:xx........--bb"),
        ("pp--------/----------", "--cccccccc", "aabbbbbbbb/..bbbbbbbb"),
        ("6:pp----------", "cccccccccc/cccccccccc", "6:aabbbbbbbb--/aabbbbbbbb--"),
    ],
)
def test_two_weeks_meet_on_the_larger_grid_of_both(first: str, second: str, together: str) -> None:
    assert laid_together(first, second) == together


def test_nobody_is_missed_on_a_weekend_that_nobody_asked_for() -> None:
    assert without_a_role("7:aaaaxxbb.....a") == "7:aaaaxxbb..---a"
    assert without_a_role("6:aaaaaaaa..~./aaaaaaaaaa..") == "6:aaaaaaaa..~-/aaaaaaaaaa--"
    assert settled("7:aaaaxxbb..~..a") == "7:aaaaxxbb..---a"
    assert on_shape("aaaaxxbb..", Shape(1, 7)) == "7:aaaaxxbb..----"
    assert asked_of(Shape(2, 6)) == "6:nnnnnnnnnn--/nnnnnnnnnn--"


@given(st.text("pc-", min_size=14, max_size=14), st.text("pc-", min_size=14, max_size=14))
def test_without_a_role_only_weekdays_can_be_uncovered(first: str, second: str) -> None:
    said = week_summary(laid_together(f"7:{first}", f"7:{second}"), "Nadia", "Helen")
    uncovered = said.partition("Uncovered: ")[2]
    assert "Saturday" not in uncovered
    assert "Sunday" not in uncovered
    free = [day for day in range(5) if (first + second)[day * 2 : day * 2 + 2] == "--"]
    both = [day for day in free if second[day * 2 : day * 2 + 2] == "--"]
    assert bool(uncovered) or not both
