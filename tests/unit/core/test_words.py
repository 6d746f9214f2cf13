from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.core.text import (
    UnstorableTextError,
    clean,
    count_words,
    initials,
    markdown,
    one_line,
)

NASTY = Path(__file__).parents[4] / "shared/data/nasty/blns.json"


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "x\udfff"])
def test_what_no_database_can_hold_is_refused(text):
    with pytest.raises(UnstorableTextError):
        clean(text)


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text):
    try:
        once = clean(text)
    except UnstorableTextError:
        return
    assert clean(once) == once
    once.encode("utf-8")


@given(st.text(alphabet="ab \t\n\r", max_size=60))
def test_one_line_has_no_break_and_the_same_words(text):
    assert "\n" not in one_line(text)
    assert one_line(text).split() == clean(text).split()


@pytest.mark.parametrize(
    ("text", "words"), [("", 0), ("  ", 0), ("one", 1), ("we two\nown it", 4), ("a - b", 3)]
)
def test_words_are_runs_without_blanks(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,x)",
        "[x](//evil.test)",
        "![x](https://evil.test/x.png)",
        '<img src=x onerror="alert(1)">',
        "<a href='https://x' onclick='y'>z</a>",
        "[x](<javascript:alert(1)>)",
    ],
)
def test_markdown_lets_nothing_dangerous_through(text):
    html = markdown(text)
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert 'href="data' not in html
    assert 'href="//' not in html
    assert " onclick=" not in html.replace("&#x27;", "'").split("&lt;")[0]


def test_headings_of_a_text_stay_below_those_of_the_page():
    assert markdown("# Title") == "<h3>Title</h3>\n"


def test_markdown_takes_every_nasty_string():
    if not NASTY.exists():
        pytest.skip("shared/data/nasty is not on this machine")
    for text in json.loads(NASTY.read_text(encoding="utf-8")):
        assert "<script" not in markdown(text).lower()


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Nadia Okafor", "NO"), ("Cher", "C"), ("", "?"), ("李 小龙", "李小"), ("... !", "?")],
)
def test_initials_are_two_letters_at_most(name, letters):
    assert initials(name) == letters
