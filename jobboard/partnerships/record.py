"""The joint track record as arithmetic: what an entry must hold, and how long two were a pair."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from jobboard.core.errors import ConflictError, InvalidInputError
from jobboard.core.text import count_words
from jobboard.partnerships.domain import MAX_OUTCOME_WORDS, RecordKind, Who

EARLIEST_YEAR = 1950
MAX_MEASURE = 120
MAX_LINE = 200
NEW_PAIR = "New pair"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

Span = tuple[date, date | None]
"""From a month to a month, both counted; None means that it goes on."""


class Sharing(Protocol):
    """An entry, for whoever only asks whether two have shared a role."""

    @property
    def kind(self) -> RecordKind: ...
    @property
    def ended_on(self) -> date | None: ...


class UnreadableMonthError(ValueError):
    """Text that is no month."""


@dataclass(frozen=True, slots=True)
class EntryFields:
    """One entry as typed; months are the first day of theirs, `ended_on` None means now."""

    kind: RecordKind
    who: Who
    organisation: str
    role: str
    started_on: date
    ended_on: date | None
    outcome: str
    measure: str = ""

    def check(self, today: date) -> None:
        """Raises InvalidInputError with a sentence for each field that cannot stand."""
        found = {
            "who": self._who_faults(),
            "organisation": _line_faults(self.organisation, "Enter where it was."),
            "role": _line_faults(self.role, "Enter what the role was called."),
            "started_on": _month_faults(self.started_on, today),
            "ended_on": self._end_faults(today),
            "outcome": self._outcome_faults(),
            "measure": _length_faults(self.measure, MAX_MEASURE),
        }
        errors = {name: sentences for name, sentences in found.items() if sentences}
        if errors:
            raise InvalidInputError(errors)

    def _who_faults(self) -> list[str]:
        if self.kind is RecordKind.INDIVIDUAL:
            return ["Say whose it was."] if self.who is Who.BOTH else []
        if self.who is Who.BOTH:
            return []
        return ["What you did together belongs to you both. Choose both, or one of us alone above."]

    def _end_faults(self, today: date) -> list[str]:
        if self.ended_on is None:
            return []
        if self.ended_on < self.started_on:
            return ["It ends before it begins. Put the later month here."]
        return _month_faults(self.ended_on, today)

    def _outcome_faults(self) -> list[str]:
        words = count_words(self.outcome)
        if not words:
            return ["Say in a sentence or two what came of it."]
        if words > MAX_OUTCOME_WORDS:
            return [f"This has {words} words. Use {MAX_OUTCOME_WORDS} at most."]
        return []


class StaleEntryError(ConflictError):
    """The partner changed the entry meanwhile: how it stands, and its number."""

    def __init__(self, saved: EntryFields, number: int) -> None:
        super().__init__("Your partner changed this entry while you were writing.")
        self.saved = saved
        self.number = number


def _line_faults(value: str, missing: str) -> list[str]:
    return _length_faults(value, MAX_LINE) if value else [missing]


def _length_faults(value: str, most: int) -> list[str]:
    return [f"This has {len(value)} characters. Use {most} at most."] if len(value) > most else []


def _month_faults(value: date, today: date) -> list[str]:
    if value.year < EARLIEST_YEAR:
        return [f"Enter a month from {EARLIEST_YEAR} on."]
    return ["This month has not come yet."] if value > today else []


def read_month(text: str) -> date | None:
    """`March 2020`, `Mar 2020`, `2020-03` or `03/2020` as the first of that month.

    None for empty text; UnreadableMonthError for anything else.
    """
    words = text.strip().casefold()
    if not words:
        return None
    for pattern in (r"(?P<y>\d{4})-(?P<m>\d{1,2})", r"(?P<m>\d{1,2})[/.-](?P<y>\d{4})"):
        found = re.fullmatch(pattern, words, re.ASCII)
        if found:
            return _first_of(int(found["y"]), int(found["m"]))
    found = re.fullmatch(r"([a-z]{3,9})\.? (\d{4})", words, re.ASCII)
    if found and found[1][:3] in _MONTHS:
        return _first_of(int(found[2]), _MONTHS.index(found[1][:3]) + 1)
    raise UnreadableMonthError


def _first_of(year: int, month: int) -> date:
    try:
        return date(year, month, 1)
    except ValueError:
        raise UnreadableMonthError from None


def how_they_share(entries: Iterable[Sharing]) -> str:
    """What a letter may say of a pair without promising more: `share a role as a pair`."""
    ends = [entry.ended_on for entry in entries if entry.kind is RecordKind.AS_PAIR]
    if None in ends:
        return "share a role as a pair"
    return "have shared a role as a pair" if ends else "would share a role as a pair"


def months_as_pair(spans: Iterable[Span], today: date) -> int:
    """Months covered by at least one span; overlapping spans count once (domain.md §3.3).

    Both ends count. What goes on counts to the last whole month before `today`.
    """
    covered, reached = 0, -1
    for start, end in sorted((_number(start), _end_of(end, today)) for start, end in spans):
        begin = max(start, reached + 1)
        if end >= begin:
            covered += end - begin + 1
            reached = end
    return covered


def _number(month: date) -> int:
    return month.year * 12 + month.month - 1


def _end_of(end: date | None, today: date) -> int:
    return _number(today) - 1 if end is None else _number(end)


def in_words(months: int) -> str:
    """`6 years 8 months`, `1 year`, `3 months`, or `New pair` for none."""
    if months <= 0:
        return NEW_PAIR
    years, rest = divmod(months, 12)
    parts = [_count(years, "year"), _count(rest, "month")]
    return " ".join(part for part in parts if part)


def _count(number: int, one: str) -> str:
    return "" if not number else f"{number} {one}" if number == 1 else f"{number} {one}s"
