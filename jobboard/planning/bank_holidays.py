"""The bank holidays of the four nations, by year; honest about years not announced yet.

From the library `holidays`, always with a subdivision: without one it gives only those that all
four share. A holiday on a weekend is left out, for its substitute day is in the list as well.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import lru_cache

FIRST_YEAR = 2015
LAST_YEAR = 2027
"""The last year we know to be announced (GOV.UK, two years ahead). The library works out later
ones by rule, and a jubilee or a coronation is no rule: move this on when a year is announced."""


class Nation(StrEnum):
    """By the code of the library and of ISO 3166-2:GB."""

    ENGLAND = "ENG"
    WALES = "WLS"
    SCOTLAND = "SCT"
    NORTHERN_IRELAND = "NIR"


NATION_WORDS = {
    Nation.ENGLAND: "England",
    Nation.WALES: "Wales",
    Nation.SCOTLAND: "Scotland",
    Nation.NORTHERN_IRELAND: "Northern Ireland",
}


def is_known(year: int) -> bool:
    """Whether the bank holidays of this year are announced, as far as we know."""
    return FIRST_YEAR <= year <= LAST_YEAR


@lru_cache(maxsize=64)
def bank_holidays(nation: Nation, year: int) -> tuple[date, ...]:
    """The days off, in order, Monday to Friday all of them; none for a year that is not known."""
    if not is_known(year):
        return ()
    # Half a second to import: only pages that show leave pay for it, once in a process.
    import holidays

    found = holidays.country_holidays("GB", subdiv=nation.value, years=year)
    return tuple(sorted(day for day in found if day.weekday() < 5))
