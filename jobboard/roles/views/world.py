"""What machines and other sites fetch: sitemaps, feeds, an employer's list to embed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from flask import Response, abort, current_app, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.roles.finder import Criteria, SortBy
from jobboard.roles.views.room import blueprint
from jobboard.roles.world import queries, xml
from jobboard.roles.world.queries import MOST, Listed
from jobboard.roles.world.sentences import closing, pay
from jobboard.search import service as search_service
from jobboard.search.engine import EngineUnavailableError
from jobboard.web.addresses import absolute, absolute_url
from jobboard.web.guards import public
from jobboard.web.headers import framed_by_any_site

IN_ONE_SITEMAP = 5_000
PRODUCT_PAGES = ("for_pairs", "for_employers", "guides", "accessibility", "privacy")
SITEMAP_TYPE, FEED_TYPE = "application/xml", "application/atom+xml"
LATER = {"Content-Type": "text/plain; charset=utf-8", "Retry-After": "300"}


@blueprint.get("/sitemap.xml")
@public
def sitemap() -> ResponseReturnValue:
    """One sitemap of the pages of the site, then as many of open roles as it takes."""
    numbers = range(-(-queries.open_count(now()) // IN_ONE_SITEMAP) + 1)
    addresses = [absolute_url("roles.sitemap_part", number=number) for number in numbers]
    return _document(xml.sitemap_index(addresses), SITEMAP_TYPE)


@blueprint.get("/sitemaps/<int:number>.xml")
@public
def sitemap_part(number: int) -> ResponseReturnValue:
    """Number 0 holds the pages of the site; the others open roles with their last change."""
    if number == 0:
        fixed = ["roles.search", *(f"pages.{name}" for name in PRODUCT_PAGES)]
        return _document(xml.sitemap([(absolute_url(each), None) for each in fixed]), SITEMAP_TYPE)
    if number > 10_000:
        abort(404)
    offset = (number - 1) * IN_ONE_SITEMAP
    rows = queries.addresses(now(), offset=offset, limit=IN_ONE_SITEMAP)
    if not rows:
        abort(404)
    pages = [(_role_address(role_id), changed) for role_id, changed in rows]
    return _document(xml.sitemap(pages), SITEMAP_TYPE)


@blueprint.get("/roles.atom")
@public
def feed() -> ResponseReturnValue:
    """The newest roles of a search, with the search page's own parameters."""
    at, asked = now(), Criteria.from_query(request.args.to_dict(flat=False)).as_usual()
    try:
        entries = _found(asked, at)
    except EngineUnavailableError as error:
        current_app.logger.warning("feed: %s", error)
        return "The search is being put in order. Ask again in five minutes.\n", 503, LATER
    title = f"Roles for “{asked.words}” on Twofold" if asked.words else "Roles on Twofold"
    here, page = (absolute(url_for(f"roles.{each}") + asked.query()) for each in ("feed", "search"))
    return _feed(title, here, page, entries, at)


def _found(asked: Criteria, at: datetime) -> list[Listed]:
    """All roles need no search, so that their feed stands while the index does not."""
    if not asked.words and not asked.is_filtered:
        return queries.newest(at)
    newest = replace(asked, sort=SortBy.NEWEST)
    wanted = replace(newest.request(at), facets=(), per_page=MOST)
    return queries.listed(search_service.search(wanted).ids, at)


@blueprint.get("/organisations/<uuid:organisation_id>/roles.atom")
@public
def employer_feed(organisation_id: UUID) -> ResponseReturnValue:
    """The open roles of one employer, for the software of its own site."""
    at, organisation = now(), queries.organisation(organisation_id)
    here = absolute_url("roles.employer_feed", organisation_id=organisation.id)
    page = absolute_url("roles.embedded", organisation_id=organisation.id)
    entries = queries.of_organisations([organisation.id], at)
    return _feed(f"Roles at {organisation.name} on Twofold", here, page, entries, at)


@blueprint.get("/organisations/<uuid:organisation_id>/roles")
@public
@framed_by_any_site
def embedded(organisation_id: UUID) -> ResponseReturnValue:
    """An employer's open roles as a page that its own site may frame (decisions.md 30). Nothing
    on it can be pressed but links, and it needs no cookie."""
    organisation = queries.organisation(organisation_id)
    entries = queries.of_organisations([organisation.id], now())
    return render_template(
        "roles/embedded.html", organisation=organisation, entries=entries, pay=pay, closing=closing
    )


def _feed(
    title: str, here: str, page: str, entries: Sequence[Listed], at: datetime
) -> ResponseReturnValue:
    addressed = [(listed, _role_address(listed.card.id)) for listed in entries]
    return _document(xml.feed(title, here, page, addressed, at), FEED_TYPE)


def _role_address(role_id: UUID) -> str:
    return absolute_url("roles.show", role_id=role_id)


def _document(body: bytes, kind: str) -> Response:
    """Whoever asks again with the tag of the last answer is told when nothing has changed."""
    answer = Response(body, content_type=f"{kind}; charset=utf-8")
    answer.add_etag()
    answer.make_conditional(request)
    return answer
