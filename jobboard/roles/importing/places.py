"""Where an advert says the work is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import isfinite

from jobboard.roles.importing.characters import clean_line, shorten
from jobboard.roles.importing.records import Place

MAX_PLACES = 20
MAX_LOCATION = 200

_POSTCODE = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(?:\s*(\d[A-Z]{2}))?")
# This source writes several places as one list with commas; for the others "Leeds, West Yorkshire"
# is one place. Sentences ("This position is based at ...") are one place too.
_LISTS_PLACES = ("davidread/jobadscrape",)
_NAME = re.compile(r"[^,():]{2,40}(?:\([^()]{1,30}\))?")


def read_places(data: Mapping[str, object], notes: list[str]) -> tuple[Place, ...]:
    """The places of a row, in its order. Coordinates and postcode only where there is one."""
    names = _names(data)
    postcode = _postcode(data, notes)
    lat, lon = _coordinates(data, notes)
    if len(names) > 1:
        return tuple(Place(name) for name in names[:MAX_PLACES])
    if not names and postcode is None and lat is None:
        return ()
    return (Place(names[0] if names else None, postcode, lat, lon),)


def _names(data: Mapping[str, object]) -> list[str]:
    text = data.get("location_text")
    line = clean_line(text) if isinstance(text, str) else ""
    if data.get("source") in _LISTS_PLACES and not data.get("postcode"):
        parts = [part.strip() for part in re.split(r",(?![^(]*\))", line)]
        if (
            len(parts) > 1
            and all(_NAME.fullmatch(part) for part in parts)
            and "based at" not in line
        ):
            return list(dict.fromkeys(parts))
    return [shorten(line, MAX_LOCATION)] if line else []


def _postcode(data: Mapping[str, object], notes: list[str]) -> str | None:
    """A British postcode as "SW1A 1AA" or its first half; elsewhere what is there, in capitals."""
    text = data.get("postcode")
    code = clean_line(text).upper() if isinstance(text, str) else ""
    if not code:
        return None
    if match := _POSTCODE.fullmatch(code):
        return " ".join(part for part in match.groups() if part)
    if data.get("country") not in (None, "GB") and len(code) <= 10:
        return code
    notes.append("postcode_not_readable")
    return None


def _coordinates(data: Mapping[str, object], notes: list[str]) -> tuple[int | None, int | None]:
    """Micro-degrees, or neither. Exactly 0, 0 is a missing value in disguise."""
    lat, lon = data.get("lat"), data.get("lon")
    if lat is None and lon is None:
        return None, None
    if _within(lat, 90) and _within(lon, 180) and (lat or lon):
        assert isinstance(lat, int | float)
        assert isinstance(lon, int | float)
        return round(lat * 1_000_000), round(lon * 1_000_000)
    notes.append("coordinates_not_usable")
    return None, None


def _within(value: object, limit: int) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and (isinstance(value, int) or isfinite(value))
        and abs(value) <= limit
    )
