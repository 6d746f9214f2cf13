"""Changes of hands round the cycle, for many plans at once.

A week is read in pieces of at most five half-days. Each piece has a small table (1,024 entries)
of what it holds: who is first and last alone, how often that changes inside, how much of it warm,
and whether time together stands before, after or throughout. Pieces are then joined like chain
links, the last to the first.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
PIECE = 5
MANY = 8192
"""Plans from which on the table of every ten-half-day plan (1 MB, a tenth of a second, once a
process) is worth having."""
_FIELDS = 6
"""first, last (0 nobody, 1 A, 2 B), switches, warm, shared before the first, after the last.
Where nobody is alone the last two both say whether anything is shared."""


@lru_cache(maxsize=2)
def _table(length: int) -> Ints:
    """[_FIELDS, 4 ** length]: index is A's bits | B's bits << length."""
    found = np.zeros((_FIELDS, 1 << (2 * length)), dtype=np.int32)
    for index in range(found.shape[1]):
        found[:, index] = _piece(index & ((1 << length) - 1), index >> length, length)
    return found


def _piece(first: int, second: int, length: int) -> tuple[int, ...]:
    begin = last = switches = warm = before = shared = 0
    for bit in range(length):
        who = (first >> bit & 1) | (second >> bit & 1) << 1
        if who == 3:
            shared = 1
        elif who:
            if not last:
                begin, before = who, shared
            elif who != last:
                switches, warm = switches + 1, warm + shared
            last, shared = who, 0
    if not last:
        return 0, 0, 0, 0, shared, shared
    return begin, last, switches, warm, before, shared


def of(first: Ints, second: Ints, size: int) -> tuple[Ints, Ints]:
    """(switches, warm) of each plan; the same numbers as `switches`, looked up where many are
    asked for at once."""
    if size != 2 * PIECE or len(first) < MANY:
        return switches(first, second, size)
    packed = _every_plan()[first | second << size].astype(np.int32)
    return (packed & 15), packed >> 4


@lru_cache(maxsize=1)
def _every_plan() -> NDArray[np.uint8]:
    """Switches | warm << 4 of all 2 ** 20 plans of a working week; both are at most ten."""
    every = np.arange(1 << 4 * PIECE, dtype=np.int32)
    total, warm = switches(every & ((1 << 2 * PIECE) - 1), every >> 2 * PIECE, 2 * PIECE)
    return (total | warm << 4).astype(np.uint8)


def switches(first: Ints, second: Ints, size: int) -> tuple[Ints, Ints]:
    """(switches, warm) of each plan round a cycle of `size` half-days (matching.md §4)."""
    chain: list[Ints] | None = None
    for start in range(0, size, PIECE):
        length = min(PIECE, size - start)
        mask = (1 << length) - 1
        index = ((first >> start) & mask) | ((second >> start) & mask) << length
        link = list(_table(length)[:, index])
        chain = link if chain is None else _joined(chain, link)
    assert chain is not None
    begin, last, total, warm, before, after = chain
    changes = (begin != last) & (begin > 0)
    return total + changes, warm + (changes & ((before | after) > 0))


def _joined(left: list[Ints], right: list[Ints]) -> list[Ints]:
    """Two neighbouring pieces as one."""
    nobody_left, nobody_right = left[1] == 0, right[0] == 0
    changes = ~nobody_left & ~nobody_right & (left[1] != right[0])
    warm = changes & ((left[5] | right[4]) > 0)
    before = np.where(nobody_left, left[4] | right[4], left[4])
    after = np.where(nobody_right, left[5] | right[5], right[5])
    return [
        np.where(nobody_left, right[0], left[0]),
        np.where(nobody_right, left[1], right[1]),
        left[2] + right[2] + changes,
        left[3] + right[3] + warm,
        before,
        after,
    ]


def gap(shared: int, size: int, weeks: int) -> int | None:
    """The most calendar days between two days with a shared half-day, the cycle repeating:
    7 where there is one such day a week, None where there is none."""
    days = [
        week * 7 + day
        for week in range(weeks)
        for day in range(size // 2)
        if shared >> (week * size + 2 * day) & 3
    ]
    if not days:
        return None
    length = 7 * weeks
    following = [*days[1:], days[0] + length]
    return max(after - before for before, after in zip(days, following, strict=True))
