"""Paper: whatever people write becomes a tagged file, and nothing they write is a command."""

from __future__ import annotations

import io
import json
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from jobboard.core.documents import blocks, pdf
from jobboard.core.documents.glyphs import BREAK, coverage, families, settable
from jobboard.core.documents.paper import Paper, Person, Seal
from jobboard.web.drawn_weeks import week_block

NASTY = Path(__file__).parents[4] / "shared" / "data" / "nasty" / "blns.json"
AT = datetime(2026, 11, 26, 12, tzinfo=UTC)
ARABIC_200 = ("عبدالرحمن" * 23)[:200]


def paper_of(text: str, **fields) -> Paper:
    """This text at every place that takes one."""
    line = {"side": "a", "who": text, "when": text, "title": text, "text": text}
    parts = [
        blocks.prose(text),
        blocks.note(text),
        blocks.subheading(text),
        blocks.figures([(text, text, True)]),
        blocks.facts([(text, text)]),
        blocks.points([text]),
        blocks.groups([("a", text, [(text, text)]), ("gap", text, [])]),
        blocks.entries([line]),
        week_block("aaaaxxbb.-", (text, text), text),
    ]
    words = {
        "title": text,
        "kind": text,
        "heading": text,
        "subheading": text,
        "people": [Person("a", text, text), Person("b", text, text)],
        "sections": [blocks.section("one", text, parts, text)],
        "at": AT,
        "state": text,
        "foot": text,
        "seal": Seal(text, [text], text),
        **fields,
    }
    return Paper(**words)


def read(file: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(file))


def words_of(file: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(file).pages).split())


def kinds_in(element, found: list[str]) -> list[str]:
    """Names of the structure elements, depth first."""
    element = element.get_object()
    if isinstance(element, list):
        for child in element:
            kinds_in(child, found)
    elif hasattr(element, "get"):
        if "/S" in element:
            found.append(element["/S"])
        if "/K" in element and not isinstance(element["/K"], int):
            kinds_in(element["/K"], found)
    return found


def test_a_paper_is_tagged_and_says_its_language_and_title():
    file = pdf.render(paper_of("Nadia Okafor"))
    root = read(file).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read(file).metadata.title == "Nadia Okafor"
    assert read(file).xmp_metadata is not None
    assert b"pdfuaid" in file
    kinds = kinds_in(root["/StructTreeRoot"]["/K"], [])
    assert {"/H1", "/H2", "/H3", "/P", "/Table", "/TH", "/TD", "/L", "/LI"} <= set(kinds)


def test_the_same_paper_is_the_same_file_and_holds_nothing_that_runs_or_is_fetched():
    file = pdf.render(paper_of('#read("/etc/passwd") #import "@preview/x:1.0.0" $x$ \\ `a`'))
    assert file == pdf.render(
        paper_of('#read("/etc/passwd") #import "@preview/x:1.0.0" $x$ \\ `a`')
    )
    assert '#read("/etc/passwd")' in words_of(file)
    for name in (b"/JavaScript", b"/EmbeddedFile", b"/Launch", b"/OpenAction", b"/URI"):
        assert name not in file


def test_the_words_of_a_week_are_in_the_file_not_only_its_shapes():
    words = words_of(pdf.render(paper_of("Nadia")))
    assert "Mon Tue Wed Thu Fri" in words
    assert "Both" in words
    assert "Nobody" in words
    assert "Not needed" in words


def test_two_weeks_with_their_weekends_are_two_tables():
    two = week_block("7:aaaa..xxbbbbbb/bbbbaaaaxxxx--", ("Nadia", "Helen"), "In words.")
    section = blocks.section("cover", "Who is in, when", [two])
    file = pdf.render(paper_of("Nadia", sections=[section]))
    kinds = kinds_in(read(file).trailer["/Root"]["/StructTreeRoot"]["/K"], [])
    assert kinds.count("/Table") == 2
    assert "Sat Sun" in words_of(file)
    assert "Week two" in words_of(file)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x01\x02",
        "\ufeff",
        "\ufffe",
        "李小龍 and 🧑🏽‍🤝‍🧑🏻",
        "Z̸̢̛͓̲͔̪̫̻̪a̷̡͎l̴g̵o̶",
        "ناديا",
        "مهرداد می‌خواهم",
        "नमस्ते क्षत्रिय",
        "גּוֹלְדְבֶּרְג",
        "\u202etxet desrever\u202c",
        "Łukasz Świętosław, Ŵyn, Nguyễn Thị Ánh",
        ARABIC_200,
        "x" * 2_000,
        "a\nb\n\n\nc",
        "ﷺ ㏂ ½ ① ﬁ",
    ],
)
def test_any_text_can_stand_anywhere(text):
    assert read(pdf.render(paper_of(text))).pages


