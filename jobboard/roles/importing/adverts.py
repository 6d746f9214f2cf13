"""One JSON object to one advert: what is needed, what is believed, what is left out.

Shape of the rows: the advert fields of the data set's README; unknown is null.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from math import isfinite

from jobboard.roles.importing import markdown, markup
from jobboard.roles.importing.characters import clean_line, is_storable, shorten
from jobboard.roles.importing.places import read_places
from jobboard.roles.importing.records import ImportedAdvert, Reject, Row
from jobboard.roles.importing.rows import excerpt, read_rows
from jobboard.roles.importing.salary import PLAUSIBLE, Salary, Stated, read_salary

MAX_ID = 100
MAX_TITLE = 200
MAX_ORGANISATION = 200
MAX_WORD = 100
# A browser's parser takes quadratic time over deep nesting; real adverts end at 20,000.
MAX_MARKUP = 100_000
YEARS = range(1990, 2101)

NO_ID = "The advert has no id that can be used."
NO_TITLE = "The advert has no title."
NO_ORGANISATION = "The advert names no organisation."
NO_DESCRIPTION = "The advert has no description."
NOT_TEXT = "The advert holds characters that cannot be stored as text (NUL or half a character)."

# The site this source was collected from says FULL_TIME unless somebody changes it.
_FULL_TIME_BY_DEFAULT = ("stochastictalk/nhs_jobs_data",)
_TEXT_FIELDS = (
    *("id", "title", "organisation", "source", "sector", "description", "requirements", "benefits"),
    *("location_text", "postcode", "country", "salary_text", "currency", "period"),
    *("contract_type", "employment_type", "description_format", "posted_on", "closes_on"),
)


def read_adverts(path: str) -> Iterator[ImportedAdvert | Reject]:
    """Every line of a JSONL file (plain or gzip, `-` for standard input) as advert or reject."""
    for row in read_rows(path):
        yield row if isinstance(row, Reject) else parse(row)


def parse(row: Row) -> ImportedAdvert | Reject:
    """The advert in a row, or a Reject with a fixed reason. Never raises for any JSON object."""
    data = row.data
    source_id = _source_id(data)
    reason = _reason_to_reject(data, source_id)
    if reason is not None or source_id is None:
        return Reject(row.line_no, source_id, reason or NO_ID, excerpt(row.raw))
    description = _description(data)
    if not description:
        return Reject(row.line_no, source_id, NO_DESCRIPTION, excerpt(row.raw))
    notes: list[str] = []
    return ImportedAdvert(
        source_id=source_id,
        source=_word(data, "source") or "unknown",
        title=shorten(clean_line(_text(data, "title")), MAX_TITLE),
        organisation=shorten(clean_line(_text(data, "organisation")), MAX_ORGANISATION),
        description_md=description,
        requirements_md=_as_markdown(data, "requirements"),
        places=read_places(data, notes),
        country=_country(data),
        sector=_word(data, "sector"),
        salary=_salary(data, notes),
        posted_on=_date(data, "posted_on", notes),
        closes_on=_date(data, "closes_on", notes),
        working_pattern=_words(data.get("working_pattern")),
        contract_type=_word(data, "contract_type"),
        employment_type=_employment_type(data),
        notes=tuple(notes),
    )


def _reason_to_reject(data: Mapping[str, object], source_id: str | None) -> str | None:
    if not all(is_storable(_text(data, name)) for name in _TEXT_FIELDS):
        return NOT_TEXT
    if source_id is None:
        return NO_ID
    if not clean_line(_text(data, "title")):
        return NO_TITLE
    if not clean_line(_text(data, "organisation")):
        return NO_ORGANISATION
    return None


def _source_id(data: Mapping[str, object]) -> str | None:
    """The id as printable text without spaces, at most 100 characters: it is the upsert key."""
    value = data.get("id")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        return str(value)
    if not isinstance(value, str) or not 0 < len(value) <= MAX_ID or not is_storable(value):
        return None
    return value if value == clean_line(value) and value.isprintable() else None


def _text(data: Mapping[str, object], name: str) -> str:
    value = data.get(name)
    return value if isinstance(value, str) else ""


def _word(data: Mapping[str, object], name: str) -> str | None:
    return shorten(clean_line(_text(data, name)), MAX_WORD) or None


def _words(value: object) -> tuple[str, ...]:
    """A list of words, or one text with commas, as the source has it; nothing is derived."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list):
        return ()
    texts = (part for part in parts[:20] if isinstance(part, str) and is_storable(part))
    words = (shorten(clean_line(part), MAX_WORD) for part in texts)
    return tuple(dict.fromkeys(word for word in words if word))


def _description(data: Mapping[str, object]) -> str:
    """The description, and what the employer offers under a heading of its own."""
    description, benefits = _as_markdown(data, "description"), _as_markdown(data, "benefits")
    if description and benefits:
        description = f"{description}\n\n### Benefits\n\n{benefits}"
    return markdown.limited(description)


def _as_markdown(data: Mapping[str, object], name: str) -> str:
    text, stated = _text(data, name), data.get("description_format")
    if not text or text.isspace():
        return ""
    if len(text) > MAX_MARKUP:
        return markdown.cut(_as_markdown({**data, name: text[:MAX_MARKUP]}, name))
    if stated == "html" or (stated != "text" and markup.looks_like_html(text)):
        return markup.from_html(text)
    return markdown.from_text(text)


def _country(data: Mapping[str, object]) -> str | None:
    """ISO 3166-1 alpha-2, or None."""
    code = _text(data, "country").strip().upper()
    return code if re.fullmatch("[A-Z]{2}", code) else None


def _salary(data: Mapping[str, object], notes: list[str]) -> Salary:
    period, currency = _text(data, "period"), _text(data, "currency").strip().upper()
    stated = Stated(
        low=_money(data, "salary_min", notes),
        high=_money(data, "salary_max", notes),
        currency=currency if re.fullmatch("[A-Z]{3}", currency) else None,
        period=period if period in PLAUSIBLE else None,
    )
    return read_salary(_text(data, "salary_text"), stated)


def _money(data: Mapping[str, object], name: str, notes: list[str]) -> Decimal | None:
    value = data.get(name)
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool) and _is_holdable(value):
        return Decimal(str(value)).quantize(Decimal("0.01"))
    notes.append(f"{name}_not_a_number")
    return None


def _is_holdable(value: int | float) -> bool:
    """Below a million million and not NaN (Python's JSON reader lets NaN and Infinity through)."""
    return (isinstance(value, int) or isfinite(value)) and 0 <= value < 10**12


def _date(data: Mapping[str, object], name: str, notes: list[str]) -> date | None:
    """A calendar date; of a date with a time only the date, since the zone is not known."""
    value = data.get(name)
    if value is None:
        return None
    try:
        day = date.fromisoformat(value.strip()[:10] if isinstance(value, str) else "")
    except ValueError:
        day = date.min
    if day.year in YEARS:
        return day
    notes.append(f"{name}_not_a_date")
    return None


def _employment_type(data: Mapping[str, object]) -> str | None:
    word = _word(data, "employment_type")
    is_default = word == "FULL_TIME" and data.get("source") in _FULL_TIME_BY_DEFAULT
    return None if is_default else word
