"""Adverts in HTML or plain text become Markdown that is safe and says the same words."""

from __future__ import annotations

import re
from html import unescape

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from jobboard.core import text as core_text
from jobboard.roles.importing.characters import clean_text
from jobboard.roles.importing.markdown import CUT_NOTE, MAX_BYTES, from_text
from jobboard.roles.importing.markup import from_html, looks_like_html

BARE = MarkdownIt("commonmark", {"html": False})
PIECES = [
    *["<p>", "</p>", "<b>", "</b>", "<em>", "</em>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>"],
    *["</li>", "<h2>", "</h2>", "<br>", "<div>", "<td>", "</td>", "<tr>", "<blockquote>", "</a>"],
    *["a", "b9", "_", "*", "**", "`", "```", "~~~", "[", "]", "(", ")", "#", "-", "+", "1.", "1)"],
    *[">", "<", "&", "&amp;", "&lt;b&gt;", "\\", "!", "|", "=", "===", "---", ":", "•"],
    *["\n", " ", "    ", "\t", "é", "\u202e", "\u200b", "&#8238;", "[x]: //e.test"],
    *["<a href='javascript:x'>", "<a href='http://e.test/)(x'>", "<a href='//e.test'>"],
    *["[x](javascript:x)", "[x](//e.test)", "![i](http://e.test/i.png)", "<http://e.test>"],
    *["<script>x</script>", "<img src=x onerror=y>", "&lt;script&gt;"],
]
EXPECTED_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h3", "h4", "h5", "h6"}
ANY_HTML = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def links(markdown: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', BARE.render(markdown))


def words(html: str) -> str:
    return "".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One</p><p>Two<br>three</p>", "One\n\nTwo\\\nthree"),
        ("<p>One<br><br>Two</p>", "One\n\nTwo"),
        ("<div>One</div><div>Two</div>", "One\n\nTwo"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c"),
        ("<ol><li>a</li></ol><ol><li>b</li></ol>", "1. a\n2. b"),
        ("<ul><li><p>a</p><p>more</p></li><li>b</li></ul>", "- a\n\n  more\n\n- b"),
        ("<p>•\u00a0 first</p><p>\uf0b7 second</p>", "- first\n- second"),
        ("<h1>Top</h1><h2>Next</h2><h6>Low</h6>", "### Top\n\n#### Next\n\n###### Low"),
        ("<h2>Only</h2>", "### Only"),
        ("<p><strong> Pay: </strong>good</p>", "**Pay:** good"),
        ("<p><strong><strong>Twice</strong></strong></p>", "**Twice**"),
        ("<p><b>Both</b><b>halves</b></p>", "**Bothhalves**"),
        ("<p>P<em>hysio</em></p>", "Physio"),
        ("<p><strong>One<br>two</strong></p>", "**One**\\\n**two**"),
        ("<p><strong>&nbsp;</strong></p><p> </p>", ""),
        (
            "<table><tr><td>Pay</td><td>50</td></tr><tr><td>Days</td></tr></table>",
            "Pay – 50\n\nDays",
        ),
        ("<p>well-being, 5.5 days, R&D, a_b</p>", "well-being, 5.5 days, R&D, a_b"),
        ("<p>1. one</p><p># two</p><p>- three *</p>", "1\\. one\n\n\\# two\n\n- three \\*"),
        ('<a href="https://e.test/a_b?c=d">the page</a>', "[the page](https://e.test/a_b?c=d)"),
        ('<p>Look!<a href="https://e.test">page</a></p>', "Look\\![page](https://e.test)"),
        ("<h2>Grade C #</h2>", "### Grade C \\#"),
        ("<p>---<br>--- ---</p>", "\\---\\\n\\--- ---"),
        ('<a href="mailto:a@e.test">mail</a>', "[mail](mailto:a@e.test)"),
    ],
)
def test_html_becomes_plain_markdown(html: str, markdown: str) -> None:
    assert from_html(html) == markdown


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<a href="//evil.test">x</a>',
        '<a href="/roles">x</a>',
        '<a href="http:evil.test">x</a>',
        "[x](javascript:alert(1))",
        "[x](//evil.test)",
        "&lt;http://evil.test&gt;",
        "[x]: //evil.test\n\n[x]",
        '<img src="http://evil.test/i.png"><svg><a href="http://evil.test">x</a></svg>',
    ],
)
def test_no_link_leads_to_a_script_or_to_an_address_without_a_scheme(html: str) -> None:
    assert links(from_html(f"<p>{html}</p>")) == []
    assert "evil.test/i.png" not in from_html(html)


