"""Whoosh 2.7.4 behind the port (docs/adr; search.md). Simple and right; its speed comes later.

One searcher serves the whole process and is replaced only when the index has a new generation:
a new one is opened, never the old one refreshed, which in Whoosh's forks brings deleted documents
back. Whoosh's readers seek in shared files, so one thread at a time reads.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from pathlib import Path
from shutil import rmtree
from threading import RLock
from typing import Any

from jobboard.search.bits import numbers_in
from jobboard.search.engine import (
    KIND,
    Document,
    EngineUnavailableError,
    Health,
    SearchPage,
    SearchRequest,
)
from jobboard.search.index_folder import IndexFolder
from jobboard.search.index_writer import damage, fill, open_index, writing
from jobboard.search.query import ParsedQuery, parse
from jobboard.search.schema import fields
from jobboard.search.snapshot import Snapshot
from jobboard.search.text_match import matching, scores

WAIT = 5.0
"""Seconds to wait for another writer before saying that we are busy."""


class WhooshEngine:
    """See the port for what each verb promises."""

    def __init__(self, folder: Path) -> None:
        self._folder = IndexFolder(folder)
        self._reading = RLock()
        self._snapshot: Snapshot | None = None
        self._path: Path | None = None
        self._index: Any = None

    # Reading

    def search(self, request: SearchRequest) -> SearchPage:
        query = parse(request.text)
        with self._reading:
            snapshot = self._fresh()
            with damage("searching"):
                found = matching(snapshot, query)
            base = found & snapshot.having(KIND, request.kind)
            base &= ~snapshot.with_ids(request.exclude_ids)
            for name, bounds in request.ranges.items():
                base &= snapshot.within(name, bounds)
            return _page(snapshot, request, query, base)

    def ids(self, kind: str) -> frozenset[str]:
        with self._reading:
            snapshot = self._fresh()
            found = snapshot.having(KIND, kind) & snapshot.everything
            return frozenset(snapshot.ids[number] for number in numbers_in(found, snapshot.size))

    def health(self) -> Health:
        try:
            with self._reading:
                snapshot = self._fresh()
        except EngineUnavailableError as error:
            return Health(ok=False, documents=0, generation="", detail=str(error))
        return Health(
            ok=True,
            documents=len(snapshot.ids),
            generation=snapshot.generation,
            detail=f"{len(snapshot.ids)} documents in {len(snapshot.leaves)} segments",
        )

    def generation(self) -> str:
        with self._reading:
            return self._fresh().generation

    def _fresh(self) -> Snapshot:
        path = self._folder.current()
        with damage("opening"):
            if self._path != path:
                self._forget()
                self._path, self._index = path, open_index(path)
            if self._snapshot and self._snapshot.is_current():
                return self._snapshot
            return self._replace(path.name.removeprefix("index-"))

    def _replace(self, number: str) -> Snapshot:
        searcher = self._index.searcher()
        known = self._snapshot.segments if self._snapshot else {}
        new = Snapshot(searcher, f"{number}-{searcher.reader().generation() or 0}", known)
        self._forget()
        self._snapshot = new
        return new

    def _forget(self) -> None:
        old, self._snapshot = self._snapshot, None
        if old:
            old.close()

    # Writing

    def apply(self, documents: Iterable[Document], deleted: Iterable[str]) -> None:
        fresh = {document.id: fields(document) for document in documents}
        gone = {*fresh, *deleted}
        if not gone:
            return
        with self._folder.locked(WAIT), writing(self._folder.current()) as writer:
            with writer.searcher() as searcher:
                for id_ in gone:
                    writer.delete_by_term("id", id_, searcher=searcher)
            for values in fresh.values():
                writer.add_document(**values)

    def upsert(self, documents: Iterable[Document]) -> None:
        self.apply(documents, ())

    def delete(self, ids: Iterable[str]) -> None:
        self.apply((), ids)

    def rebuild(self, documents: Iterable[Document]) -> int:
        self._folder.prepare()
        with self._folder.locked(WAIT):
            path = self._folder.make_next()
            try:
                count = fill(path, documents)
            except BaseException:
                rmtree(path, ignore_errors=True)
                raise
            self._folder.promote(path)
        return count


def _page(snapshot: Snapshot, request: SearchRequest, query: ParsedQuery, base: int) -> SearchPage:
    chosen = {name: _any_of(snapshot, name, values) for name, values in request.filters.items()}
    matched = _and(base, chosen)
    total = matched.bit_count()
    pages = request.pages(total)
    page = min(max(request.page, 1), pages)
    start, end = (page - 1) * request.size(), page * request.size()
    if request.sort is None and not query.is_empty:
        first = _best(snapshot, query, matched, end)
    else:
        first = snapshot.first(matched, request.sort, end)
    return SearchPage(
        ids=tuple(snapshot.ids[number] for number in first[start:end]),
        total=total,
        facets={name: _counts(snapshot, request, name, base, chosen) for name in request.facets},
        generation=snapshot.generation,
        page=page,
        pages=pages,
        query=query,
    )


def _any_of(snapshot: Snapshot, name: str, values: tuple[str, ...]) -> int:
    found = 0 if values else snapshot.everything
    for value in values:
        found |= snapshot.having(name, value)
    return found


def _and(base: int, chosen: dict[str, int], but: str = "") -> int:
    for name, bits in chosen.items():
        if name != but:
            base &= bits
    return base


def _counts(
    snapshot: Snapshot, request: SearchRequest, name: str, base: int, chosen: dict[str, int]
) -> dict[str, int]:
    others = _and(base, chosen, but=name)
    wanted = request.filters.get(name, ())
    counted = {v: (others & snapshot.having(name, v)).bit_count() for v in snapshot.values(name)}
    counted |= {value: counted.get(value, 0) for value in wanted}
    return {v: n for v, n in sorted(counted.items()) if n or v in wanted}


def _best(snapshot: Snapshot, query: ParsedQuery, matched: int, count: int) -> list[int]:
    with damage("ranking"):
        found = scores(snapshot, query, matched)
    return heapq.nsmallest(count, found, key=lambda n: (-found[n], snapshot.ids[n]))
