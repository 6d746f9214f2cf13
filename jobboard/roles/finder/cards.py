"""A role as one card of the search page: plain values, and the words made of them. Pure."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from jobboard.planning.coverage import Coverage
from jobboard.planning.share_types import SHARE_TYPE_WORDS, ShareType
from jobboard.planning.wording import fte_text
from jobboard.roles.content import pay_of_each
from jobboard.roles.domain import (
    PERIOD_WORDS,
    WORK_MODE_WORDS,
    Origin,
    SalaryPeriod,
    WorkMode,
)
from jobboard.roles.vacancy import VacancyKind

_DAYS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven")
_PLACES_SHOWN = 2


class Card(NamedTuple):
    """Hashable, so that a drawn card can be kept for as long as its facts stay the same."""

    id: UUID
    title: str
    organisation: str
    places: tuple[str, ...]
    work_mode: WorkMode | None
    level: int | None
    salary_min: Decimal | None
    salary_max: Decimal | None
    currency: str
    period: SalaryPeriod
    salary_text: str
    funded_tenths: int | None
    share_types: tuple[str, ...]
    coverage: str | None
    min_overlap: int | None
    closes_at: datetime | None
    closes_zone: str
    origin: Origin
    description: str
    vacancy_kind: VacancyKind = VacancyKind.WHOLE

    @property
    def is_imported(self) -> bool:
        return self.origin is Origin.IMPORTED

    @property
    def place(self) -> str:
        """`York or Darlington, hybrid`; empty where nothing is stated."""
        names = " or ".join(self.places[:_PLACES_SHOWN])
        if (more := len(self.places) - _PLACES_SHOWN) > 0:
            names += f" or {more} more"
        mode = WORK_MODE_WORDS[self.work_mode].lower() if self.work_mode else ""
        return ", ".join(part for part in (names, mode) if part)

    @property
    def pay(self) -> tuple[Decimal, ...]:
        """The stated amounts, lowest first, one where both ends are the same."""
        ends = {end for end in (self.salary_min, self.salary_max) if end is not None}
        return tuple(sorted(ends))

    @property
    def pay_basis(self) -> str:
        """What the amounts are for: `full time`, `an hour`, with `from` or `up to` said before."""
        return PERIOD_WORDS[self.period] if self.is_imported else "full time"

    @property
    def pay_lead(self) -> str:
        """`From` or `Up to` where only one end is stated."""
        if self.salary_max is None:
            return "From "
        return "Up to " if self.salary_min is None else ""

    @property
    def pay_each(self) -> tuple[Decimal, ...]:
        """The same for one of two who take half of what is funded; only for a year's pay."""
        if self.funded_tenths is None or self.period is not SalaryPeriod.YEAR:
            return ()
        return tuple(pay_of_each(amount, self.funded_tenths) for amount in self.pay)

    @property
    def each_fte(self) -> str:
        return fte_text(self.funded_tenths, 2) if self.funded_tenths else ""

    @property
    def sharing(self) -> list[str]:
        return [SHARE_TYPE_WORDS[ShareType(kind)] for kind in self.share_types]

    @property
    def vacancy(self) -> str:
        """`Two part-time posts first`; empty where the role is shared from the first day."""
        is_whole = self.vacancy_kind is VacancyKind.WHOLE
        return "" if is_whole else "Two part-time posts first"

    @property
    def caption(self) -> str:
        """The week in words: `Four and a half days. Both in on Thursday.`"""
        return week_caption(self.coverage, self.min_overlap or 0) if self.coverage else ""


@lru_cache(maxsize=1024)
def week_caption(coverage: str, min_overlap: int) -> str:
    asked = Coverage.from_text(coverage)
    return f"{_amount(asked)} {_together(asked, min_overlap)}"


def _amount(asked: Coverage) -> str:
    shape, count = asked.shape, asked.needed.count
    if count == 10 * shape.weeks and shape.days == 5:
        return "The full week."
    if shape.weeks == 1:
        return f"{_days(count)}."
    return f"{_days(count)} over two weeks."


def _days(half_days: int) -> str:
    whole, half = divmod(half_days, 2)
    words = _DAYS[whole] if whole < len(_DAYS) else str(whole)
    if half:
        return f"{words} and a half days" if whole else "Half a day"
    return f"{words} day" if whole == 1 else f"{words} days"


def _together(asked: Coverage, min_overlap: int) -> str:
    if asked.both:
        return f"Both in on {asked.both.spans()}."
    if not min_overlap:
        return "Overlap is up to you."
    if min_overlap == 1:
        return "One half-day together, when it suits you both."
    return f"{_days(min_overlap)} together, when it suits you both."
