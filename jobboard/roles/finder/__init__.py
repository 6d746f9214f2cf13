"""What roles put into full-text search, and how their search page asks it.

Imported at start: it tells the indexer how roles are read.
"""

from __future__ import annotations

from jobboard.roles.finder import queries
from jobboard.roles.finder.criteria import FACETS, KIND, Criteria, Facet, SortBy
from jobboard.roles.finder.documents import document
from jobboard.search import indexer

__all__ = ["FACETS", "KIND", "Criteria", "Facet", "SortBy"]

indexer.register(
    KIND, lambda ids: map(document, queries.searchable(ids)), lambda: queries.published_ids()
)
