"""Writing Markdown that means exactly its words: escaping, blocks, and a clean cut.

Only CommonMark is assumed; raw HTML is never written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from jobboard.roles.importing.characters import clean_text

MAX_BYTES = 20_000
LONG_LINE = 80
CUT_NOTE = "*The advert is longer than we can show. The rest is left out.*"

_SPECIAL = re.compile(r"[\\`*\[\]<_&]")
_ENTITY = re.compile(r"&#?\w+;")
_LINE_START = re.compile(r"(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[-=][-=\s]*$|~{3})")
_LINE_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_BULLET = re.compile(r"(?:[•·▪‣◦●○■➢✓]|[-–](?=\s)|\\\*(?=\s)(?!.*\*$))\s*(?=\S)")


@dataclass(slots=True)
class Block:
    """A paragraph, heading or list item. `first` and `rest` are the prefixes of its lines;
    `is_item` blocks stand close together, all others are parted by a blank line."""

    text: str
    first: str = ""
    rest: str = ""
    is_item: bool = False
    heading: int = 0


def escape(text: str) -> str:
    """Plain words as Markdown inline text that renders as the same words."""
    return _SPECIAL.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    """An ampersand only where it would be an entity, an underline only outside words."""
    char, text, at = match[0], match.string, match.start()
    if char == "&" and not _ENTITY.match(text, at):
        return char
    if char == "_" and text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum():
        return char
    return "\\" + char


def escape_line_start(line: str) -> str:
    """Escapes what would make a heading, list, quote, rule or fence at the start of a line."""
    if _LINE_START.match(line):
        return "\\" + line
    return _LINE_NUMBER.sub(r"\1\\\2", line, count=1) if _LINE_NUMBER.match(line) else line


def from_text(text: str) -> str:
    """Plain text as Markdown. Blank lines part paragraphs, and so does the end of a long line that
    ends a sentence; a line that goes on in lower case is joined; other line ends are kept; lines
    that begin with a bullet become list items."""
    lines: list[str] = []
    for raw in clean_text(unescape(text)).split("\n"):
        line = escape(" ".join(raw.split()))
        last = lines[-1] if lines else ""
        if last and line[:1].islower():
            lines[-1] += " " + line
            continue
        if len(last) > LONG_LINE and last.endswith((".", "!", "?", ":")):
            lines.append("")
        lines.append(line)
    return join_blocks(blocks_of_lines(lines))


def blocks_of_lines(lines: Iterable[str], indent: str = "") -> list[Block]:
    """Escaped lines as paragraphs, parted at empty lines, and items where a bullet begins one."""
    blocks: list[Block] = []
    paragraph: list[str] = []

    def close() -> None:
        if paragraph:
            text = f"\\\n{indent}".join(map(escape_line_start, paragraph))
            blocks.append(Block(text, indent, indent))
            paragraph.clear()

    for line in lines:
        bullet = _BULLET.match(line)
        if bullet or not line:
            close()
        if bullet:
            text = escape_line_start(line[bullet.end() :])
            blocks.append(Block(text, f"{indent}- ", f"{indent}  ", is_item=True))
        elif line:
            paragraph.append(line)
    close()
    return blocks


def join_blocks(blocks: Iterable[Block], limit: int = MAX_BYTES) -> str:
    """The blocks as one text of at most `limit` bytes, cut after a whole block with a note."""
    parts: list[str] = []
    previous: Block | None = None
    for block in blocks:
        if previous is not None:
            tight = previous.is_item and block.is_item
            parts.append("\n" if tight else "\n\n")
        parts.append(block.first + block.text)
        previous = block
    return limited("".join(parts), limit)


def limited(text: str, limit: int = MAX_BYTES) -> str:
    """The text itself, or cut where it is longer than `limit` bytes."""
    return text if len(text.encode()) <= limit else cut(text, limit)


def cut(text: str, limit: int = MAX_BYTES) -> str:
    """At most `limit` bytes of Markdown, ending at a paragraph, else an item, else a word."""
    text = text.removesuffix(CUT_NOTE).rstrip()
    room = limit - len(CUT_NOTE.encode()) - 2
    head = text.encode()[:room].decode("utf-8", "ignore")
    for end in ("\n\n", "\n", " "):
        at = head.rfind(end)
        if at > room // 2:
            head = head[:at]
            break
    return f"{head.rstrip().rstrip(chr(92)).rstrip()}\n\n{CUT_NOTE}"
