"""What the search page shows, worked out before the template starts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, lru_cache

from flask import current_app, url_for
from markupsafe import Markup

from jobboard.roles.finder import FACETS, Criteria, Facet
from jobboard.roles.finder.cards import Card
from jobboard.roles.finder.criteria import PER_PAGE
from jobboard.roles.finder.documents import plain
from jobboard.search import service as search_service
from jobboard.search.engine import SearchPage
from jobboard.search.query import ParsedQuery
from jobboard.search.snippets import snippet
from jobboard.web import filters
from jobboard.web.pagination import Page

SNIPPET_FROM = 8_000
"""Characters of a description that are looked through for the words."""

Parts = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    words: str
    count: int
    is_chosen: bool

    @property
    def tally(self) -> str:
        return f"{self.count:,}"


@dataclass(frozen=True, slots=True)
class Way:
    """One way out of an empty page: what to drop, where that leads, how many roles are there."""

    words: str
    href: str
    count: int


class Results:
    """One page of roles. `found` is None while search cannot answer."""

    def __init__(
        self, criteria: Criteria, found: SearchPage | None, cards: Sequence[Card], at: datetime
    ) -> None:
        self.criteria = replace(criteria, page=found.page) if found else criteria
        self.found = found
        self._cards = cards
        self._at = at

    @property
    def total(self) -> int:
        return self.found.total if self.found else len(self._cards)

    @cached_property
    def heading(self) -> str:
        """`14 roles for “director”`."""
        words = f" for “{self.criteria.words}”" if self.criteria.words else ""
        return filters.count(self.total, "role") + words

    @property
    def title(self) -> str:
        page = f", page {self.criteria.page}" if self.criteria.page > 1 else ""
        return self.heading + page

    @property
    def notes(self) -> tuple[str, ...]:
        """How the words were understood, where that is not plain."""
        return self.found.query.ignored if self.found else ()

    @cached_property
    def cards(self) -> list[Markup]:
        query = self.found.query if self.found and self.criteria.words else None
        draw = _draw if current_app.config["TEMPLATES_AUTO_RELOAD"] else _keep
        return [
            draw(
                card._replace(description="") if card.description else card,
                self._days_left(card),
                _excerpt(card, query),
            )
            for card in self._cards
        ]

    @property
    def shows_weeks(self) -> bool:
        return any(card.coverage for card in self._cards)

    def _days_left(self, card: Card) -> int | None:
        return filters.days_left(card.closes_at, card.closes_zone) if card.closes_at else None

    @cached_property
    def page(self) -> Page[Card]:
        return Page(self._cards, self.total, self.criteria.page, PER_PAGE, self.url_of_page)

    def url_of_page(self, number: int) -> str:
        return self.url(self.criteria.on_page(number))

    @cached_property
    def unseen(self) -> int:
        """Roles behind the last page that is shown."""
        page = self.page
        return self.total - page.pages * PER_PAGE if page.is_cut and page.page == page.pages else 0

    def url(self, criteria: Criteria) -> str:
        return self.here + criteria.query()

    @cached_property
    def here(self) -> str:
        return url_for("roles.search")

    @property
    def feed(self) -> str:
        """The same search for a feed reader."""
        return url_for("roles.feed") + self.criteria.as_usual().query()

    def options(self, facet: Facet) -> list[Option]:
        """Values that would find something, and those chosen, in the order of the facet."""
        counts = self.found.facets.get(facet.field, {}) if self.found else {}
        chosen = self.criteria.values(facet)
        return [
            Option(value, words, counts.get(value, 0), value in chosen)
            for value, words in facet.words.items()
            if value in counts or value in chosen
        ]

    @cached_property
    def groups(self) -> list[tuple[Facet, list[Option]]]:
        pairs = ((facet, self.options(facet)) for facet in FACETS)
        return [(facet, options) for facet, options in pairs if options]

    @cached_property
    def chips(self) -> list[tuple[str, str]]:
        """(words, URL without it) of everything that narrows the list."""
        found = [(f"“{self.criteria.words}”", self.criteria.without_words())]
        found = found if self.criteria.words else []
        for facet in FACETS:
            found += [
                (_chip(facet, value), self.criteria.without(facet, value))
                for value in self.criteria.values(facet)
            ]
        return [(words, self.url(without)) for words, without in found]

    def kept(self, *but: str) -> list[tuple[str, str]]:
        """The hidden fields of a form that asks anew for the parameters named."""
        pairs = self.criteria.on_page(1).pairs()
        return [(name, value) for name, value in pairs if name not in but]

    @property
    def ways_out(self) -> list[Way]:
        """For an empty page: drop one thing and so many roles are there, most first; then all."""
        ways = [
            Way(words, self.url(criteria), self._count(criteria))
            for words, criteria in self._relaxed()
        ]
        everything = Way("All roles", self.here, self._count(Criteria()))
        ways.sort(key=lambda way: -way.count)
        return [way for way in [*ways, everything] if way.count]

    def _relaxed(self) -> Iterator[tuple[str, Criteria]]:
        if self.criteria.words and self.criteria.is_filtered:
            yield f"Without “{self.criteria.words}”", self.criteria.without_words()
        for facet in FACETS:
            chosen = self.criteria.values(facet)
            if chosen and (self.criteria.words or self.criteria.filters > len(chosen)):
                named = " or ".join(facet.words[value] for value in chosen)
                yield f"Without “{named}”", self.criteria.without_any(facet)

    def _count(self, criteria: Criteria) -> int:
        request = replace(criteria.request(self._at), facets=(), per_page=1)
        return search_service.search(request).total


def _chip(facet: Facet, value: str) -> str:
    """`Not stated` alone would not say what."""
    words = facet.words[value]
    return f"{facet.legend}: {words.lower()}" if words == "Not stated" else words


def _excerpt(card: Card, query: ParsedQuery | None) -> Parts:
    """Where the words stand in the description, unless the title has them all."""
    if query is None or not card.description:
        return ()
    parts = snippet(plain(card.description[:SNIPPET_FROM]), query)
    if not any(is_hit for _, is_hit in parts):
        return ()
    in_title = sum(is_hit for _, is_hit in snippet(card.title, query))
    wanted = len(query.terms) + len(query.phrases) + len(query.prefixes)
    return () if in_title >= wanted else tuple(parts)


def _draw(card: Card, days_left: int | None, excerpt: Parts) -> Markup:
    template = current_app.jinja_env.get_template("roles/_card.html")
    return Markup(template.render(card=card, days_left=days_left, excerpt=excerpt))


_keep = lru_cache(maxsize=2048)(_draw)
"""A drawn card is kept as long as its facts are the same; it holds nothing personal."""
