"""One run over a file: read, judge, gather into batches, store. Memory stays at one batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime

from jobboard.roles.importing.adverts import parse
from jobboard.roles.importing.records import Reject, Row
from jobboard.roles.importing.service import Incoming, Tally, store

BATCH = 500
Undisturbed = Callable[[], AbstractContextManager[None]]
TWICE = "Another line of this file has the same id; the first one was kept."


def run(
    rows: Iterable[Row | Reject],
    at: datetime,
    *,
    reopen: int | None,
    tally: Tally,
    reject: Callable[[Reject], None],
    undisturbed: Undisturbed = nullcontext,
) -> Iterator[int]:
    """Yields, after each batch that is stored, how many lines it was.

    Stop it at any point, also by Ctrl-C: what was counted in `tally` is stored whole, a batch that
    was under way is rolled back, and the next run passes over whatever has not changed. Storing
    happens inside `undisturbed()`, for whoever can make an interrupt wait.
    """
    seen: set[str] = set()
    batch: list[Incoming] = []
    lines = 0
    for row in rows:
        lines += 1
        found = _judge(row, seen)
        if isinstance(found, Reject):
            _turn_away(found, tally, reject)
        else:
            batch.append(found)
        if len(batch) == BATCH:
            yield from _settle(batch, lines, at, reopen, tally, reject, undisturbed)
            batch, lines = [], 0
    yield from _settle(batch, lines, at, reopen, tally, reject, undisturbed)


def _judge(row: Row | Reject, seen: set[str]) -> Incoming | Reject:
    if isinstance(row, Reject):
        return row
    advert = parse(row)
    if isinstance(advert, Reject):
        return advert
    if advert.source_id in seen:
        return Reject(row.line_no, advert.source_id, TWICE, row.raw)
    seen.add(advert.source_id)
    return Incoming(advert, row.line_no, row.raw)


def _settle(
    batch: list[Incoming],
    lines: int,
    at: datetime,
    reopen: int | None,
    tally: Tally,
    reject: Callable[[Reject], None],
    undisturbed: Undisturbed,
) -> Iterator[int]:
    with undisturbed():
        for refused in store(batch, at, reopen, tally):
            _turn_away(refused, tally, reject)
    yield lines


def _turn_away(refused: Reject, tally: Tally, reject: Callable[[Reject], None]) -> None:
    tally.rejected[refused.reason] += 1
    reject(refused)
