"""The bank holidays of the four nations, by year; honest about years it does not know.

From the library `holidays`, always with a subdivision: without one it gives only those that all
four share. A holiday on a weekend is left out, for its substitute day is in the list as well.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

ANNOUNCED_AHEAD = 1
"""Years after this one that are announced for certain (GOV.UK gives one to two). The library works
out later ones by rule, and a jubilee or a coronation is no rule: say so where one is shown."""


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


@lru_cache(maxsize=1)
def known_years() -> range:
    """The years the library has rules for."""
    uk = _library().UnitedKingdom
    return range(uk.start_year, uk.end_year + 1)


@lru_cache(maxsize=64)
def bank_holidays(nation: Nation, year: int) -> tuple[date, ...]:
    """The days off, in order, Monday to Friday all of them; none for a year that is not known."""
    if year not in known_years():
        return ()
    found = _library().country_holidays("GB", subdiv=nation.value, years=year)
    return tuple(sorted(day for day in found if day.weekday() < 5))


def _library() -> Any:
    """Half a second to import: only pages that show leave pay for it, once in a process."""
    import holidays

    return holidays
