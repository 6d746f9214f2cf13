"""What a reader asks of the search page: one value, to and from the URL and the engine. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from jobboard.core.text import one_line
from jobboard.planning.levels import LEVELS
from jobboard.planning.sectors import SECTORS
from jobboard.planning.share_types import SHARE_TYPE_WORDS
from jobboard.roles.domain import WORK_MODE_WORDS
from jobboard.search.engine import SearchRequest, Sort
from jobboard.search.query import page_number

KIND = "role"
NOT_STATED = "not_stated"
PER_PAGE = 20
MAX_WORDS = 200
"""Characters kept of what was typed; the engine uses the first hundred and says so."""


class SortBy(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    CLOSING = "closing"
    SALARY = "salary"


SORT_WORDS = {
    SortBy.RELEVANCE: "Best match",
    SortBy.NEWEST: "Newest",
    SortBy.CLOSING: "Closing soonest",
    SortBy.SALARY: "Salary, highest first",
}
_ORDERS = {
    SortBy.RELEVANCE: None,
    SortBy.NEWEST: Sort("published_at", descending=True),
    SortBy.CLOSING: Sort("closes_at"),
    SortBy.SALARY: Sort("salary_max", descending=True),
}


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of filters: `name` stands in URLs, `field` in the index, `words` in page order."""

    name: str
    field: str
    legend: str
    words: Mapping[str, str]


_UNSAID = {NOT_STATED: "Not stated"}
FACETS = (
    Facet("sector", "sector", "Sector", SECTORS),
    Facet("level", "level", "Level", {each.key: each.label for each in reversed(LEVELS)} | _UNSAID),
    Facet(
        "share",
        "share_type",
        "How you would split it",
        {kind.value: words for kind, words in SHARE_TYPE_WORDS.items()} | _UNSAID,
    ),
    Facet(
        "mode",
        "work_mode",
        "Work mode",
        {mode.value: words for mode, words in WORK_MODE_WORDS.items()} | _UNSAID,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteria:
    """Always valid and in one spelling: two that mean the same are equal and share a URL.

    Each facet holds values of its `words`, in their order, none twice. `sort` is never relevance
    without words.
    """

    words: str = ""
    sector: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    share: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    sort: SortBy = SortBy.NEWEST
    page: int = 1

    @classmethod
    def from_query(cls, query: Mapping[str, Sequence[str]]) -> Criteria:
        """Read a URL's query; what is unknown in it is dropped quietly. Never raises."""
        words = _clean(_last(query, "q"))
        wanted = _last(query, "sort")
        sort = SortBy(wanted) if wanted in set(SortBy) else _default(words)
        if sort is SortBy.RELEVANCE and not words:
            sort = SortBy.NEWEST
        chosen = {facet.name: _known(facet, query.get(facet.name, ())) for facet in FACETS}
        return cls(words=words, sort=sort, page=page_number(_last(query, "page")), **chosen)

    def pairs(self) -> list[tuple[str, str]]:
        """The canonical query: what is as usual is left out."""
        found = [("q", self.words)] if self.words else []
        found += [(facet.name, value) for facet in FACETS for value in self.values(facet)]
        if self.sort is not _default(self.words):
            found.append(("sort", self.sort.value))
        return found + ([("page", str(self.page))] if self.page > 1 else [])

    def query(self) -> str:
        """The canonical query with its question mark, or nothing."""
        pairs = self.pairs()
        return f"?{urlencode(pairs)}" if pairs else ""

    def request(self, at: datetime) -> SearchRequest:
        """The question to the engine: roles that have not closed at this instant."""
        return SearchRequest(
            kind=KIND,
            text=self.words,
            filters={facet.field: self.values(facet) for facet in FACETS},
            ranges={"closes_at": (int(at.timestamp()) + 1, None)},
            sort=_ORDERS[self.sort],
            page=self.page,
            per_page=PER_PAGE,
            facets=tuple(facet.field for facet in FACETS),
        )

    def values(self, facet: Facet) -> tuple[str, ...]:
        chosen: tuple[str, ...] = getattr(self, facet.name)
        return chosen

    @property
    def is_filtered(self) -> bool:
        return any(self.values(facet) for facet in FACETS)

    @property
    def filters(self) -> int:
        """How many filters are in use."""
        return sum(len(self.values(facet)) for facet in FACETS)

    def on_page(self, number: int) -> Criteria:
        return replace(self, page=number)

    def as_usual(self) -> Criteria:
        """The same from page 1, in the usual order."""
        return replace(self, page=1, sort=_default(self.words))

    def without(self, facet: Facet, value: str) -> Criteria:
        """The same from page 1, with one filter dropped."""
        return self._with(facet, tuple(each for each in self.values(facet) if each != value))

    def without_any(self, facet: Facet) -> Criteria:
        return self._with(facet, ())

    def _with(self, facet: Facet, values: tuple[str, ...]) -> Criteria:
        changed: dict[str, Any] = {facet.name: values}
        return replace(self, page=1, **changed)

    def without_words(self) -> Criteria:
        sort = SortBy.NEWEST if self.sort is SortBy.RELEVANCE else self.sort
        return replace(self, page=1, words="", sort=sort)

    def sorts(self) -> list[tuple[str, str]]:
        """(value, words) of every order on offer."""
        return [(by, SORT_WORDS[by]) for by in SortBy if self.words or by is not SortBy.RELEVANCE]


def _default(words: str) -> SortBy:
    return SortBy.RELEVANCE if words else SortBy.NEWEST


def _last(query: Mapping[str, Sequence[str]], name: str) -> str:
    values = query.get(name, ())
    return values[-1] if values else ""


def _clean(text: str) -> str:
    text = text.replace("\x00", " ").encode("utf-8", "ignore").decode()
    return one_line(text)[:MAX_WORDS].strip()


def _known(facet: Facet, values: Sequence[str]) -> tuple[str, ...]:
    return tuple(value for value in facet.words if value in values)
