"""Questions for two, as a list that carries its own versions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from jobboard.core.errors import UserError
from jobboard.partnerships.prompts import (
    CURRENT,
    MAX_ANSWER_WORDS,
    Deck,
    of_deck,
    prompt,
)
from jobboard.partnerships.sharing import is_due_for_talk

MONEY, STOP = prompt("money.1"), prompt("stop.1")
THEN = datetime(2026, 5, 1, tzinfo=UTC)


def test_every_question_has_its_own_versioned_key_that_fits_its_column():
    keys = [each.key for each in CURRENT]
    assert len(set(keys)) == len(keys)
    for key in keys:
        name, _, number = key.partition(".")
        assert name.isalnum()
        assert number.isdigit()
        assert len(key) <= 40
    assert all(len(choice) <= 40 for each in CURRENT for choice, _ in each.choices)


def test_both_decks_ask_something_and_nothing_asks_for_a_reason_to_share():
    assert len(of_deck(Deck.AGREEMENT)) >= 12
    assert len(of_deck(Deck.COACHING)) >= 5
    asked = " ".join(each.question + each.hint for each in CURRENT).casefold()
    assert not {word for word in ("illness", "disab", "child", "caring") if word in asked}


@pytest.mark.parametrize(
    ("asked", "choice", "words", "field"),
    [
        (MONEY, "", "", "choice"),
        (MONEY, "perhaps", "", "choice"),
        (STOP, "", "", "words"),
        (STOP, "", "word " * (MAX_ANSWER_WORDS + 1), "words"),
    ],
)
def test_an_answer_that_cannot_stand_names_its_field(asked, choice, words, field):
    with pytest.raises(UserError) as caught:
        asked.check(choice, words)
    assert caught.value.field == field


def test_different_choices_are_talked_about_until_the_two_have_and_again_after_a_new_answer():
    assert is_due_for_talk(True, "yes", "no", None, THEN)
    assert not is_due_for_talk(True, "yes", "yes", None, THEN)
    assert not is_due_for_talk(True, "yes", "no", THEN + timedelta(days=1), THEN)
    assert is_due_for_talk(True, "yes", "no", THEN, THEN + timedelta(days=1))


def test_free_words_are_never_compared_by_machine():
    assert not is_due_for_talk(False, "", "other", None, THEN)
