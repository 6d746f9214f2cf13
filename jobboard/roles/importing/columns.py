"""An imported advert as the columns of a role (decisions.md 11). Pure.

What an advert does not state stays empty: level, week, FTE, duties, ways of sharing, work mode.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from jobboard.roles.domain import SalaryPeriod
from jobboard.roles.importing.characters import shorten
from jobboard.roles.importing.records import ImportedAdvert

ZONE = "Europe/London"
LAST_MINUTE = time(23, 59)
"""An advert that closes on a day takes applications until the end of it."""
_SECTORS = MappingProxyType(
    {
        "health": ("health", "hospital", "medical", "wellness", "pharma"),
        "central_government": ("central government", "civil service"),
        "local_government": ("local government",),
        "education": ("education", "e-learning", "higher ed", "school"),
        "charity": ("charity", "non-profit", "nonprofit", "philanthropy"),
        "finance": ("financial", "bank", "insurance", "investment", "venture", "accounting"),
        "professional": ("law ", "legal", "consulting", "human resources", "marketing", "staffing"),
        "technology": ("software", "internet", "information technology", "telecom", "computer"),
        "retail": ("retail", "consumer", "apparel", "food", "hospitality", "restaurants"),
        "energy": ("energy", "oil ", "utilities", "renewables"),
        "transport": ("transport", "logistics", "airlines", "automotive"),
        "housing": ("construction", "real estate", "facilities", "housing"),
        "culture": ("media", "sports", "leisure", "gambling", "entertainment", "publishing"),
        "science": ("research", "biotech", "science"),
        "manufacturing": ("engineering", "manufacturing", "chemicals", "machinery"),
    }
)
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the"}
    | {"to", "with"}
)
_KEPT = frozenset(["NHS", "CAMHS", "IAPT", "CRHT", "SALT", "BAME", "HMRC", "DWP", "PACE", "MSK"])
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LONG = 3
"""Longer words in capitals are words, shorter ones (HR, GP, ICU) are names of things."""


def columns(advert: ImportedAdvert, at: datetime, reopen: int | None) -> dict[str, Any]:
    """Every column the source decides; `reopen`: see `closing`."""
    salary, where = advert.salary, advert.places[0] if len(advert.places) == 1 else None
    return {
        "title": calm(advert.title),
        "sector": sector(advert.sector),
        "description": advert.description_md,
        "requirements": advert.requirements_md,
        "places": [calm(place.location_text) for place in advert.places if place.location_text],
        "postcode": ((where.postcode or "") if where else "")[:10],
        "latitude": where.lat_udeg if where else None,
        "longitude": where.lon_udeg if where else None,
        "salary_min": salary.low,
        "salary_max": salary.high,
        "salary_currency": salary.currency or "GBP",
        "salary_period": SalaryPeriod(salary.period) if salary.period else SalaryPeriod.YEAR,
        "salary_text": _said(salary.text),
        "contract": contract(advert),
        "source": shorten(advert.source, 80),
        "closes_at": closing(advert.closes_on, advert.source_id, at, reopen),
    }


def published(advert: ImportedAdvert, at: datetime) -> datetime:
    """The start of the day it was posted, or the instant of the import."""
    return _local(advert.posted_on, time()) if advert.posted_on else at


def closing(
    stated: date | None, source_id: str, at: datetime, reopen: int | None
) -> datetime | None:
    """The end of the stated day. With `reopen`, one of so many days after today, by the id."""
    if reopen is None:
        return _local(stated, LAST_MINUTE) if stated else None
    spread = int.from_bytes(hashlib.sha256(source_id.encode()).digest()[:4]) % reopen
    return _local(at.astimezone(ZoneInfo(ZONE)).date() + timedelta(days=1 + spread), LAST_MINUTE)


def sector(stated: str | None) -> str:
    """Ours for theirs; what is on no list is `other`."""
    words = f"{(stated or '').lower()} "
    for key, signs in _SECTORS.items():
        if any(sign in words for sign in signs):
            return key
    return "other"


def contract(advert: ImportedAdvert) -> str:
    """`Permanent, full time or part time`: the source's own words, none of ours."""
    kinds = (advert.contract_type or "", (advert.employment_type or "").replace("_", " "))
    words = ", ".join(kind.lower() for kind in kinds if kind)
    return shorten(words[:1].upper() + words[1:], 80)


def calm(line: str) -> str:
    """A line all in capitals as it would be written in a sentence; others stay as they are."""
    long = [word for word in _WORD.findall(line) if len(word) > _LONG and word.isalpha()]
    if not long or not line.isupper():
        return line
    return _WORD.sub(lambda found: _calm_word(found[0], is_first=found.start() == 0), line)


def _said(text: str | None) -> str:
    """One line of at most 200 characters; a mere dash says nothing."""
    line = " ".join((text or "").split())
    return shorten(line, 200) if any(char.isalnum() for char in line) else ""


def _calm_word(word: str, *, is_first: bool) -> str:
    if word.lower() in _SMALL:
        return word.capitalize() if is_first else word.lower()
    if len(word) <= _LONG or word in _KEPT or any(char.isdigit() for char in word):
        return word
    return word[0] + word[1:].lower()


def organisation_key(name: str) -> str:
    """One key for one employer, however it is capitalised; at most 200 characters."""
    key = name.casefold()
    return key if len(key) <= 200 else f"{key[:150]}-{_mark(key)}"


def slug(name: str, key: str) -> str:
    """A readable part and a mark of the key, so that no two organisations share one."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:90].strip("-")
    return f"{words or 'organisation'}-{_mark(key)}"


def has_changed(stored: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    return any(stored[name] != value for name, value in wanted.items())


def _mark(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:10]


def _local(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, ZoneInfo(ZONE)).astimezone(UTC)
