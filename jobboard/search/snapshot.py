"""One generation of the index, with what filters, facets and sorting need held in memory.

Segments never change once written (documents in them can only be deleted), so what was read from
a segment serves every later generation that still has it; a commit costs only its new segment.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from jobboard.search.bits import bits_of, flags_of
from jobboard.search.engine import Sort

Bounds = tuple[int | None, int | None]


@dataclass(slots=True)
class Segment:
    """The stored values of one segment; document numbers count from its own zero."""

    size: int
    ids: dict[int, str] = field(default_factory=dict)
    keywords: dict[str, dict[str, array[int]]] = field(default_factory=dict)
    numbers: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def read(cls, reader: Any) -> Segment:
        segment = cls(reader.doc_count_all())
        for number, stored in reader.iter_docs():
            keywords, numbers = stored["values"]
            segment.ids[number] = stored["id"]
            for name, values in keywords.items():
                by_value = segment.keywords.setdefault(name, {})
                for value in values:
                    by_value.setdefault(value, array("L")).append(number)
            for name, value in numbers.items():
                segment.numbers.setdefault(name, {})[number] = value
        return segment


@dataclass(frozen=True, slots=True)
class Leaf:
    """A segment, its first document number in the whole, and Whoosh's searcher for it."""

    segment: Segment
    offset: int
    searcher: Any


class Snapshot:
    """Everything a search needs of one generation. Never changes; caches fill as asked."""

    def __init__(self, searcher: Any, generation: str, known: dict[str, Segment]) -> None:
        self.searcher = searcher
        self.generation = generation
        self.segments: dict[str, Segment] = {}
        self.leaves: list[Leaf] = []
        for leaf, offset in searcher.leaf_searchers():
            self._add(leaf, offset, known)
        self.size: int = searcher.doc_count_all()
        self.ids = {leaf.offset + n: id_ for leaf, n, id_ in self._live()}
        self.everything = bits_of(self.ids, self.size)
        self._places = {id_: number for number, id_ in self.ids.items()}
        self._by_id = sorted(self.ids, key=self.ids.__getitem__)
        self._bits: dict[tuple[str, str], int] = {}
        self._numbers: dict[str, dict[int, int]] = {}
        self._orders: dict[Sort | None, list[int]] = {}

    def _add(self, leaf: Any, offset: int, known: dict[str, Segment]) -> None:
        reader = leaf.reader()
        if not reader.doc_count_all():
            return
        name = reader.segment().segment_id()
        self.segments[name] = known.get(name) or Segment.read(reader)
        self.leaves.append(Leaf(self.segments[name], offset, leaf))

    def _live(self) -> Iterator[tuple[Leaf, int, str]]:
        for leaf in self.leaves:
            for number in leaf.searcher.reader().all_doc_ids():
                yield leaf, number, leaf.segment.ids[number]

    def is_current(self) -> bool:
        return bool(self.searcher.up_to_date())

    def close(self) -> None:
        self.searcher.close()

    def values(self, name: str) -> set[str]:
        """Every value this keyword field has."""
        return {value for leaf in self.leaves for value in leaf.segment.keywords.get(name, ())}

    def having(self, name: str, value: str) -> int:
        """The documents with this value, as bits; deleted ones may be among them."""
        if (name, value) not in self._bits:
            numbers = [
                leaf.offset + number
                for leaf in self.leaves
                for number in leaf.segment.keywords.get(name, {}).get(value, ())
            ]
            if not numbers:
                return 0  # not kept: anybody can ask for values that do not exist
            self._bits[name, value] = bits_of(numbers, self.size)
        return self._bits[name, value]

    def within(self, name: str, bounds: Bounds) -> int:
        """The documents whose number lies between the bounds, both included, as bits."""
        low, high = bounds
        found = [
            number
            for number, value in self._numbers_of(name).items()
            if (low is None or value >= low) and (high is None or value <= high)
        ]
        return bits_of(found, self.size)

    def with_ids(self, ids: frozenset[str]) -> int:
        return bits_of((self._places[id_] for id_ in ids if id_ in self._places), self.size)

    def first(self, matched: int, sort: Sort | None, count: int) -> list[int]:
        """The first so many matched documents in the order of `sort`."""
        flags = flags_of(matched, self.size)
        found: list[int] = []
        for number in self._order(sort):
            if flags[number] == "1":
                found.append(number)
                if len(found) == count:
                    break
        return found

    def _order(self, sort: Sort | None) -> list[int]:
        if sort is None:
            return self._by_id
        if sort not in self._orders:
            numbers = self._numbers_of(sort.field)
            sign = -1 if sort.descending else 1
            with_it = [number for number in self._by_id if number in numbers]
            without = [number for number in self._by_id if number not in numbers]
            with_it.sort(key=lambda number: sign * numbers[number])  # stable: ties stay by id
            self._orders[sort] = with_it + without
        return self._orders[sort]

    def _numbers_of(self, name: str) -> dict[int, int]:
        if name not in self._numbers:
            self._numbers[name] = {
                leaf.offset + number: value
                for leaf in self.leaves
                for number, value in leaf.segment.numbers.get(name, {}).items()
            }
        return self._numbers[name]
