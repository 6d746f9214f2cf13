"""What is Whoosh's own: files, damage, locks, generations, and agreement with a plain model."""

from __future__ import annotations

import gc
import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Thread

import pytest
import whoosh
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.lang.porter import stem
from whoosh.query import Or

from jobboard.search.engine import (
    Document,
    EngineBusyError,
    EngineUnavailableError,
    IndexDamagedError,
    SearchRequest,
    UnsafeFolderError,
)
from jobboard.search.index_folder import IndexFolder
from jobboard.search.query import STOP_WORDS, parse, words_of
from jobboard.search.whoosh_engine import WhooshEngine

ROOT = Path(__file__).parents[3]
DOCUMENTS = [Document(id=f"d{n}", kind="role", title=f"Keeper {n}", body="zebra") for n in range(9)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "search"


@pytest.fixture
def engine(folder: Path) -> WhooshEngine:
    engine = WhooshEngine(folder)
    engine.rebuild(DOCUMENTS)
    return engine


def total(engine: WhooshEngine, text: str = "keeper") -> int:
    return engine.search(SearchRequest(kind="role", text=text)).total


def current(folder: Path) -> Path:
    return IndexFolder(folder).current()


def segment_file(folder: Path) -> Path:
    return next(current(folder).glob("*.seg"))


def toc_file(folder: Path) -> Path:
    return next(current(folder).glob("*.toc"))


# Files


def test_nobody_else_may_look_into_the_index(engine: WhooshEngine, folder: Path) -> None:
    assert total(engine) == 9
    for path in (folder, current(folder)):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700


def test_a_folder_that_was_open_for_reading_is_closed_by_a_rebuild(folder: Path) -> None:
    folder.mkdir(mode=0o755)
    WhooshEngine(folder).rebuild([])
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777, 0o720])
def test_a_folder_that_others_may_write_to_is_refused_by_every_verb(
    engine: WhooshEngine, folder: Path, mode: int
) -> None:
    folder.chmod(mode)
    verbs = (
        lambda: total(engine),
        lambda: engine.upsert(DOCUMENTS),
        lambda: engine.rebuild(DOCUMENTS),
        lambda: total(WhooshEngine(folder)),
    )
    for verb in verbs:
        with pytest.raises(UnsafeFolderError, match="chmod 700"):
            verb()
    assert "others may write" in engine.health().detail


def test_a_generation_that_others_may_write_to_is_refused(
    engine: WhooshEngine, folder: Path
) -> None:
    current(folder).chmod(0o777)
    with pytest.raises(UnsafeFolderError):
        total(engine)


def test_a_link_in_place_of_the_folder_is_refused(
    engine: WhooshEngine, folder: Path, tmp_path: Path
) -> None:
    assert total(engine) == 9
    link = tmp_path / "link"
    link.symlink_to(folder)
    with pytest.raises(UnsafeFolderError):
        total(WhooshEngine(link))


def test_a_rebuild_keeps_the_index_before_and_no_other(engine: WhooshEngine, folder: Path) -> None:
    for _ in range(3):
        engine.rebuild(DOCUMENTS)
    assert sorted(path.name for path in folder.glob("index-*")) == ["index-3", "index-4"]
    assert (folder / "CURRENT").read_text() == "index-4 v1\n"
    assert engine.generation().startswith("4-")


def test_a_rebuild_that_fails_leaves_no_folder_behind(engine: WhooshEngine, folder: Path) -> None:
    with pytest.raises(ValueError, match="plain id"):
        engine.rebuild([*DOCUMENTS, Document(id="", kind="role")])
    assert [path.name for path in folder.glob("index-*")] == ["index-1"]
    assert total(engine) == 9


def test_an_open_reader_follows_a_rebuild(engine: WhooshEngine, folder: Path) -> None:
    reader = WhooshEngine(folder)
    assert total(reader) == 9
    engine.rebuild(DOCUMENTS[:2])
    assert total(reader) == 2


# One searcher a generation


def test_the_searcher_is_shared_until_the_index_changes(engine: WhooshEngine) -> None:
    total(engine)
    first = engine._snapshot
    total(engine, "zebra")
    assert engine._snapshot is first
    assert first is not None
    engine.delete(["d0"])
    assert total(engine) == 8
    assert engine._snapshot is not first
    assert first.searcher.is_closed


