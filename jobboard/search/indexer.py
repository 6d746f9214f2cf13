"""The index follows the database: changes leave a row, the worker reads the subject afresh.

Order of a drain: read rows, load subjects, commit the index, delete exactly the rows read. A crash
anywhere leaves the rows, and doing them again changes nothing. There is one writer: the worker.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from jobboard.core.clock import now
from jobboard.core.db import expect_writes, release, session, transaction
from jobboard.search import queries
from jobboard.search.engine import Document, Engine, IndexDamagedError
from jobboard.search.models import SearchOutbox

log = logging.getLogger(__name__)

CHUNK = 500
EVERYTHING = 1_000_000

Loader = Callable[[Sequence[UUID]], Iterable[Document]]
"""The documents of those of these ids that belong in the index; the others are taken out."""
Every = Callable[[], Iterable[UUID]]
"""The ids of all that belong in the index now."""


@dataclass(frozen=True, slots=True)
class _Finder:
    loader: Loader
    every: Every


_finders: dict[str, _Finder] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How database and index compare. Waiting changes explain differences; none else may stay."""

    in_database: int
    in_index: int
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    waiting: int

    @property
    def is_ok(self) -> bool:
        return not (self.missing or self.stale)


def register(kind: str, loader: Loader, every: Every) -> None:
    """A feature's finder says how its kind is read; `app.py` calls this. Again replaces."""
    _finders[kind] = _Finder(loader, every)


def enqueue(kind: str, subject_id: UUID) -> None:
    """In the caller's transaction: this subject changed, look at it again."""
    session().add(SearchOutbox(kind=kind, subject_id=subject_id, created_at=now()))


def enqueue_all(kind: str, subject_ids: Sequence[UUID]) -> None:
    """The same for many at once."""
    at = now()
    rows = [{"kind": kind, "subject_id": id_, "created_at": at} for id_ in subject_ids]
    if rows:
        session().execute(sa.insert(SearchOutbox), rows)


def drain(engine: Engine, limit: int = 200) -> int:
    """Bring the oldest changes into the index; returns how many outbox rows were done.

    Not inside a transaction. Raises EngineUnavailableError, and then every row is still there.
    """
    session().expire_all()
    rows = queries.waiting(tuple(_finders), limit)
    asked: dict[str, set[UUID]] = defaultdict(set)
    for _, kind, subject_id in rows:
        asked[kind].add(subject_id)
    documents = [found for kind, ids in asked.items() for found in _load(kind, sorted(ids))]
    release()
    every_id = {str(id_) for ids in asked.values() for id_ in ids}
    engine.apply(documents, every_id - {document.id for document in documents})
    _delete([row_id for row_id, _, _ in rows])
    return len(rows)


def drain_or_rebuild(engine: Engine, limit: int = 200) -> int:
    """For the worker: as `drain`, but an index that is missing or damaged is built anew."""
    try:
        engine.generation()  # opens it: with nothing to drain, nothing else would notice
        return drain(engine, limit)
    except IndexDamagedError as error:
        log.warning("building the search index anew: %s", error)
        return rebuild(engine)


def rebuild(engine: Engine) -> int:
    """Build the index anew from the database; returns how many documents it holds."""
    before = [row_id for row_id, _, _ in queries.waiting(tuple(_finders), EVERYTHING)]
    release()
    count = engine.rebuild(_everything())
    _delete(before)
    return count


def check(engine: Engine) -> Report:
    """Compare by id what should be found with what can be found."""
    wanted = {str(id_) for finder in _finders.values() for id_ in finder.every()}
    waiting = queries.count_waiting()
    release()
    there = frozenset[str]().union(*(engine.ids(kind) for kind in _finders))
    return Report(
        in_database=len(wanted),
        in_index=len(there),
        missing=tuple(sorted(wanted - there)),
        stale=tuple(sorted(there - wanted)),
        waiting=waiting,
    )


def _load(kind: str, ids: Sequence[UUID]) -> Iterator[Document]:
    asked = {str(id_) for id_ in ids}
    for document in _finders[kind].loader(ids):
        if document.id not in asked or document.kind != kind:
            raise ValueError(f"the finder of {kind} answered {document.kind} {document.id}")
        yield document


def _everything() -> Iterator[Document]:
    """Chunk by chunk, so that neither memory nor a read transaction grows with the board."""
    for kind, finder in _finders.items():
        ids = list(finder.every())
        for start in range(0, len(ids), CHUNK):
            session().expire_all()
            documents = list(_load(kind, ids[start : start + CHUNK]))
            release()
            yield from documents


def _delete(row_ids: Sequence[UUID]) -> None:
    for start in range(0, len(row_ids), CHUNK):
        expect_writes()
        with transaction() as current:
            done = SearchOutbox.id.in_(row_ids[start : start + CHUNK])
            current.execute(
                sa.delete(SearchOutbox).where(done).execution_options(synchronize_session=False)
            )
