"""Counters of the rate limits in a small SQLite file beside the data (docs/adr/0003).

Every worker process of the host opens the same file, so a limit holds over all of them. Losing the
file costs nothing but a fresh start of the counters: hence no fsync.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from itertools import count
from pathlib import Path

from limits.storage import Storage

from jobboard.core.clock import now

_TABLE = """CREATE TABLE IF NOT EXISTS hits (
    key TEXT PRIMARY KEY, hits INTEGER NOT NULL, ends REAL NOT NULL
) WITHOUT ROWID"""
_HIT = """INSERT INTO hits (key, hits, ends) VALUES (:key, :amount, :now + :expiry)
ON CONFLICT (key) DO UPDATE SET
    hits = CASE WHEN ends <= :now THEN :amount ELSE hits + :amount END,
    ends = CASE WHEN ends <= :now THEN :now + :expiry ELSE ends END
RETURNING hits"""
PATIENCE = 2.0
"""Seconds to wait for another process that holds the file."""
SWEEP_EVERY = 500
"""Hits of one process between two sweeps of what has run out."""


class SqlStorage(Storage):
    """Fixed windows: one statement counts and answers, so two processes cannot both be the last."""

    STORAGE_SCHEME: list[str] | None = ["twofold"]  # noqa: RUF012 (as the library declares it)
    URI = "twofold://"

    def __init__(self, uri: str = URI, *, path: str = "", **_options: object) -> None:
        super().__init__(uri)
        self.path = Path(path)
        self._own = threading.local()
        self._count = count(1)

    @property
    def base_exceptions(self) -> type[Exception]:
        return sqlite3.Error

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Hits of this window with this one; a window that has run out begins anew."""
        at = now().timestamp()
        words = {"key": key, "amount": amount, "now": at, "expiry": expiry}
        hits: int = self._connection().execute(_HIT, words).fetchone()[0]
        if next(self._count) % SWEEP_EVERY == 0:
            self._connection().execute("DELETE FROM hits WHERE ends <= ?", (at,))
        return hits

    def get(self, key: str) -> int:
        return int(self._column("hits", key) or 0)

    def get_expiry(self, key: str) -> float:
        """When the window ends, in seconds since 1970; now, if there is none."""
        return self._column("ends", key) or now().timestamp()

    def check(self) -> bool:
        try:
            self._connection().execute("SELECT 1 FROM hits LIMIT 1")
        except sqlite3.Error:
            return False
        return True

    def reset(self) -> int:
        return self._connection().execute("DELETE FROM hits").rowcount

    def clear(self, key: str) -> None:
        self._connection().execute("DELETE FROM hits WHERE key = ?", (key,))

    def _column(self, name: str, key: str) -> float | None:
        found = self._connection().execute(
            f"SELECT {name} FROM hits WHERE key = ? AND ends > ?",
            (key, now().timestamp()),
        )
        row = found.fetchone()
        return float(row[0]) if row else None

    def _connection(self) -> sqlite3.Connection:
        """One a thread, process and file: a forked worker must not use its parent's."""
        wanted = (os.getpid(), self.path)
        if getattr(self._own, "of", None) != wanted:
            self._own.connection = _open(self.path)
            self._own.of = wanted
        connection: sqlite3.Connection = self._own.connection
        return connection


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute(_TABLE)
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Where two processes open a new file at once, SQLite tells one "locked" without waiting."""
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > give_up:
                raise
            time.sleep(0.01)
