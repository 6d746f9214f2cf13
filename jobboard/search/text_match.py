"""Which documents hold the words of a query, and how well. Only plain terms reach Whoosh.

A word may stand in any text field; every word, phrase and star must be found. Scores are BM25
per field times the field's weight, added up; a phrase scores as its words. Matching never scores,
and only documents left after the filters are scored.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whoosh.query import Phrase, Query, Term

from jobboard.search.bits import bits_of, numbers_in
from jobboard.search.query import ParsedQuery, Words
from jobboard.search.schema import WEIGHTS, WHOLE_WORDS, stems
from jobboard.search.snapshot import Leaf, Snapshot


def matching(snapshot: Snapshot, query: ParsedQuery) -> int:
    """The live documents the text asks for, as bits."""
    found = snapshot.everything
    for words in [(term,) for term in query.terms] + list(query.phrases):
        found &= _holding(snapshot, words)
    for prefix in query.prefixes:
        found &= _starting(snapshot, "all_words", prefix)
    for words in query.excluded:
        found &= ~_holding(snapshot, words)
    return found


def scores(snapshot: Snapshot, query: ParsedQuery, matched: int) -> dict[int, float]:
    """Document number to relevance, for the matched documents only."""
    found = dict.fromkeys(numbers_in(matched, snapshot.size), 0.0)
    words = dict.fromkeys((*query.terms, *(word for phrase in query.phrases for word in phrase)))
    for word in stems(tuple(words)):
        for name, weight in WEIGHTS.items():
            for leaf in snapshot.leaves:
                _add_scores(found, leaf, Term(name, word, boost=weight))
    for prefix in query.prefixes:
        for name, weight in WHOLE_WORDS.items():
            starting = _starting(snapshot, name, prefix) & matched
            for number in numbers_in(starting, snapshot.size):
                found[number] += weight
    return found


def _holding(snapshot: Snapshot, words: Words) -> int:
    stemmed = stems(words)
    found = 0
    for name in WEIGHTS:
        wanted = Term(name, stemmed[0]) if len(stemmed) == 1 else Phrase(name, stemmed)
        for leaf in snapshot.leaves:
            found |= bits_of(_numbers(leaf, wanted), leaf.segment.size) << leaf.offset
    return found


def _numbers(leaf: Leaf, wanted: Query) -> Iterator[int]:
    found: Iterator[int] = wanted.matcher(leaf.searcher, leaf.searcher.boolean_context()).all_ids()
    return found


def _starting(snapshot: Snapshot, name: str, prefix: str) -> int:
    found = 0
    for leaf in snapshot.leaves:
        reader = leaf.searcher.reader()
        numbers = (
            number
            for word in reader.expand_prefix(name, prefix)
            for number in reader.postings(name, word).all_ids()
        )
        found |= bits_of(numbers, leaf.segment.size) << leaf.offset
    return found


def _add_scores(found: dict[int, float], leaf: Leaf, wanted: Query) -> None:
    end = leaf.offset + leaf.segment.size
    matcher: Any = wanted.matcher(leaf.searcher, leaf.searcher.context())
    for number in found:  # ascending, as matchers go
        if number < leaf.offset:
            continue
        if number >= end or not matcher.is_active():
            return
        own = number - leaf.offset
        if matcher.id() < own:
            matcher.skip_to(own)
            if not matcher.is_active():
                return
        if matcher.id() == own:
            found[number] += matcher.score()