def test_scripts_and_styles_go_with_their_content() -> None:
    assert from_html("<style>p{}</style><p>Stay</p><script>go()</script>") == "Stay"


def test_invisible_and_direction_characters_go_even_as_entities() -> None:
    assert from_html("<p>a\u202eb&#8238;c\u200bd&#x200b;e\u00adf\x07\ufeff</p>") == "abcdef"


@given(ANY_HTML)
def test_whatever_comes_in_comes_out_without_html_and_with_the_same_words(html: str) -> None:
    markdown = from_html(html)
    rendered = BARE.render(markdown)
    assert set(re.findall(r"<([a-z0-9]+)", rendered)) <= EXPECTED_TAGS
    sanitised = clean_text(words(nh3.clean(html, tags=set(), clean_content_tags={"script"})))
    assert re.findall(r"\w", words(rendered)) == re.findall(r"\w", sanitised)
    assert all(link.startswith(("http://e.test/", "mailto:")) for link in links(markdown))
    assert not re.search("[\u202e\u200b]", markdown)
    assert "&lt;img" not in core_text.markdown(markdown)


@given(st.lists(st.sampled_from([p for p in PIECES if "\u202e" not in p]), max_size=25))
def test_plain_text_renders_as_itself(pieces: list[str]) -> None:
    text = "".join(piece for piece in pieces if "&" not in piece and piece != "\u200b")
    rendered = BARE.render(from_text(text))
    assert not re.search("<(?!/?(?:p|br|ul|li)\\b)", rendered)
    bullets = "-*•"
    assert words(rendered).translate({ord(c): None for c in bullets}) == "".join(
        text.split()
    ).translate({ord(c): None for c in bullets})


def test_plain_text_keeps_its_lines_and_joins_wrapped_ones() -> None:
    text = "Location: Leeds\nGrade: seven\n\nYou will lead the\nteam &amp; its work.\n• one\n• two"
    assert from_text(text) == (
        "Location: Leeds\\\nGrade: seven\n\nYou will lead the team & its work.\n\n- one\n- two"
    )


def test_a_text_over_twenty_kilobytes_ends_at_a_paragraph_with_a_note() -> None:
    markdown = from_html("".join(f"<p>Paragraph {n} {'word ' * 40}é</p>" for n in range(200)))
    assert len(markdown.encode()) <= MAX_BYTES
    *paragraphs, note = markdown.split("\n\n")
    assert note == CUT_NOTE
    assert all(paragraph.endswith("é") for paragraph in paragraphs)


def test_one_endless_paragraph_is_cut_at_a_word() -> None:
    markdown = from_text("word " * 10_000)
    assert len(markdown.encode()) <= MAX_BYTES
    assert markdown.removesuffix(CUT_NOTE).rstrip().endswith(" word")


def test_deep_nesting_stays_small_and_is_never_code() -> None:
    for html in ("<ul><li>" * 2_000 + "deep", "<ul>" * 50 + "<li>deep", "<div>" * 5_000 + "deep"):
        markdown = from_html(html)
        assert len(markdown) < 100
        assert "<code" not in BARE.render(markdown)


def test_html_is_recognised_where_the_format_is_not_stated() -> None:
    assert looks_like_html("Hello<br/>there")
    assert not looks_like_html("a < b and b > c")
