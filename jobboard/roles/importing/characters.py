"""Which characters may enter: no controls, no direction overrides, no invisible padding."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Symbol-font bullets that word processors leave in the private use area.
_BULLETS = re.compile("[\uf0b7\uf0a7\uf0d8\uf076\uf06e\uf02d]")
# Controls, soft hyphen, zero width, bidi marks, embeddings and isolates, tags, private use and
# non-characters. Joiners (200C, 200D) stay between letters that need them, see _LONE_JOINERS.
_JUNK = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b"
    "\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0"
    "\ufff0-\ufffc\ufffe\uffff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
_LONE_JOINERS = re.compile("(?<![^\x00-\x7f])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\x7f])")


def is_storable(text: str) -> bool:
    """False for NUL and lone surrogates: SQLite keeps the first, PostgreSQL refuses both."""
    if "\x00" in text:
        return False
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def clean_text(text: str) -> str:
    """Text of several lines in NFC, lines ended by \\n, without characters nobody can see."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text = _JUNK.sub("", _BULLETS.sub("•", text))
    if "\u200c" in text or "\u200d" in text:
        text = _LONE_JOINERS.sub("", text)
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """The same on one line, single spaces, nothing at the ends."""
    return " ".join(clean_text(text).split())


def shorten(line: str, limit: int) -> str:
    """At most `limit` characters, cut after a whole word where there is one, ending in `…`."""
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    whole_words = head.rsplit(" ", 1)[0]
    return (whole_words if len(whole_words) > limit // 2 else head).rstrip() + "…"
