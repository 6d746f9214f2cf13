"""What reading an advert can end in: one of these records, never an exception."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from jobboard.roles.importing.salary import Salary


@dataclass(frozen=True, slots=True)
class Row:
    """One line that is a JSON object; `line_no` counts from 1."""

    line_no: int
    data: dict[str, object]
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Reject:
    """A line that is not imported. `reason` is a fixed sentence, so rejects can be counted by it;
    `excerpt` is the start of the raw line, at most 200 characters, safe to write as UTF-8."""

    line_no: int
    source_id: str | None
    reason: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the advert's own words. Latitude and longitude in micro-degrees (51.5 = 51500000),
    both or neither, and only where the advert names a single place."""

    location_text: str | None
    postcode: str | None = None
    lat_udeg: int | None = None
    lon_udeg: int | None = None


@dataclass(frozen=True, slots=True)
class ImportedAdvert:
    """An advert as its source states it; unknown is None or an empty tuple.

    There are deliberately no share types, level, coverage or FTE: an imported advert never states
    them (decisions 11), and a mention of job share is not an offer. `work_mode` is None for the
    same reason. `notes` are codes for what the advert said but we could not use.
    """

    source_id: str
    source: str
    title: str
    organisation: str
    description_md: str
    requirements_md: str
    places: tuple[Place, ...]
    country: str | None
    sector: str | None
    salary: Salary
    posted_on: date | None
    closes_on: date | None
    working_pattern: tuple[str, ...] = ()
    contract_type: str | None = None
    employment_type: str | None = None
    work_mode: None = None
    notes: tuple[str, ...] = field(default=())
