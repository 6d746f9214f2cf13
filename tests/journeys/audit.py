"""One page looked at by axe at two widths, light and dark; and every page one person can reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from werkzeug.routing import MapAdapter

from tests.journeys.people import Person

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")
RUN = """async (tags) => {
  const found = await axe.run(document, {runOnly: tags, resultTypes: ["violations"]});
  return found.violations.map((v) => `${v.id}: ${v.nodes[0].target} ${v.nodes[0].failureSummary}`);
}"""
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
PAPERS = {
    "applications.panel_view_pdf",
    "cards.read_pdf",
    "cards.show_pdf",
    "hiring.candidacy_pdf",
    "roles.selection_pdf",
    "roles.selection_read_pdf",
    "tenures.pdf",
}
CALENDARS = {"diary.download", "diary.feed", "tenures.feed"}
TABLES = {"hiring.figures_csv", "hiring.organisation_figures_csv"}
FOR_MACHINES = {"roles.feed", "roles.employer_feed", "roles.sitemap", "roles.sitemap_part"}
NO_PAGES = {"static", "assets.serve", "applications.submission_bytes", "pages.healthz",
            "pages.robots", "dev.one_mail", "organisations.logo", *PAPERS, *CALENDARS, *TABLES,
            *FOR_MACHINES}  # fmt: skip
"""GET routes that answer with no page of ours."""


def audit(page: Page, name: str) -> list[str]:
    """What is wrong with the page that is open now, one line each."""
    found = []
    page.evaluate(AXE_SCRIPT)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if (over := page.evaluate(TOO_WIDE)) > 0:
            found.append(f"{name} at {width}: scrolls sideways by {over} px")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += [f"{name} at {width}, {scheme}: {line}" for line in page.evaluate(RUN, TAGS)]
    return found


def kind_of(adapter: MapAdapter, path: str) -> tuple[str, ...] | None:
    """Pages of one kind look alike: the endpoint and what the query asks for. None: no page."""
    parts = urlsplit(path)
    try:
        endpoint, _ = adapter.match(parts.path, method="GET")
    except Exception:
        return None
    query = parse_qs(parts.query)
    return (str(endpoint), *sorted(query), *query.get("move", []), *query.get("stage", []))


def walk(person: Person, start: list[str], adapter: MapAdapter) -> Iterator[tuple[str, str]]:
    """Every kind of page that links lead to: opens it, gives (endpoint, path), goes on.

    `start` is visited in full, whatever the kind.
    """
    seen: set[tuple[str, ...]] = set()
    waiting, done = list(start), set()
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(adapter, path)
        is_new = kind is not None and kind not in seen and kind[0] not in NO_PAGES
        if path in done or not (is_new or path in start):
            continue
        done.add(path)
        seen |= {kind} if kind else set()
        person.open(path)
        yield (kind[0] if kind else "nothing"), path
        hrefs = re.findall(r'href="(/[^"#]*)', person.page.content())
        waiting += [href.replace("&amp;", "&") for href in hrefs]