def test_what_has_no_glyph_becomes_its_number_and_what_nobody_sees_is_dropped():
    assert settable("Anna 李") == "Anna [U+674E]"
    assert settable("a\u202eb\x07c\u00add") == "abcd"
    assert settable("e\u0301") == "é"
    assert settable("a\nb") == "a\nb"
    assert settable("می‌خواهم") == "می‌خواهم"


def test_a_run_without_blanks_may_be_broken_and_stays_inside_the_page():
    assert BREAK in settable("x" * 21)
    assert BREAK not in settable("x" * 20)
    [page, *_] = read(pdf.render(paper_of("W" * 300))).pages
    far = []
    page.extract_text(visitor_text=lambda text, _cm, tm, *_: far.append(tm[4]) if text else None)
    assert max(far) < 540


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_only_what_a_font_has_is_left(text):
    left = settable(text).replace(BREAK, "").replace("\n", "")
    known = frozenset.union(*coverage())
    assert {char for char in left if ord(char) not in known} == set()
    assert not [c for c in left if unicodedata.category(c) in {"Cc", "Co", "Cn", "Cs"}]


@given(st.text(max_size=40))
@settings(max_examples=25)
def test_any_text_at_all_makes_a_file(text):
    assert pdf.render(paper_of(text)).startswith(b"%PDF")


def test_the_fonts_beside_the_code_are_the_ones_that_are_asked_for():
    import typst

    there = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[pdf.FONTS]
    )
    assert {"Newsreader", "Figtree", *families()} == set(there.families())


def test_a_text_that_is_too_long_says_so():
    with pytest.raises(pdf.TooLongForPaperError):
        pdf.render(paper_of("word " * 20_000))


@pytest.mark.data
def test_every_naughty_string_can_be_a_heading_and_all_that_stands_under_it():
    if not NASTY.exists():
        pytest.skip("skipped: data/nasty/blns.json is not here")
    sections = [
        blocks.section(
            "one",
            text,
            [
                blocks.prose(text),
                blocks.points([text]),
                blocks.groups([("b", text, [(text, text)])]),
            ],
        )
        for text in json.loads(NASTY.read_text(encoding="utf-8"))
    ]
    assert len(sections) == 515
    file = pdf.render(paper_of("Nadia", sections=sections))
    assert len(read(file).pages) > 40
    assert b"/JavaScript" not in file


def places(file: bytes) -> list[tuple[float, float, str]]:
    """Where each piece of the first page begins, in points from the lower left corner."""
    found: list[tuple[float, float, str]] = []

    def note(text: str, cm: list[float], tm: list[float], *_rest: object) -> None:
        if text.strip():
            found.append((tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5], text.strip()))

    read(file).pages[0].extract_text(visitor_text=note)
    return found


def plain_paper(name: str, prose: str) -> bytes:
    people = [Person("a", name, "Mondays"), Person("b", "Helen", "Fridays")]
    sections = [blocks.section("one", "Words", [blocks.prose(prose)])]
    return pdf.render(paper_of("x", people=people, sections=sections, seal=None))


@pytest.mark.parametrize("name", ["عبد الرحمن بن محمد الأنصاري " * 6, "Nadia Okafor Marsh " * 9])
def test_a_long_name_keeps_off_the_line_below_it(name: str) -> None:
    at = places(plain_paper(name.strip(), "x"))
    (line,) = [y for _, y, text in at if text == "Mondays"]
    above = min(y for x, y, text in at if y > line and x < 290 and text in name)
    assert above - line >= (18 if "عبد" in name else 12)


def test_what_is_written_in_arabic_runs_from_the_right_and_english_from_the_left() -> None:
    at = places(plain_paper("Nadia", "مرحبا\n\nHello there"))
    (arabic,) = [x for x, _, text in at if text == "مرحبا"]
    (english,) = [x for x, _, text in at if text.startswith("Hello")]
    assert english < 60
    assert arabic > 480
