"""The port of full-text search: what a feature may ask, and what every engine answers.

No engine's own query or result objects cross it, so PostgreSQL can take Whoosh's place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from jobboard.search.query import MAX_PAGE, ParsedQuery

MAX_PER_PAGE = 50
KIND = "kind"


class EngineUnavailableError(Exception):
    """Search cannot answer now. `message` is a sentence for people."""

    message = "Search is resting for a moment. Nothing is lost. Please try again in a few minutes."

    def __init__(self, detail: str) -> None:
        super().__init__(detail)


class IndexDamagedError(EngineUnavailableError):
    """The index is missing, damaged or of an older make: a rebuild cures it."""


class EngineBusyError(EngineUnavailableError):
    """Somebody else is writing to the index: try again later, do not rebuild."""


class UnsafeFolderError(EngineUnavailableError):
    """Others may write to the index folder. Whoosh unpickles its files, so we refuse to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One thing to be found. Ids are unique across kinds (we use UUIDs as text).

    Words in `title` weigh three times those in `body`, words in `names` (organisation, place,
    skills) twice. Plain text, not HTML. `keywords` serve filters and facets and may
    have several values each; `numbers` serve ranges and sorting: whole numbers only (pence,
    epoch seconds), absent where unknown.
    """

    id: str
    kind: str
    title: str = ""
    names: str = ""
    body: str = ""
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sort:
    """By a number of the documents; those without it come last; ties by id."""

    field: str
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """One question about documents of one kind.

    `filters`: within a field any of the values, between fields all; an empty tuple filters
    nothing. `ranges`: both ends included, None is open; a document without the number is outside.
    `sort` None means relevance, which without any words is the order of ids. `page` from 1;
    `facets` names the keyword fields to count.
    """

    kind: str
    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ranges: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    sort: Sort | None = None
    page: int = 1
    per_page: int = 20
    facets: tuple[str, ...] = ()
    exclude_ids: frozenset[str] = frozenset()

    def size(self) -> int:
        """Documents on a page, within 1 to 50."""
        return min(max(self.per_page, 1), MAX_PER_PAGE)

    def pages(self, total: int) -> int:
        """How many pages are shown for so many documents: at least 1, at most 50."""
        return min(max(-(-total // self.size()), 1), MAX_PAGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """One page of ids in order. `total` counts all matches, also those beyond the last page.

    `facets`: field to value to count, where the field's own filter is left out of account, so
    that a person can widen a choice; values with no match appear only where they are chosen.
    `generation` changes whenever the index does. `query` says how the text was understood.
    """

    ids: tuple[str, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]
    generation: str
    page: int
    pages: int
    query: ParsedQuery


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """`detail` is for operators: what is wrong, or how the index stands."""

    ok: bool
    documents: int
    generation: str
    detail: str


class Engine(Protocol):
    """Every verb but `health` may raise EngineUnavailableError."""

    def search(self, request: SearchRequest) -> SearchPage:
        """One page of matches with totals and facet counts; never raises on any text."""
        ...

    def apply(self, documents: Iterable[Document], deleted: Iterable[str]) -> None:
        """Put in or replace documents and take out ids, in one commit."""
        ...

    def upsert(self, documents: Iterable[Document]) -> None:
        """Put in or replace documents, in one commit; of two with one id the last wins."""
        ...

    def delete(self, ids: Iterable[str]) -> None:
        """Take out documents, in one commit; an unknown id is no error."""
        ...

    def rebuild(self, documents: Iterable[Document]) -> int:
        """Build anew beside the old index and swap once complete; returns how many went in."""
        ...

    def ids(self, kind: str) -> frozenset[str]:
        """Every id of that kind in the index."""
        ...

    def health(self) -> Health:
        """Never raises."""
        ...

    def generation(self) -> str:
        """A mark that changes whenever the index does."""
        ...
