from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.search.query import (
    MAX_PAGE,
    MAX_PREFIXES,
    MAX_TERMS,
    MIN_PREFIX,
    STOP_WORDS,
    ParsedQuery,
    page_number,
    parse,
    words_of,
)

NASTY = Path(__file__).parents[4] / "shared/data/nasty/blns.json"
SYNTAX = st.text(alphabet="abcé\"-*“ '\x00\ud800ORN", max_size=130)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ParsedQuery()),
        ("   ", ParsedQuery()),
        ("Finance Director", ParsedQuery(terms=("finance", "director"))),
        ("finance FINANCE", ParsedQuery(terms=("finance",))),
        ('"chief executive" london', ParsedQuery(("london",), (("chief", "executive"),))),
        ("“chief executive”", ParsedQuery(phrases=(("chief", "executive"),))),
        ('"chief executive', ParsedQuery(phrases=(("chief", "executive"),))),
        ('"london"', ParsedQuery(terms=("london",))),
        ('""', ParsedQuery()),
        ("head of finance", ParsedQuery(terms=("head", "finance"))),
        ('"head of finance"', ParsedQuery(phrases=(("head", "finance"),))),
        ("part-time", ParsedQuery(phrases=(("part", "time"),))),
        ("-nurse", ParsedQuery(excluded=(("nurse",),))),
        ('-"night shift"', ParsedQuery(excluded=(("night", "shift"),))),
        ("-part-time", ParsedQuery(excluded=(("part", "time"),))),
        ("finan*", ParsedQuery(prefixes=("finan",))),
        ("finan* finan*", ParsedQuery(prefixes=("finan",))),
        ("women’s women's", ParsedQuery(terms=("womens",))),
        ("Café ÉCOLE", ParsedQuery(terms=("cafe", "ecole"))),
        ("IT director", ParsedQuery(terms=("it", "director"))),
        ("C++", ParsedQuery(terms=("c",))),
        ("- -- * ** \" '", ParsedQuery()),
    ],
)
def test_the_syntax_reads_as_people_mean_it(text: str, expected: ParsedQuery) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("fi*", "A star needs 3 letters before it: “fi” was searched as a word."),
        ("*nance", "A star works only at the end of one word: “*nance” was left out."),
        ("f*n*ce", "A star works only at the end of one word: “f*n*ce” was left out."),
        ("aaa* bbb* ccc*", "Only 2 words may end in a star: “ccc*” was left out."),
        ("cats OR dogs", "OR is not a command here. Every word is looked for at once."),
        (
            "cats NOT dogs",
            "NOT is not a command here. Put a minus before the word you do not want.",
        ),
        ("the of", "Too common to search for: “the”, “of”."),
        ("x" * 101, "Only the first 100 characters were used."),
        (
            "a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11",
            "Only 10 words are searched at once: “k11” left out.",
        ),
    ],
)
def test_what_is_left_out_is_explained(text: str, sentence: str) -> None:
    assert parse(text).ignored == (sentence,)


def test_a_word_beyond_the_last_character_is_not_read() -> None:
    assert parse(f"cat {' ' * 96}dog").terms == ("cat",)


def test_a_common_word_beside_others_needs_no_explanation() -> None:
    assert parse("director of the board").ignored == ()


def test_a_phrase_that_no_longer_fits_is_left_out_whole() -> None:
    read = parse('1a 2b 3c 4d 5e 6f 7g 8h 9i "ab cd" ef')
    assert read.phrases == ()
    assert read.terms[-1] == "ef"


def assert_within_limits(text: str) -> None:
    read = parse(text)
    words = [*read.terms, *(w for words in read.phrases + read.excluded for w in words)]
    assert len(words) + len(read.prefixes) <= MAX_TERMS
    assert len(read.prefixes) <= MAX_PREFIXES
    assert all(len(prefix) >= MIN_PREFIX for prefix in read.prefixes)
    assert all(words_of(word) == [word] for word in [*words, *read.prefixes])
    assert not STOP_WORDS.intersection(words)
    assert all(len(phrase) > 1 for phrase in read.phrases)


@given(st.text() | SYNTAX)
def test_no_text_ever_raises_or_breaks_a_limit(text: str) -> None:
    assert_within_limits(text)


@pytest.mark.data
@pytest.mark.skipif(not NASTY.exists(), reason="needs ../shared/data")
def test_no_naughty_string_raises_or_breaks_a_limit() -> None:
    strings = json.loads(NASTY.read_text(encoding="utf-8"))
    assert len(strings) == 515
    for text in strings:
        assert_within_limits(text)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        (None, 1),
        ("", 1),
        ("3", 3),
        ("0", 1),
        ("-4", 1),
        ("51", MAX_PAGE),
        ("1e9", 1),
        ("x", 1),
        ("9" * 5000, 1),
        ("\x00", 1),
    ],
)
def test_the_page_of_a_url_is_always_one_that_exists(text: str | None, page: int) -> None:
    assert page_number(text) == page
