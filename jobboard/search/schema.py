"""What Whoosh keeps of a document: the same few fields for every kind.

Keywords and numbers are stored, not indexed: `snapshot.py` reads them once a segment and answers
filters, facets, ranges and sorting from memory. A new filter therefore needs no new schema.
"""

from __future__ import annotations

from typing import Any

from whoosh.analysis import RegexTokenizer, StemFilter, StopFilter
from whoosh.fields import ID, KEYWORD, STORED, TEXT, Schema
from whoosh.lang.porter import stem

from jobboard.search.engine import KIND, Document
from jobboard.search.query import STOP_WORDS, WORD, Words, fold, joined

WEIGHTS = {"title": 3.0, "names": 2.0, "body": 1.0}
"""Text fields, and what a word in each is worth."""
WHOLE_WORDS = {"title_words": 3.0, "all_words": 1.0}
"""Unstemmed, for the star: finance* must find "finance", whose stem is "financ"."""

_ANALYSER = (
    RegexTokenizer(WORD.pattern)
    | StopFilter(stoplist=STOP_WORDS, minsize=1, maxsize=None)
    | StemFilter()
)
_SMALLEST, _LARGEST = -(2**63), 2**63 - 1


def schema() -> Schema:
    # Whole words are never scored, but a field without lengths costs 2.7.4 a stat() a posting.
    return Schema(
        id=ID(unique=True, stored=True),
        values=STORED(),
        **{name: TEXT(analyzer=_ANALYSER, spelling=False) for name in WEIGHTS},
        **{name: KEYWORD(scorable=True) for name in WHOLE_WORDS},
    )


def stems(words: Words) -> list[str]:
    """Words of a query as the index has them."""
    return [stem(word) for word in words]


def fields(document: Document) -> dict[str, Any]:
    """Whoosh's fields for a document. Raises ValueError for an id or number it cannot hold."""
    if not document.id or not document.id.isascii():
        raise ValueError("a document needs a plain id")
    texts = {name: joined(fold(getattr(document, name))) for name in WEIGHTS}
    words = {name: set(WORD.findall(text)) for name, text in texts.items()}
    return {
        "id": document.id,
        "values": (_keywords(document), _numbers(document)),
        **texts,
        "title_words": sorted(words["title"]),
        "all_words": sorted(set().union(*words.values())),
    }


def _keywords(document: Document) -> dict[str, tuple[str, ...]]:
    found = {name: tuple(dict.fromkeys(values)) for name, values in document.keywords.items()}
    return found | {KIND: (document.kind,)}


def _numbers(document: Document) -> dict[str, int]:
    for name, number in document.numbers.items():
        if not isinstance(number, int) or not _SMALLEST <= number <= _LARGEST:
            raise ValueError(f"{name} of {document.id} must be a whole number of 64 bits")
    return dict(document.numbers)
