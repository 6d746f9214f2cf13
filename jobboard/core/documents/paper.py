"""A document for paper: a head, sections of blocks, who signed it, what stands at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from jobboard.core.documents.blocks import Section


@dataclass(frozen=True, slots=True)
class Person:
    """One of the two in the head; `side` is a or b, `line` says when they are in."""

    side: str
    name: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class Seal:
    """What lets a reader check the paper against the site. `lines` are sentences."""

    title: str
    lines: Sequence[str] = ()
    code: str = ""
    """The hash in groups of four."""


@dataclass(frozen=True, slots=True)
class Paper:
    """`at` is the instant the text is from: it makes the file, so two of the same text are equal.

    `state` stands in a strip below the head, `watermark` behind every page, `foot` at its end.
    """

    title: str
    kind: str
    heading: str
    subheading: str
    people: Sequence[Person]
    sections: Sequence[Section]
    at: datetime
    state: str = ""
    is_final: bool = False
    watermark: str = ""
    foot: str = ""
    seal: Seal | None = None
    lead: Sequence[str] = field(default=())

    def plain(self) -> dict[str, Any]:
        """JSON-able, without the instant."""
        found = asdict(self)
        del found["at"]
        return found
