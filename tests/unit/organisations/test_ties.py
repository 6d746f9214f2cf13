from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.organisations import tie_words
from jobboard.organisations.ties import (
    MAX_LEVELS,
    CircleError,
    HasParentError,
    SelfTieError,
    Side,
    TieError,
    TieKind,
    TooDeepError,
    below,
    levels,
    refuse_tie,
)

TREE = {"school": "trust", "nursery": "school"}
"""Three levels: trust, school, nursery."""


@pytest.mark.parametrize(
    ("parent", "child", "error"),
    [
        ("trust", "trust", SelfTieError),
        ("nursery", "trust", CircleError),
        ("school", "trust", CircleError),
        ("group", "school", HasParentError),
        ("trust", "school", HasParentError),
        ("nursery", "club", TooDeepError),
        ("group", "trust", TooDeepError),
    ],
)
def test_what_makes_no_family_is_refused(parent, child, error):
    with pytest.raises(error):
        refuse_tie(TREE, parent, child)


def fits(parents, parent, child) -> bool:
    try:
        refuse_tie(parents, parent, child)
    except TieError:
        return False
    return True


def test_what_fits_is_not_refused():
    assert fits(TREE, "school", "club")
    assert fits(TREE, "trust", "college")
    assert fits({}, "one", "other")
    assert not fits(TREE, "nursery", "club")


def test_below_goes_all_the_way_down():
    assert below(TREE, "trust") == ["school", "nursery"]
    assert below(TREE, "nursery") == []


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=40))
def test_whatever_is_asked_families_stay_trees_of_three_levels(asked):
    parents: dict[int, int] = {}
    for parent, child in asked:
        try:
            refuse_tie(parents, parent, child)
        except TieError:
            continue
        parents[child] = parent
    tops = set(range(8)) - set(parents)
    assert all(levels(parents, top) <= MAX_LEVELS for top in tops)
    reached = [one for top in tops for one in (top, *below(parents, top))]
    assert sorted(reached) == list(range(8))


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20))
def test_nothing_that_fits_is_refused(asked):
    """Two trees that together are no deeper than allowed always join at their tops."""
    parents: dict[int, int] = {}
    for parent, child in asked:
        is_shallow = (
            parent != child
            and parent not in parents
            and child not in parents
            and levels(parents, child) < MAX_LEVELS
        )
        if is_shallow:
            assert fits(parents, parent, child)
            parents[child] = parent


def test_every_kind_has_its_words():
    names = tie_words.names("A", "B", True)
    for words in (tie_words.MEANS, tie_words.ENDS, tie_words.HEADS):
        assert set(words) == set(TieKind)
        assert all("{" not in text.format(**names) for text in words.values())
    assert set(tie_words.ASKS) == set(Side)
    assert tie_words.side_asked(TieKind.FAMILY, False) is Side.PARENT
    assert tie_words.side_asked(TieKind.FAMILY, True) is Side.CHILD
    assert tie_words.side_asked(TieKind.AGENCY, True) is Side.CLIENT
