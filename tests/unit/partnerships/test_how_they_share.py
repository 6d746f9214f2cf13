"""What a letter may say of a pair: never more than its track record does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from jobboard.partnerships.domain import RecordKind
from jobboard.partnerships.record import how_they_share


@dataclass(frozen=True)
class Entry:
    kind: RecordKind
    ended_on: date | None


NOW, OVER = Entry(RecordKind.AS_PAIR, None), Entry(RecordKind.AS_PAIR, date(2024, 3, 1))
ALONE = Entry(RecordKind.INDIVIDUAL, None)


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([OVER, NOW], "share a role as a pair"),
        ([OVER, ALONE], "have shared a role as a pair"),
        ([ALONE], "would share a role as a pair"),
        ([], "would share a role as a pair"),
    ],
)
def test_it_says_what_the_track_record_says(entries: list[Entry], said: str) -> None:
    assert how_they_share(entries) == said
