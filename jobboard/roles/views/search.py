"""The public search page."""

from __future__ import annotations

from datetime import datetime

from flask import current_app, render_template, request
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.roles.finder import Criteria, queries
from jobboard.roles.finder.criteria import PER_PAGE
from jobboard.roles.views.results import Results
from jobboard.roles.views.room import blueprint
from jobboard.search import service as search_service
from jobboard.search.engine import EngineUnavailableError
from jobboard.web.freshness import anonymous_tag, is_known, not_modified
from jobboard.web.guards import public

QUARTER = 900
"""Seconds a page may be shown again unchanged: closing times stand on quarter hours."""


@blueprint.get("/roles")
@public
def search() -> ResponseReturnValue:
    """Words, filters, order and page stand in the URL; the same URL shows the same roles."""
    at, criteria = now(), Criteria.from_query(request.args.to_dict(flat=False))
    try:
        tag = _tag(criteria, at)
        if tag and is_known(tag):
            return not_modified(tag)
        found = search_service.search(criteria.request(at))
    except EngineUnavailableError as error:
        current_app.logger.warning("search: %s", error)
        return _without_search(criteria, error.message, at)
    cards = queries.cards(found.ids, at, with_text=bool(criteria.words))
    results = Results(criteria, found, cards, at)
    response = current_app.make_response(render_template("roles/search.html", results=results))
    if tag := _tag(criteria, at, found.generation):
        response.set_etag(tag)
    return response


def _tag(criteria: Criteria, at: datetime, generation: str | None = None) -> str | None:
    generation = generation or search_service.engine().generation()
    return anonymous_tag(generation, int(at.timestamp()) // QUARTER, criteria)


def _without_search(criteria: Criteria, message: str, at: datetime) -> ResponseReturnValue:
    """The list still stands while the index does not."""
    results = Results(criteria, None, queries.newest(at, PER_PAGE), at)
    return render_template("roles/search.html", results=results, trouble=message)
