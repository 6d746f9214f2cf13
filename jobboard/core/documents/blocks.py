"""What a document is made of, as plain values: sections of blocks.

The same blocks become a page (`templates/components/blocks.html`), a tagged PDF (`paper.typ`) and
frozen JSON (a pair card), so that what was consented to is what is read, on the screen and on
paper. Pure. A block is a dict with a `kind`; texts are plain text, never markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Block = dict[str, Any]
Section = dict[str, Any]
SIDES = ("a", "b", "both", "gap", "off", "free")
"""Shapes: A is a square, B a circle, both the one in the other."""


def section(anchor: str, title: str, blocks: Iterable[Block], hint: str = "") -> Section:
    """`anchor` is its id on a page."""
    return {"anchor": anchor, "title": title, "hint": hint, "blocks": list(blocks)}


def prose(text: str) -> Block:
    """People's own words; an empty line parts paragraphs."""
    return {"kind": "prose", "paragraphs": paragraphs(text)}


def note(text: str) -> Block:
    """A sentence of ours, small."""
    return {"kind": "note", "text": text}


def subheading(text: str) -> Block:
    return {"kind": "subheading", "text": text}


def figures(items: Iterable[tuple[str, str, bool]]) -> Block:
    """Numbers on top: (number, words, whether it is a problem)."""
    return {
        "kind": "figures",
        "items": [{"number": n, "words": words, "bad": bad} for n, words, bad in items],
    }


def facts(items: Iterable[tuple[str, str]]) -> Block:
    """(term, text) in two columns."""
    return {"kind": "facts", "items": [{"term": term, "text": text} for term, text in items]}


def points(items: Iterable[str]) -> Block:
    return {"kind": "points", "items": list(items)}


def groups(items: Iterable[tuple[str, str, Iterable[tuple[str, str]]]]) -> Block:
    """(side, title, lines of (what, remark)): who leads what."""
    return {
        "kind": "groups",
        "items": [
            {"side": side, "title": title, "lines": [_line(*line) for line in lines]}
            for side, title, lines in items
        ],
    }


def _line(what: str, remark: str) -> dict[str, str]:
    return {"what": what, "remark": remark}


def entries(items: Iterable[dict[str, str]]) -> Block:
    """A time line; each has `side`, `who`, `when`, `title`, `text`."""
    keys = ("side", "who", "when", "title", "text")
    return {"kind": "entries", "items": [{key: item[key] for key in keys} for item in items]}


def week(pattern: str, weeks: list[dict[str, Any]], words: str) -> Block:
    """A week as a table of shapes and words; `words` say the same in a sentence.

    Each of `weeks` has `title` (empty for a single one), `days` ({short, long}) and `rows`
    ({name, cells: [{mark, word}]}).
    """
    return {"kind": "week", "pattern": pattern, "weeks": weeks, "words": words}


def paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]
