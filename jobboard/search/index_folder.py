"""Where the index lies on disk: numbered folders and a CURRENT file that names the one in use.

A rebuild writes a new folder and then renames CURRENT over the old one, so readers see the old
index or the new one and never half of either. The folder before is kept for those still reading.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jobboard.search.engine import EngineBusyError, IndexDamagedError, UnsafeFolderError

FORMAT = 1
"""Grows whenever the schema or the stored values change: an older index is then rebuilt."""
PRIVATE = 0o700
OTHERS_WRITE = 0o022
_POINTER = re.compile(r"index-(?P<number>\d{1,9}) v(?P<format>\d{1,9})\n")
_NAME = re.compile(r"index-(\d{1,9})")


class IndexFolder:
    """The folder that holds every generation of one index."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.pointer = root / "CURRENT"

    def current(self) -> Path:
        """The folder in use. Raises IndexDamagedError, UnsafeFolderError."""
        refuse_unsafe(self.root)
        try:
            found = _POINTER.fullmatch(self.pointer.read_text(encoding="ascii"))
        except (OSError, UnicodeDecodeError) as error:
            raise IndexDamagedError(f"cannot read {self.pointer}") from error
        if not found:
            raise IndexDamagedError(f"{self.pointer} names no index")
        if int(found["format"]) != FORMAT:
            raise IndexDamagedError(f"the index has format {found['format']}, not {FORMAT}")
        path = self.root / f"index-{found['number']}"
        refuse_unsafe(path)
        return path

    def prepare(self) -> None:
        """Make the folder, for nobody but us. Raises UnsafeFolderError if others may write."""
        self.root.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        refuse_unsafe(self.root)
        self.root.chmod(PRIVATE)

    def make_next(self) -> Path:
        """A new empty folder with the next number."""
        path = self.root / f"index-{max(self._numbers(), default=0) + 1}"
        path.mkdir(mode=PRIVATE)
        return path

    def promote(self, path: Path) -> None:
        """Let CURRENT name this folder, in one step; keep the one before, remove older ones."""
        before = self._named()
        written = self.pointer.with_suffix(".new")
        written.write_text(f"{path.name} v{FORMAT}\n", encoding="ascii")
        written.replace(self.pointer)
        for number in self._numbers():
            if (name := f"index-{number}") not in {path.name, before}:
                shutil.rmtree(self.root / name, ignore_errors=True)

    @contextmanager
    def locked(self, seconds: float) -> Iterator[None]:
        """Alone with the pen: one writer over every generation. Raises EngineBusyError.

        The system frees the lock when the process ends, however it ends.
        """
        refuse_unsafe(self.root)
        with (self.root / "LOCK").open("w", encoding="ascii") as handle:
            until = time.monotonic() + seconds
            while not _taken(handle.fileno()):
                if time.monotonic() >= until:
                    raise EngineBusyError("another process is writing to the index")
                time.sleep(0.05)
            yield

    def _named(self) -> str:
        try:
            return self.pointer.read_text(encoding="ascii").split(" ")[0]
        except (OSError, UnicodeDecodeError):
            return ""

    def _numbers(self) -> list[int]:
        names = (_NAME.fullmatch(entry.name) for entry in self.root.iterdir())
        return [int(name[1]) for name in names if name]


def refuse_unsafe(path: Path) -> None:
    """Whoosh reads pickles: whoever may write there may run code as us (security.md 4)."""
    try:
        status = path.lstat()
    except OSError as error:
        raise IndexDamagedError(f"there is no folder {path}") from error
    if status.st_mode & OTHERS_WRITE or status.st_uid not in {os.geteuid(), 0}:
        raise UnsafeFolderError(f"others may write to {path}: chmod 700 it, then rebuild")


def _taken(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
