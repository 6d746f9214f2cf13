"""Whether a JSON-LD document keeps the definitions of schema.org, read as a graph by rdflib."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from rdflib import RDF, RDFS, Graph, Literal, Namespace
from rdflib.term import Node

SDO = Namespace("https://schema.org/")
CONTEXT = "https://schema.org"
EXCERPT = Path(__file__).parent / "data" / "schema_org_job_posting.ttl"


@cache
def vocabulary() -> Graph:
    return Graph().parse(EXCERPT, format="turtle")


def graph_of(document: dict[str, Any]) -> Graph:
    """The document without a fetch of the context that it names: terms are schema.org's own."""
    assert document["@context"] == CONTEXT
    known = document | {"@context": {"@vocab": str(SDO)}}
    with warnings.catch_warnings():  # rdflib 7.6 warns of a class that its own reader uses
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)
        return Graph().parse(data=json.dumps(known), format="json-ld")


def violations(document: dict[str, Any]) -> list[str]:
    """What the definitions do not allow: unknown terms, wrong places, wrong kinds of value."""
    graph = graph_of(document)
    return sorted(
        found
        for subject, term, value in graph
        for found in (_class(value) if term == RDF.type else _property(graph, subject, term, value))
    )


def _class(kind: Node) -> Iterator[str]:
    if (kind, RDFS.subClassOf, None) not in vocabulary():
        yield f"{kind}: no such type"


def _property(graph: Graph, subject: Node, term: Node, value: Node) -> Iterator[str]:
    name = str(term).removeprefix(str(SDO))
    ranges = set(vocabulary().objects(term, SDO.rangeIncludes))
    if not ranges:
        yield f"{name}: no such property"
        return
    own = _kinds(graph, subject)
    if not own & set(vocabulary().objects(term, SDO.domainIncludes)):
        yield f"{name}: not a property of {sorted(own)}"
    fits = (
        _words_fit(value, ranges) if isinstance(value, Literal) else _kinds(graph, value) & ranges
    )
    if not fits:
        yield f"{name}: {value!r} is none of {sorted(ranges)}"


def _kinds(graph: Graph, node: Node) -> set[Node]:
    """The types of a node and what they are kinds of."""
    found = set(graph.objects(node, RDF.type))
    for kind in list(found):
        found |= set(vocabulary().transitive_objects(kind, RDFS.subClassOf))
    return found


def _words_fit(value: Literal, ranges: set[Node]) -> bool:
    return any(_is(value, str(kind).removeprefix(str(SDO))) for kind in ranges)


def _is(value: Literal, kind: str) -> bool:
    plain = value.toPython()
    if kind in {"Number", "Integer"}:
        return isinstance(plain, int if kind == "Integer" else (int, float)) and plain is not True
    if kind == "Boolean":
        return isinstance(plain, bool)
    if not isinstance(plain, str):
        return False
    checks = {"Text": bool, "URL": _is_url, "Date": _is_date, "DateTime": _is_instant}
    return kind in checks and bool(checks[kind](plain))


def _is_url(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and " " not in text


def _is_date(text: str) -> bool:
    return _parses(date.fromisoformat, text)


def _is_instant(text: str) -> bool:
    return _parses(datetime.fromisoformat, text) and datetime.fromisoformat(text).tzinfo is not None


def _parses(read: Any, text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_data = tag == "script" and ("type", "application/ld+json") in attrs

    def handle_data(self, data: str) -> None:
        if self._is_data:
            self.found.append(data)
        self._is_data = False


def documents_in(page: str) -> list[dict[str, Any]]:
    """The JSON-LD documents of a page of HTML."""
    reader = _Blocks()
    reader.feed(page)
    return [json.loads(text) for text in reader.found]
