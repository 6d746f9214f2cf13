"""Opening and writing one folder of the Whoosh index; what can go wrong, named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex, clean_files

from jobboard.search.engine import Document, EngineUnavailableError, IndexDamagedError
from jobboard.search.schema import fields, schema

BATCH_MB, REBUILD_MB = 64, 128
OPEN_TRIES = 3


def open_index(path: Path) -> FileIndex:
    """A commit may take the file away that we were about to read: look again."""
    for _ in range(OPEN_TRIES - 1):
        with suppress(FileNotFoundError):
            return FileIndex(FileStorage(str(path)), schema=schema())
    return FileIndex(FileStorage(str(path)), schema=schema())


@contextmanager
def damage(doing: str) -> Iterator[None]:
    """Whatever Whoosh raises over a damaged file (EOFError, TypeError, struct.error and more)."""
    try:
        yield
    except EngineUnavailableError:
        raise
    except Exception as error:
        raise IndexDamagedError(f"{doing} the index failed: {type(error).__name__}") from error


@contextmanager
def writing(path: Path) -> Iterator[Any]:
    """Commit on the way out; after any error the index stays at its last commit."""
    with damage("opening"):
        index = open_index(path)
        writer = index.writer(limitmb=BATCH_MB)
    try:
        yield writer
        writer.commit()
    except OSError as error:
        _abandon(index, writer)
        raise EngineUnavailableError(f"writing the index failed: {error}") from error
    except Exception as error:
        _abandon(index, writer)
        raise IndexDamagedError(f"writing the index failed: {type(error).__name__}") from error
    except BaseException:
        _abandon(index, writer)
        raise


def _abandon(index: FileIndex, writer: Any) -> None:
    """Free Whoosh's lock, and remove half-written files: on a full disk they block the next try."""
    with suppress(Exception):
        writer.cancel()
    if not writer.is_closed and writer.writelock:
        with suppress(Exception):
            writer.writelock.release()
    with suppress(Exception):
        toc = index._read_toc()
        clean_files(index.storage, index.indexname, toc.generation, toc.segments)


def fill(path: Path, documents: Iterable[Document]) -> int:
    index = FileIndex.create(FileStorage(str(path)), schema())
    writer = index.writer(limitmb=REBUILD_MB)
    seen: set[str] = set()
    try:
        for document in documents:
            if document.id not in seen:
                seen.add(document.id)
                writer.add_document(**fields(document))
        writer.commit()
    except BaseException:
        _abandon(index, writer)
        raise
    return len(seen)
