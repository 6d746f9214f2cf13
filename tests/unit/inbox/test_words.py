"""What is said under a message, and what a message may be."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.hiring.domain import CLOSED
from jobboard.inbox.domain import (
    CLOSED_WORDS,
    MAX_CHARACTERS,
    EmptyMessageError,
    Reader,
    TooLongError,
    check_text,
    delivered_words,
    read_words,
)

AT = datetime(2026, 11, 27, 9, tzinfo=UTC)


def reader(name: str, is_viewer: bool, has_read: bool) -> Reader:
    return Reader(name, is_viewer, AT if has_read else None)


@pytest.mark.parametrize(
    ("mine", "theirs", "words"),
    [
        (True, True, "Read by you both"),
        (True, False, "Read by you, not yet by Helen"),
        (False, True, "Read by Helen, not yet by you"),
        (False, False, "Not yet read by you or Helen"),
        (None, True, "Read by Helen"),
        (None, False, "Not yet read by Helen"),
        (True, None, "Read by you"),
        (False, None, "Not yet read by you"),
        (None, None, ""),
    ],
)
def test_each_of_the_two_reads_who_has_read_it(mine, theirs, words):
    readers = [reader("Nadia", True, mine)] if mine is not None else []
    readers += [reader("Helen", False, theirs)] if theirs is not None else []
    assert read_words(readers) == words
    assert read_words(readers[::-1]) == words, "who was invited first makes no difference"


@given(st.booleans(), st.booleans())
def test_the_two_of_a_pair_are_told_the_same(first, second):
    """Each in their own person: exchange "you" for the name and it is one sentence."""
    hers = read_words([reader("Nadia", True, first), reader("Helen", False, second)])
    theirs = read_words([reader("Nadia", False, first), reader("Helen", True, second)])
    assert ("both" in hers) == ("both" in theirs) == (first and second)
    assert hers.startswith("Not yet") == theirs.startswith("Not yet") == (not first and not second)
    if first != second:
        assert hers.replace("you", "Nadia").replace("Helen", "you") == theirs


def test_the_employer_learns_that_it_went_and_no_more():
    assert delivered_words(["Nadia", "Helen"]) == "Delivered to both"
    assert delivered_words(["Helen"]) == "Delivered to Helen"


@given(st.text(max_size=60))
def test_blank_is_nothing_and_everything_else_is_a_message(text):
    if text.strip():
        check_text(text)
        return
    with pytest.raises(EmptyMessageError):
        check_text(text)


def test_five_thousand_characters_and_not_one_more():
    check_text("é" * MAX_CHARACTERS)
    with pytest.raises(TooLongError, match="5,001 characters"):
        check_text("é" * (MAX_CHARACTERS + 1))


def test_every_stage_that_ends_it_says_so():
    assert set(CLOSED_WORDS) == set(CLOSED)
