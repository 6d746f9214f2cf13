"""What a reader sees of a joint application, built from the signed document and nothing else.

Pure. The pair reads a draft through it, the panel reads the frozen bytes: the same part of a page
(`templates/applications/_reading.html`) shows both, so what was previewed is what arrives.

Whoever shows a whole application on other paper takes the properties for the week, the leads, the
proposition, the handover and the track record, and then `blocks`: the rest in order, each with
headings and texts and nothing to know about its kind. A document of format 1 has no blocks.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any, Protocol
from uuid import UUID

from jobboard.applications import signing
from jobboard.applications.reading.blocks import Block, blocks_of
from jobboard.applications.reading.lines import (
    HandoverLine,
    RecordLine,
    by_lead,
    carried,
    halves,
    handover_line,
    record_line,
    weighed_words,
)
from jobboard.applications.reading.week import WeekReading
from jobboard.applications.sections.handover import review_words
from jobboard.core.text import count_words
from jobboard.partnerships.domain import ACCEPTANCE_WORDS, Acceptance
from jobboard.planning.share_types import SHARE_TYPE_HINTS, SHARE_TYPE_WORDS, ShareType

_FIRST = (
    ("#glance", "At a glance"),
    ("#cover", "Who is in, when"),
    ("#first", "Whose phone rings"),
    ("#proposition", "Proposition"),
    ("#handover", "Handover"),
)
_LAST = (("#track-record", "Track record"), ("#together", "Together or either"))


class Sent(Protocol):
    """What a submission keeps."""

    payload: Any
    submitted_at: Any
    confirmed: Any


class Reading(WeekReading):
    """A view of one document, of whatever format it was signed in."""

    @classmethod
    def of_bytes(cls, payload: bytes, until: date, viewer_id: UUID | None = None) -> Reading:
        """From the frozen bytes of a submission."""
        return cls(signing.read(payload), until, viewer_id)

    @classmethod
    def of_sent(cls, sent: Sent, viewer_id: UUID | None = None) -> Reading:
        """From what was frozen, never from live tables; time together counts to the signature."""
        on = sent.submitted_at.date()
        return cls(signing.read(sent.payload), on, viewer_id, sent.confirmed)

    # Words

    @property
    def proposition(self) -> str:
        return str(self.sections["proposition"]["text"])

    @property
    def proposition_words(self) -> int:
        return count_words(self.proposition)

    @property
    def share_type(self) -> str:
        return SHARE_TYPE_WORDS[ShareType(self.document["share_type"])]

    @property
    def share_type_hint(self) -> str:
        """What that means, without its name once more."""
        meaning = SHARE_TYPE_HINTS[ShareType(self.document["share_type"])].partition(": ")[2]
        return meaning[:1].upper() + meaning[1:]

    @property
    def acceptance(self) -> str:
        if not self.is_acceptance_settled:
            return "Not agreed yet"
        return ACCEPTANCE_WORDS[Acceptance(self.document["acceptance"])]

    @property
    def is_acceptance_settled(self) -> bool:
        """True for everything that was signed; a draft may still be silent."""
        return bool(self.document["acceptance"])

    @property
    def is_together_only(self) -> bool:
        return bool(self.document["acceptance"] == Acceptance.TOGETHER_ONLY)

    # Whose phone rings

    @cached_property
    def leads(self) -> dict[str, list[tuple[str, str]]]:
        """Duties by who leads: a, b, shared, undecided; each (duty, remark)."""
        section = self.sections["responsibilities"]
        return by_lead(self._role["duties"], section["leads"], section.get("rules", {}))

    @cached_property
    def load(self) -> tuple[int, int]:
        """Duties each carries, in halves: joint and either count half to each (decisions.md 13)."""
        shared = len(self.leads["shared"])
        return (2 * len(self.leads["a"]) + shared, 2 * len(self.leads["b"]) + shared)

    @property
    def load_words(self) -> str:
        """`Nadia carries 3.5 of 6 duties, Helen 2.5; …`."""
        first, second = (halves(number) for number in self.load)
        count = len(self._role["duties"])
        return (
            f"Of {count} {'duty' if count == 1 else 'duties'} {self.names[0]} carries {first} and"
            f" {self.names[1]} {second}; a shared one counts half to each."
            f"{self._weight_words}"
        )

    @property
    def _weight_words(self) -> str:
        """` By weight Nadia carries 55%, Helen 45%.`, where the employer has weighed the duties."""
        leads = self.sections["responsibilities"]["leads"]
        return weighed_words(self._role["duties"], leads, self.names)

    @property
    def duty_names(self) -> list[tuple[str, str]]:
        """(id, name) of each duty, as the role stood when this was signed."""
        return [(duty["id"], duty["name"]) for duty in self._role["duties"]]

    @property
    def carried(self) -> tuple[int, int] | None:
        """Percent of the duties that A and B carry, by size; None while one has no lead."""
        return carried(self._role["duties"], self.sections["responsibilities"]["leads"])

    # Handover

    @property
    def handover(self) -> list[HandoverLine]:
        return [handover_line(entry) for entry in self.sections["handover"]["entries"]]

    @property
    def handover_minutes(self) -> int:
        entries = self.sections["handover"]["entries"]
        return sum(entry["minutes"] or 0 for entry in entries)

    @property
    def review(self) -> str:
        """How often they look further ahead; empty where the document does not ask."""
        review = self.sections["handover"].get("review", "")
        return review_words(review) if review else ""

    @property
    def sample_note(self) -> str:
        return str(self.sections["handover"].get("note", ""))

    @property
    def shares(self) -> list[str]:
        """What the outside meets as one: sentences."""
        section = self.sections["handover"]
        inbox = "One shared inbox." if section["shared_inbox"] else "Two inboxes."
        diary = "One shared diary." if section["shared_diary"] else "Two diaries."
        return [inbox, diary]

    @property
    def urgent_rule(self) -> str:
        return str(self.sections["handover"]["urgent_rule"])

    # Everything else

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The parts of format 2 in the order of the page: away, risks, start, each of them."""
        return blocks_of(self)

    @property
    def contents(self) -> tuple[tuple[str, str], ...]:
        """The rail beside `_reading.html`: (anchor, words)."""
        return (*_FIRST, *((f"#{one.anchor}", one.title) for one in self.blocks), *_LAST)

    # Track record

    @property
    def is_new_pair(self) -> bool:
        return bool(self.sections["track_record"]["new_pair"])

    @cached_property
    def track_record(self) -> list[RecordLine]:
        return [
            record_line(entry, self.names, self.confirmed.get(entry["id"]))
            for entry in self.document["track_record"]
        ]
