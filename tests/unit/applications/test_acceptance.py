"""When two private answers are compared: never because of what a hidden one says."""

from __future__ import annotations

from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from jobboard.applications.acceptance import may_compare
from jobboard.applications.domain import AcceptanceWish
from jobboard.applications.models import AcceptanceAnswer

WISHES = st.sampled_from(AcceptanceWish)


def row(wish: AcceptanceWish, *, is_shown: bool, is_compared: bool) -> AcceptanceAnswer:
    return AcceptanceAnswer(
        user_id=uuid4(), answer=wish, is_shown=is_shown, is_compared=is_compared
    )


@given(WISHES, WISHES, WISHES, st.booleans(), st.booleans(), st.booleans())
def test_it_tells_nothing_of_an_answer_that_is_hidden(
    mine: AcceptanceWish,
    theirs: AcceptanceWish,
    other: AcceptanceWish,
    shows_mine: bool,
    was_mine: bool,
    was_theirs: bool,
) -> None:
    found = {
        may_compare(
            [
                row(mine, is_shown=shows_mine, is_compared=was_mine),
                row(wish, is_shown=False, is_compared=was_theirs),
            ]
        )
        for wish in (theirs, other)
    }
    assert found == {not was_mine and not was_theirs}


@given(WISHES, WISHES, st.booleans(), st.booleans())
def test_what_both_show_is_compared_at_once_where_it_is_the_same(
    mine: AcceptanceWish, theirs: AcceptanceWish, was_mine: bool, was_theirs: bool
) -> None:
    rows = [
        row(mine, is_shown=True, is_compared=was_mine),
        row(theirs, is_shown=True, is_compared=was_theirs),
    ]
    assert may_compare(rows) == (mine == theirs or not (was_mine or was_theirs))


@given(WISHES, st.booleans(), st.booleans())
def test_one_answer_alone_is_never_compared(wish: AcceptanceWish, shown: bool, was: bool) -> None:
    assert not may_compare([row(wish, is_shown=shown, is_compared=was)])
