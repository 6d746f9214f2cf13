"""A role's row as a document of the index. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

from jobboard.planning import levels
from jobboard.planning.sectors import SECTORS
from jobboard.roles.domain import Origin, SalaryPeriod, WorkMode
from jobboard.roles.finder.criteria import KIND, NOT_STATED
from jobboard.roles.vacancy import VacancyKind, transition_sentence
from jobboard.search.engine import Document

FAR_FUTURE = 253_402_300_799
"""31 December 9999: a role without a closing date never closes by the clock."""
COMPARABLE = "GBP"
"""Salaries in other currencies are shown, but not sorted among pounds."""

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_LINE_START = re.compile(r"^[ \t]*(?:#{1,6}|>|[-+*]|\d{1,9}[.)])[ \t]+", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<!\\)(?:\*{1,3}|`+|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w))")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~]|$)", re.MULTILINE)


class Searchable(NamedTuple):
    """The columns of a published role that search needs."""

    id: UUID
    title: str
    organisation: str
    description: str
    requirements: str
    places: list[str]
    sector: str
    level: int | None
    share_types: list[str]
    work_mode: WorkMode | None
    origin: Origin
    published_at: datetime | None
    closes_at: datetime | None
    salary_min: Decimal | None
    salary_max: Decimal | None
    salary_currency: str
    salary_period: SalaryPeriod
    latitude: int | None
    longitude: int | None
    vacancy_kind: VacancyKind = VacancyKind.WHOLE


def document(row: Searchable) -> Document:
    return Document(
        id=str(row.id),
        kind=KIND,
        title=row.title,
        names="\n".join([row.organisation, *row.places]),
        body="\n".join(filter(None, _texts(row))),
        keywords={
            "sector": (row.sector if row.sector in SECTORS else "other",),
            "level": (levels.level(row.level).key if row.level else NOT_STATED,),
            "share_type": tuple(row.share_types) or (NOT_STATED,),
            "work_mode": (row.work_mode.value if row.work_mode else NOT_STATED,),
            "origin": (row.origin.value,),
        },
        numbers=dict(_numbers(row)),
    )


def _texts(row: Searchable) -> Iterator[str]:
    yield plain(row.description)
    yield plain(row.requirements)
    if row.vacancy_kind is VacancyKind.TRANSITIONAL:
        yield f"Transitional role. {transition_sentence(row.vacancy_kind, None)}"


def plain(markdown: str) -> str:
    """The words of a Markdown text as they are read, without its signs; line ends stay."""
    text = _LINK.sub(r"\1", markdown)
    text = _LINE_START.sub("", text)
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub("", text))


def _numbers(row: Searchable) -> Iterator[tuple[str, int]]:
    if row.published_at:
        yield "published_at", int(row.published_at.timestamp())
    yield "closes_at", int(row.closes_at.timestamp()) if row.closes_at else FAR_FUTURE
    if row.salary_period is SalaryPeriod.YEAR and row.salary_currency == COMPARABLE:
        low, high = row.salary_min, row.salary_max
        yield from (
            (name, int(amount))
            for name, amount in (("salary_min", low), ("salary_max", high or low))
            if amount is not None
        )
    if row.latitude is not None and row.longitude is not None:
        yield "latitude", row.latitude
        yield "longitude", row.longitude
