from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.search.query import parse
from jobboard.search.snippets import root, snippet

LONG = ("We are a large trust with many sites. " * 12) + "You will lead financing together."


def marked(text: str, query: str, limit: int = 200) -> str:
    return "".join(f"[{part}]" if hit else part for part, hit in snippet(text, parse(query), limit))


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Head of Finance", "finance", "Head of [Finance]"),
        ("Financing and financial plans", "finance", "[Financing] and [financial] plans"),
        ("Women’s health", "womens", "[Women’s] health"),
        ("A café manager", "cafe", "A [café] manager"),
        ("Chief Executive", '"chief executive"', "[Chief] [Executive]"),
        ("Operational lead", "oper*", "[Operational] lead"),
        ("refinance", "finance", "refinance"),
        ("Finance nurse", "finance -nurse", "[Finance] nurse"),
        ("two\n\n  lines", "lines", "two [lines]"),
        ("<b>finance</b> & co", "finance", "<b>[finance]</b> & co"),
        ("", "finance", ""),
        ("no words asked for", "", "no words asked for"),
    ],
)
def test_hits_are_marked_at_the_beginning_of_words(text: str, query: str, expected: str) -> None:
    assert marked(text, query) == expected


def test_a_long_text_is_cut_around_the_first_hit() -> None:
    shown = marked(LONG, "finance")
    assert shown.startswith("…")
    assert shown.endswith("lead [financing] together.")


def test_a_long_text_without_a_hit_is_shown_from_its_start_and_cut_between_words() -> None:
    shown = marked(LONG, "zebra")
    assert shown.startswith("We are")
    assert shown.endswith("…")
    assert LONG.startswith(shown[:-1] + " ")


@given(st.text(max_size=600), st.text(max_size=40), st.integers(3, 200))
def test_a_snippet_never_raises_nor_grows_too_long(text: str, query: str, limit: int) -> None:
    parts = snippet(text, parse(query), limit)
    assert sum(len(part) for part, _ in parts) <= limit
    assert all(part for part, _ in parts)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("finance", "financ"), ("managing", "manag"), ("nurses", "nurs"), ("used", "used")],
)
def test_the_root_of_a_word_keeps_four_letters(word: str, expected: str) -> None:
    assert root(word) == expected
