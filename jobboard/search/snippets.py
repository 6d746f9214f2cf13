"""The few words of a text around what was searched for, with the hits marked. Pure.

Simpler than the index: a word of the text is a hit when it begins like a searched word without
its ending, so "financing" is shown as a hit of "finance". It only decides what is emphasised.
"""

from __future__ import annotations

import re
import unicodedata

from jobboard.search.query import ParsedQuery, fold

LIMIT = 200
ELLIPSIS = "…"
_LEAD = 60
_SHORTEST_ROOT = 4
_COMMON = "ments ment ings ing ions ion ies ied ers er es ed ly s e y"
_ENDINGS = tuple(_COMMON.split(" "))

Parts = list[tuple[str, bool]]


def snippet(text: str, query: ParsedQuery, limit: int = LIMIT) -> Parts:
    """Up to `limit` characters of plain text as (piece, is_hit); join the pieces to read it.

    Begins shortly before the first hit; without one, at the start. White space runs become one
    blank; an ellipsis stands where text was cut. Escaping is the template's.
    """
    line = " ".join(unicodedata.normalize("NFKC", text).split())
    hits = [match.span() for match in _hits(fold(line), query)]
    start = _start(line, hits[0][0] if hits else 0, limit)
    end = _end(line, start, limit)
    return _parts(line, start, end, hits)


def _hits(folded: str, query: ParsedQuery) -> list[re.Match[str]]:
    words = {*query.terms, *(word for phrase in query.phrases for word in phrase)}
    roots = [rf"{_spread(root(word))}[\w'’ʼ]{{0,6}}" for word in words]
    roots += [rf"{_spread(prefix)}[\w'’ʼ]*" for prefix in query.prefixes]
    if not roots:
        return []
    pattern = "|".join(sorted(roots, key=len, reverse=True))
    return list(re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", folded))


def root(word: str) -> str:
    """The word without one common English ending, if four letters or more remain."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_ROOT:
            return word.removesuffix(ending)
    return word


def _spread(word: str) -> str:
    """The index drops apostrophes inside words, the text still has them."""
    return "['’ʼ]?".join(re.escape(letter) for letter in word)


def _start(line: str, first_hit: int, limit: int) -> int:
    lead = min(_LEAD, limit // 3)
    if first_hit <= lead or len(line) <= limit:
        return 0
    blank = line.find(" ", first_hit - lead, first_hit)
    return blank + 1 if blank >= 0 else first_hit


def _end(line: str, start: int, limit: int) -> int:
    room = limit - (len(ELLIPSIS) if start else 0)
    if len(line) - start <= room:
        return len(line)
    hard = start + room - len(ELLIPSIS)
    blank = line.rfind(" ", start + 1, hard + 1)
    return blank if blank > start else hard


def _parts(line: str, start: int, end: int, hits: list[tuple[int, int]]) -> Parts:
    parts: Parts = [(ELLIPSIS, False)] if start else []
    at = start
    for first, last in hits:
        if start <= first and last <= end:
            parts += [(line[at:first], False), (line[first:last], True)]
            at = last
    parts += [(line[at:end], False), (ELLIPSIS if end < len(line) else "", False)]
    return [part for part in parts if part[0]]
