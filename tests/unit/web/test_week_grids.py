from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.planning.week import Week
from jobboard.web.week_grids import GRIDS, grid_of, posted, redrawn, shape_of
from tests.unit.planning.strategies import texts

grids = st.sampled_from(list(GRIDS))


def sent(pattern: str, prefix: str = "week") -> dict[str, str]:
    marks = pattern.partition(":")[2] or pattern
    return {f"{prefix}-{i}": mark for i, mark in enumerate(marks.replace("/", ""))} | {
        f"{prefix}-grid": grid_of(pattern)
    }


@pytest.mark.parametrize("grid", GRIDS)
def test_every_grid_that_is_offered_can_be_drawn(grid: str) -> None:
    assert grid_of(Week.full(shape_of(grid)).to_text()) == grid


@given(texts("n-"), grids)
def test_redrawing_a_week_is_the_habit_on_the_other_grid(text: str, grid: str) -> None:
    assert redrawn(text, grid) == Week.from_text(text).on(shape_of(grid)).to_text()


@given(texts("pc-"))
def test_what_was_drawn_is_what_is_read(text: str) -> None:
    assert posted(sent(text), "week", "pc-", "c", like="c" * 10) == (text, True)


def test_a_save_with_another_grid_chosen_carries_the_answers_over() -> None:
    form = {**sent("ppccc-----"), "week-shape": "2x7"}
    assert posted(form, "week", "pc-", "c", like="c" * 10).pattern == (
        "7:ppccc---------/ppccc---------"
    )


@pytest.mark.parametrize("strange", ["", "3x5", "1x8", "1x5x5", "x", "²x5"])
def test_a_grid_nobody_offered_is_the_one_that_was_there(strange: str) -> None:
    form = {**sent("p" * 10), "week-grid": strange, "week-shape": strange}
    assert posted(form, "week", "pc-", "c", like="c" * 10) == ("p" * 10, True)


def test_missing_and_strange_answers_are_noticed() -> None:
    form = {**sent("p" * 10), "week-3": "pp", "week-4": "x"}
    del form["week-5"]
    assert posted(form, "week", "pc-", "c", like="c" * 10) == ("pppcccpppp", False)
