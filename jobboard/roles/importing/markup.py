"""HTML of an advert to sanitised Markdown. Why our own writer: docs/adr/0005-html-to-markdown.md.

nh3 (a browser's parser) first reduces anything to well-formed tags of the small set below; that
makes the reading here a matter of one exact expression. Images, scripts and relative links go.
"""

from __future__ import annotations

import re
from html import unescape

import nh3

from jobboard.roles.importing.characters import clean_text
from jobboard.roles.importing.inline import Run, lines_of
from jobboard.roles.importing.markdown import Block, blocks_of_lines, escape_line_start, join_blocks

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = {"strong", "b"}
_ITALIC = {"em", "i"}
_LISTS = {"ul", "ol"}
_CELLS = {"td", "th"}
_BLOCKS = {
    *("p", "div", "section", "article", "header", "footer", "main", "aside", "address", "center"),
    *("blockquote", "pre", "figure", "figcaption", "fieldset", "details", "summary", "hr"),
    *("dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr"),
}
_TAGS = _BLOCKS | set(_HEADINGS) | _BOLD | _ITALIC | _LISTS | _CELLS | {"li", "a", "br"}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags={"script", "style", "template", "svg", "math", "iframe", "object", "title"},
    attributes={"a": {"href"}},
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",
    link_rel=None,
)
_TOKEN = re.compile(r'<(/?)([a-z0-9]+)(?: href="([^"]*)")?>|([^<]+)')
_CLOSING_HASHES = re.compile(r"#+$")
_LOOKS_LIKE_HTML = re.compile(r"</?(?:p|br|div|ul|ol|li|strong|b|em|span|h[1-6])\b", re.IGNORECASE)

TOP_HEADING = 3
MAX_HEADING_CHARS = 120
MAX_INDENT = 20


def looks_like_html(text: str) -> bool:
    """Whether a text of unknown format carries common tags."""
    return _LOOKS_LIKE_HTML.search(text) is not None


def from_html(html: str) -> str:
    """Markdown of at most 20 kB: no HTML, no images, links to http, https and mailto only.

    Headings start at level 3, below the page's and the section's own. Raises nothing for any
    text without NUL or lone surrogates.
    """
    writer = _Writer()
    for end, tag, href, text in _TOKEN.findall(clean_text(_CLEANER.clean(html))):
        if text:
            writer.words(unescape(text))
        elif end:
            writer.close(tag)
        else:
            writer.open(tag, unescape(href) or None)
    writer.flush()
    return join_blocks(_levelled(writer.blocks))


def _levelled(blocks: list[Block]) -> list[Block]:
    """Headings moved so that the highest one used is level 3 and none is below 6."""
    top = min((block.heading for block in blocks if block.heading), default=0)
    for block in blocks:
        if block.heading:
            block.first = "#" * min(6, TOP_HEADING + block.heading - top) + " "
    return blocks


class _Writer:
    """Collects runs until a block ends. Depths are counters, so deep nesting costs nothing."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._lists: list[list[int]] = []  # [1, items so far] if numbered, else [0, 0]
        self._marker = ""
        self._bold = self._italic = self._heading = 0
        self._href: str | None = None

    def words(self, text: str) -> None:
        text = text.replace("\n", " ")
        if text.strip() or self._runs:
            self._runs.append(Run(text, self._bold > 0, self._italic > 0, self._href))

    def open(self, tag: str, href: str | None) -> None:
        if tag == "br":
            self._runs.append(Run("\n"))
        elif tag == "a":
            self._href = href
        elif tag in _CELLS:
            if self._runs:
                self._runs.append(Run(" – "))
        elif tag in _BOLD or tag in _ITALIC:
            self._emphasise(tag, 1)
        else:
            self.flush()
            self._open_block(tag)

    def close(self, tag: str) -> None:
        if tag == "a":
            self._href = None
        elif tag in _BOLD or tag in _ITALIC:
            self._emphasise(tag, -1)
        elif tag not in _CELLS:
            self.flush()
            self._close_block(tag)

    def flush(self) -> None:
        """Ends the current block; runs without words leave nothing behind."""
        runs, self._runs = self._runs, []
        lines = lines_of(runs) if runs else []
        if not any(lines):
            return
        indent, marker = self._indent(), self._marker
        self._marker = ""
        if marker:
            self._add_item(lines, indent, marker)
        elif self._heading and sum(map(len, lines)) <= MAX_HEADING_CHARS:
            words = " ".join(line for line in lines_of([Run(run.text) for run in runs]) if line)
            words = _CLOSING_HASHES.sub(r"\\\g<0>", words)
            self.blocks.append(Block(words, heading=self._heading))
        else:
            self.blocks += blocks_of_lines(lines, indent)

    def _emphasise(self, tag: str, step: int) -> None:
        if tag in _BOLD:
            self._bold += step
        else:
            self._italic += step

    def _open_block(self, tag: str) -> None:
        if tag in _LISTS:
            self._lists.append([int(tag == "ol"), self._number_to_continue(tag)])
        elif tag == "li":
            self._lists = self._lists or [[0, 0]]
            self._lists[-1][1] += 1
            numbered, number = self._lists[-1]
            self._marker = f"{number}. " if numbered else "- "
        elif tag in _HEADINGS:
            self._heading = _HEADINGS[tag]

    def _close_block(self, tag: str) -> None:
        if tag in _LISTS and self._lists:
            self._lists.pop()
            self._marker = ""
        elif tag == "li":
            self._marker = ""
        elif tag in _HEADINGS:
            self._heading = 0

    def _number_to_continue(self, tag: str) -> int:
        """Word processors write each numbered item as a list of its own: the count goes on."""
        last = self.blocks[-1] if self.blocks else None
        if tag == "ol" and not self._lists and last is not None and last.is_item:
            number = last.first.rstrip(". ")
            return int(number) if number.isdigit() else 0
        return 0

    def _indent(self) -> str:
        """Spaces that put a block inside the items around it; never more than the last block
        can carry, or CommonMark would read code."""
        outer = (self._lists[:-1] if self._marker else self._lists)[:MAX_INDENT]
        wanted = sum(len(f"{count}. ") if numbered else 2 for numbered, count in outer)
        carried = len(self.blocks[-1].rest) if self.blocks else 0
        return " " * min(wanted, carried, MAX_INDENT)

    def _add_item(self, lines: list[str], indent: str, marker: str) -> None:
        rest = indent + " " * len(marker)
        text = f"\\\n{rest}".join(escape_line_start(line) for line in lines if line)
        self.blocks.append(Block(text, indent + marker, rest, is_item=True))