def test_an_unchanged_segment_is_not_read_again(engine: WhooshEngine) -> None:
    total(engine)
    assert engine._snapshot
    before = engine._snapshot.segments
    engine.delete(["d0"])
    total(engine)
    for name, segment in engine._snapshot.segments.items():
        assert before[name] is segment


def test_nobody_calls_refresh_or_the_query_parser() -> None:
    for path in (ROOT / "jobboard" / "search").glob("*.py"):
        source = path.read_text()
        assert ".refresh(" not in source, path
        assert "qparser" not in source, path


def test_the_scoring_switch_of_or_is_never_touched_because_or_is_never_used() -> None:
    assert whoosh.__version__ == (2, 7, 4)
    assert Or.matcher_type == Or.AUTO_MATCHER
    for path in (ROOT / "jobboard" / "search").glob("*.py"):
        assert not re.search(r"\b(Or|Wildcard|FuzzyTerm|Prefix|Regex)\(", path.read_text()), path


def test_threads_that_search_while_the_index_changes_see_whole_generations(
    engine: WhooshEngine, folder: Path
) -> None:
    seen: list[int] = []
    writer = WhooshEngine(folder)

    def search() -> None:
        seen.extend(total(engine, "zebra keeper") for _ in range(25))

    threads = [Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for n in range(9):
        writer.delete([f"d{n}"])
    for thread in threads:
        thread.join()
    assert len(seen) == 100
    assert set(seen) <= set(range(10))
    assert total(engine) == 0


# Damage


def empty_segment(folder: Path) -> None:
    segment_file(folder).write_bytes(b"")


def half_segment(folder: Path) -> None:
    path = segment_file(folder)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def zeroed_segment(folder: Path) -> None:
    path = segment_file(folder)
    path.write_bytes(bytes(path.stat().st_size))


def empty_toc(folder: Path) -> None:
    toc_file(folder).write_bytes(b"")


def no_toc(folder: Path) -> None:
    toc_file(folder).unlink()


def no_pointer(folder: Path) -> None:
    (folder / "CURRENT").unlink()


def odd_pointer(folder: Path) -> None:
    (folder / "CURRENT").write_text("../../etc v1\n")


def unreadable_pointer(folder: Path) -> None:
    (folder / "CURRENT").write_bytes(b"\xff\xfe")


def old_format(folder: Path) -> None:
    (folder / "CURRENT").write_text("index-1 v0\n")


def missing_folder(folder: Path) -> None:
    (folder / "CURRENT").write_text("index-77 v1\n")


@pytest.mark.parametrize(
    "damage",
    [
        empty_segment,
        half_segment,
        zeroed_segment,
        empty_toc,
        no_toc,
        no_pointer,
        odd_pointer,
        unreadable_pointer,
        old_format,
        missing_folder,
    ],
)
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.filterwarnings("ignore:Exception ignored in:pytest.PytestUnraisableExceptionWarning")
def test_a_damaged_index_is_named_so_and_a_rebuild_cures_it(
    engine: WhooshEngine, folder: Path, damage: Callable[[Path], None]
) -> None:
    """Whoosh leaves the file it could not read to the garbage collector: hence filter, collect."""
    assert engine.health().ok
    damage(folder)
    assert_damage_is_cured(folder)
    gc.collect()


def assert_damage_is_cured(folder: Path) -> None:
    broken = WhooshEngine(folder)
    with pytest.raises(IndexDamagedError):
        total(broken)
    assert not broken.health().ok
    with pytest.raises(IndexDamagedError):
        broken.upsert([Document(id="d1", kind="role", title="Changed")])
    assert broken.rebuild(DOCUMENTS) == 9
    assert total(broken) == 9
    broken.delete(["d1"])
    assert total(WhooshEngine(folder)) == 8


def test_a_writer_killed_before_its_commit_leaves_the_index_as_it_was(
    engine: WhooshEngine, folder: Path
) -> None:
    script = """
import os, signal, sys
from pathlib import Path
from jobboard.search.engine import Document
from jobboard.search.whoosh_engine import WhooshEngine
from whoosh.writing import SegmentWriter
SegmentWriter._commit_toc = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
WhooshEngine(Path(sys.argv[1])).apply([Document(id="new", kind="role", title="Keeper")], ["d0"])
"""
    done = subprocess.run([sys.executable, "-c", script, str(folder)], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert total(WhooshEngine(folder)) == 9
    engine.delete(["d1"])
    assert total(engine) == 8
    named = {path.name.split(".")[0] for path in current(folder).glob("*.seg")}
    assert len(named) <= 2


def test_a_commit_that_fails_leaves_the_index_and_no_half_files(
    engine: WhooshEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path.name for path in current(folder).iterdir()}
    with monkeypatch.context() as patched:

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        patched.setattr("whoosh.writing.SegmentWriter._commit_toc", full)
        with pytest.raises(EngineUnavailableError, match="No space left") as caught:
            engine.upsert([Document(id="new", kind="role", title="Keeper")])
        assert not isinstance(caught.value, IndexDamagedError)
    assert {p.name for p in current(folder).iterdir()} - before <= {"MAIN_WRITELOCK", "MAIN.tmp"}
    assert total(engine) == 9
    engine.upsert([Document(id="new", kind="role", title="Keeper")])
    assert total(engine) == 10


def test_a_second_writer_is_told_that_we_are_busy(
    engine: WhooshEngine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jobboard.search.whoosh_engine.WAIT", 0.0)
    with IndexFolder(folder).locked(0.0):
        for verb in (lambda: engine.delete(["d1"]), lambda: engine.rebuild(DOCUMENTS)):
            with pytest.raises(EngineBusyError):
                verb()
        assert total(engine) == 9
    engine.delete(["d1"])
    assert total(engine) == 8


# Agreement with a model that a child can check

WORDS = ("cat", "cats", "dog", "doge", "the", "eel")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
CHUNKS = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(lambda word: f"-{word}"),
    st.sampled_from(["cat*", "dog*", "-dog*"]),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(lambda w: f'"{" ".join(w)}"'),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=2).map(lambda w: f'-"{" ".join(w)}"'),
)


def stemmed(words: Iterable[str]) -> list[str]:
    return [stem(word) for word in words if word not in STOP_WORDS]


def holds(document: Document, words: tuple[str, ...]) -> bool:
    wanted = stemmed(words)
    for text in (document.title, document.names, document.body):
        there = stemmed(words_of(text))
        if any(there[at : at + len(wanted)] == wanted for at in range(len(there))):
            return True
    return False


def expected(document: Document, text: str) -> bool:
    query = parse(text)
    asked = [(term,) for term in query.terms] + list(query.phrases)
    words = words_of(f"{document.title} {document.names} {document.body}")
    return (
        all(holds(document, words) for words in asked)
        and not any(holds(document, words) for words in query.excluded)
        and all(any(w.startswith(prefix) for w in words) for prefix in query.prefixes)
    )


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=12),
    st.lists(st.lists(CHUNKS, min_size=1, max_size=3).map(" ".join), min_size=20, max_size=20),
)
def test_whatever_is_asked_the_model_finds_the_same(
    folder: Path, texts: list[tuple[str, str, str]], questions: list[str]
) -> None:
    documents = {
        f"d{n}": Document(id=f"d{n}", kind="role", title=title, names=names, body=body)
        for n, (title, names, body) in enumerate(texts)
    }
    engine = WhooshEngine(folder)
    engine.rebuild(documents.values())
    moved = {id_: documents[id_] for id_ in list(documents)[::3]}
    engine.apply(moved.values(), ["d1"])  # a second segment, and deletions in the first
    documents.pop("d1", None)
    for text in questions:
        page = engine.search(SearchRequest(kind="role", text=text, per_page=50))
        found = {id_ for id_, document in documents.items() if expected(document, text)}
        assert set(page.ids) == found, text
        assert page.total == len(found)


def test_the_tests_run_as_the_owner_of_their_folder(folder: Path) -> None:
    folder.mkdir()
    assert folder.stat().st_uid == os.geteuid()
