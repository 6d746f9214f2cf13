"""The index follows a database table. The subjects here are a plain dictionary of titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from jobboard.core.db import session, transaction
from jobboard.search import indexer
from jobboard.search.engine import (
    Document,
    Engine,
    EngineUnavailableError,
    IndexDamagedError,
    SearchRequest,
)
from jobboard.search.models import SearchOutbox
from jobboard.search.whoosh_engine import WhooshEngine

KIND = "animal"
pytestmark = pytest.mark.usefixtures("db")


class Board:
    """Stands for a feature: what there is, and its finder."""

    def __init__(self) -> None:
        self.titles: dict[UUID, str] = {}
        self.loads: list[Sequence[UUID]] = []

    def load(self, ids: Sequence[UUID]) -> Iterable[Document]:
        self.loads.append(ids)
        for id_ in ids:
            if id_ in self.titles:
                yield Document(id=str(id_), kind=KIND, title=self.titles[id_])

    def put(self, title: str, id_: UUID | None = None) -> UUID:
        id_ = id_ or uuid4()
        with transaction():
            self.titles[id_] = title
            indexer.enqueue(KIND, id_)
        return id_

    def remove(self, id_: UUID) -> None:
        with transaction():
            del self.titles[id_]
            indexer.enqueue(KIND, id_)


@pytest.fixture
def board() -> Iterator[Board]:
    before = dict(indexer._finders)
    indexer._finders.clear()
    board = Board()
    indexer.register(KIND, board.load, lambda: list(board.titles))
    yield board
    indexer._finders.clear()
    indexer._finders.update(before)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = WhooshEngine(tmp_path / "search")
    engine.rebuild([])
    return engine


def found(engine: Engine, text: str) -> int:
    return engine.search(SearchRequest(kind=KIND, text=text)).total


def waiting() -> int:
    return session().scalar(sa.select(sa.func.count()).select_from(SearchOutbox)) or 0


class CrashError(Exception):
    pass


class Crashing(WhooshEngine):
    """Dies right after the index was committed, before the outbox rows are gone."""

    def apply(self, documents: Iterable[Document], deleted: Iterable[str]) -> None:
        super().apply(documents, deleted)
        raise CrashError


def test_a_change_is_found_after_the_drain_and_its_rows_are_gone(
    board: Board, engine: Engine
) -> None:
    id_ = board.put("zebra")
    assert found(engine, "zebra") == 0
    assert indexer.drain(engine) == 1
    assert found(engine, "zebra") == 1
    board.put("yak", id_)
    board.put("gnu", id_)
    assert indexer.drain(engine) == 2
    assert (found(engine, "zebra"), found(engine, "yak"), found(engine, "gnu")) == (0, 0, 1)
    board.remove(id_)
    assert indexer.drain(engine) == 1
    assert found(engine, "gnu") == 0
    assert (waiting(), indexer.drain(engine)) == (0, 0)


def test_several_rows_of_one_subject_are_loaded_once(board: Board, engine: Engine) -> None:
    id_ = board.put("zebra")
    board.put("yak", id_)
    indexer.drain(engine)
    assert board.loads == [[id_]]


def test_what_was_rolled_back_is_never_indexed(board: Board, engine: Engine) -> None:
    def fail() -> None:
        with transaction():
            indexer.enqueue(KIND, uuid4())
            raise CrashError

    with pytest.raises(CrashError):
        fail()
    assert waiting() == 0
    assert indexer.drain(engine) == 0
    assert board.loads == []


def test_a_drain_takes_no_more_than_its_limit_and_the_oldest_first(
    board: Board, engine: Engine
) -> None:
    for n in range(5):
        board.put(f"animal{n}")
    assert indexer.drain(engine, limit=2) == 2
    assert [found(engine, f"animal{n}") for n in range(5)] == [1, 1, 0, 0, 0]
    assert [indexer.drain(engine, limit=2) for _ in range(3)] == [2, 1, 0]


def test_a_crash_between_index_and_database_is_done_again_without_harm(
    board: Board, tmp_path: Path, engine: Engine
) -> None:
    kept, gone = board.put("zebra"), board.put("yak")
    indexer.drain(engine)
    board.put("gnu", kept)
    board.remove(gone)
    with pytest.raises(CrashError):
        indexer.drain(Crashing(tmp_path / "search"))
    session().rollback()
    assert waiting() == 2
    assert indexer.drain(engine) == 2
    assert (found(engine, "gnu"), found(engine, "yak"), waiting()) == (1, 0, 0)
    assert indexer.check(engine).is_ok


def test_a_row_that_arrives_during_the_drain_waits_for_the_next(
    board: Board, engine: Engine
) -> None:
    id_ = board.put("zebra")
    first_load = board.load

    def slow_load(ids: Sequence[UUID]) -> Iterable[Document]:
        answer = list(first_load(ids))
        board.put("yak", id_)
        return answer

    indexer.register(KIND, slow_load, lambda: list(board.titles))
    assert indexer.drain(engine) == 1
    assert waiting() == 1
    indexer.register(KIND, first_load, lambda: list(board.titles))
    indexer.drain(engine)
    assert (found(engine, "zebra"), found(engine, "yak")) == (0, 1)


def test_a_kind_without_a_finder_waits_and_blocks_nobody(board: Board, engine: Engine) -> None:
    with transaction():
        indexer.enqueue("unknown", uuid4())
    board.put("zebra")
    assert indexer.drain(engine, limit=1) == 1
    assert found(engine, "zebra") == 1
    assert waiting() == 1


def test_a_finder_that_answers_for_somebody_else_is_refused(board: Board, engine: Engine) -> None:
    def wrong(ids: Sequence[UUID]) -> Iterable[Document]:
        return [Document(id=str(ids[0]), kind="other")]

    board.put("zebra")
    indexer.register(KIND, wrong, list)
    with pytest.raises(ValueError, match="finder of animal"):
        indexer.drain(engine)


def test_without_an_index_nothing_is_lost_and_the_worker_builds_one(
    board: Board, tmp_path: Path
) -> None:
    engine = WhooshEngine(tmp_path / "none")
    board.put("zebra")
    with pytest.raises(IndexDamagedError):
        indexer.drain(engine)
    assert waiting() == 1
    assert indexer.drain_or_rebuild(engine) == 1
    assert (found(engine, "zebra"), waiting()) == (1, 0)
    board.put("yak")
    assert indexer.drain_or_rebuild(engine) == 1
    assert indexer.drain_or_rebuild(engine) == 0


def test_the_worker_builds_a_missing_index_even_with_nothing_waiting(
    board: Board, tmp_path: Path
) -> None:
    board.titles[uuid4()] = "zebra"
    engine = WhooshEngine(tmp_path / "none")
    assert indexer.drain_or_rebuild(engine) == 1
    assert found(engine, "zebra") == 1


def test_the_worker_does_not_rebuild_when_it_merely_could_not_write(
    board: Board, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise EngineUnavailableError("no space")

    board.put("zebra")
    before = engine.generation()
    with monkeypatch.context() as patched:
        patched.setattr(WhooshEngine, "apply", full)
        with pytest.raises(EngineUnavailableError, match="no space"):
            indexer.drain_or_rebuild(engine)
    assert engine.generation() == before
    assert waiting() == 1


def test_a_rebuild_reads_everything_in_chunks_and_forgets_what_waited(
    board: Board, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexer, "CHUNK", 2)
    for n in range(5):
        board.put(f"animal{n}")
    assert indexer.rebuild(engine) == 5
    assert [len(ids) for ids in board.loads] == [2, 2, 1]
    assert waiting() == 0
    assert found(engine, "animal*") == 5


def test_the_check_names_what_is_missing_and_what_is_stale(board: Board, engine: Engine) -> None:
    kept, gone = board.put("zebra"), board.put("yak")
    indexer.drain(engine)
    assert indexer.check(engine).is_ok
    del board.titles[gone]
    new = board.put("gnu")
    report = indexer.check(engine)
    assert not report.is_ok
    assert (report.missing, report.stale) == ((str(new),), (str(gone),))
    assert (report.in_database, report.in_index, report.waiting) == (2, 2, 1)
    assert str(kept) in engine.ids(KIND)


def test_a_drain_inside_a_transaction_is_refused(board: Board, engine: Engine) -> None:
    board.put("zebra")
    with pytest.raises(RuntimeError, match="inside a transaction"), transaction():
        indexer.drain(engine)
