"""XML that is always well formed, whatever people typed: the Atom feed and the sitemaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from jobboard.planning.sectors import SECTORS
from jobboard.roles.world.queries import Listed
from jobboard.roles.world.sentences import summary

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped (production 2, Char)."""


def feed(
    title: str, here: str, page: str, entries: Sequence[tuple[Listed, str]], at: datetime
) -> bytes:
    """An Atom feed (RFC 4287). `here` is its own address and its id, `page` the list it follows;
    each entry comes with the address of its role. A role keeps its id for ever."""
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en-GB"})
    _add(root, "id", here)
    _add(root, "title", title)
    empty = at.replace(hour=0, minute=0, second=0, microsecond=0)
    changes = [listed.updated_at for listed, _ in entries]
    _add(root, "updated", _instant(max(changes, default=empty)))
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=here)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=page)
    for listed, address in entries:
        _entry(root, listed, address)
    return _bytes(root)


def _entry(root: ET.Element, listed: Listed, address: str) -> None:
    entry, card = ET.SubElement(root, "entry"), listed.card
    _add(entry, "id", f"urn:uuid:{card.id}")
    _add(entry, "title", card.title)
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    if listed.published_at:
        _add(entry, "published", _instant(listed.published_at))
    _add(entry, "updated", _instant(listed.updated_at))
    _add(ET.SubElement(entry, "author"), "name", card.organisation)
    if listed.sector in SECTORS:
        ET.SubElement(entry, "category", term=listed.sector, label=SECTORS[listed.sector])
    _add(entry, "summary", summary(card) or "Read the advert.")


def sitemap(pages: Iterable[tuple[str, datetime | None]]) -> bytes:
    """(address, last change) of pages, as sitemaps.org defines it: 50,000 at most."""
    return _bytes(_locations("urlset", "url", pages))


def sitemap_index(sitemaps: Iterable[str]) -> bytes:
    """Addresses of sitemaps."""
    return _bytes(_locations("sitemapindex", "sitemap", [(each, None) for each in sitemaps]))


def _locations(
    root_name: str, each_name: str, pages: Iterable[tuple[str, datetime | None]]
) -> ET.Element:
    root = ET.Element(root_name, xmlns=SITEMAP)
    for address, changed in pages:
        each = ET.SubElement(root, each_name)
        _add(each, "loc", address)
        if changed:
            _add(each, "lastmod", _instant(changed))
    return root


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _FORBIDDEN.sub("", text)


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _bytes(root: ET.Element) -> bytes:
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body
