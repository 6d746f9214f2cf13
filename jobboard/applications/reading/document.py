"""What a reader sees of a joint application, built from the signed document and nothing else.

Pure. The pair reads a draft through it, the panel reads the frozen bytes: the same part of a page
(`templates/applications/_reading.html`) shows both, so what was previewed is what arrives.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from jobboard.accounts.naming import display_name
from jobboard.applications import signing
from jobboard.applications.names import names_of
from jobboard.applications.reading.lines import (
    HandoverLine,
    Partner,
    RecordLine,
    by_lead,
    halves,
    handover_line,
    months_shared,
    record_line,
)
from jobboard.core.text import count_words
from jobboard.partnerships.domain import ACCEPTANCE_WORDS, Acceptance
from jobboard.partnerships.record import in_words
from jobboard.planning.checks import Check, check
from jobboard.planning.coverage import Need
from jobboard.planning.share_types import SHARE_TYPE_HINTS, SHARE_TYPE_WORDS, ShareType
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.totals import PersonTotals, Totals, totals

CONTENTS = (
    ("#glance", "At a glance"),
    ("#cover", "Who is in, when"),
    ("#first", "Whose phone rings"),
    ("#proposition", "Proposition"),
    ("#handover", "Handover"),
    ("#track-record", "Track record"),
    ("#together", "Together or either"),
)
"""The rail beside `_reading.html`: (anchor, words)."""


class Reading:
    """A view of one document. `until` is the day up to which entries that go on are counted."""

    def __init__(
        self, document: Mapping[str, Any], until: date, viewer_id: UUID | None = None
    ) -> None:
        self.document = document
        self.until = until
        self.viewer_id = viewer_id
        self._sections: Mapping[str, Any] = document["sections"]
        self._role: Mapping[str, Any] = document["role"]

    @classmethod
    def of_bytes(cls, payload: bytes, until: date, viewer_id: UUID | None = None) -> Reading:
        """From the frozen bytes of a submission."""
        return cls(signing.read(payload), until, viewer_id)

    @cached_property
    def people(self) -> tuple[Partner, Partner]:
        first, second = self.document["partnership"]["partners"]
        return (
            Partner("a", UUID(first["id"]), first["name"]),
            Partner("b", UUID(second["id"]), second["name"]),
        )

    @cached_property
    def names(self) -> tuple[str, str]:
        """What the two are called in sentences and keys: first names where they differ."""
        return names_of(*self.people, self.viewer_id)

    @property
    def pair_name(self) -> str:
        """Both names as this viewer may read them."""
        return " and ".join(display_name(person, self.viewer_id) for person in self.people)

    @property
    def role_id(self) -> UUID:
        return UUID(self._role["id"])

    @property
    def role_title(self) -> str:
        return str(self._role["title"])

    @property
    def organisation(self) -> str:
        return str(self._role["organisation"])

    @property
    def role_version(self) -> int:
        return int(self._role["version"])

    # The week

    @cached_property
    def need(self) -> Need:
        role = self._role
        return Need.from_text(role["coverage"], role["min_overlap"], role["funded_tenths"])

    @cached_property
    def split(self) -> SplitPlan:
        return SplitPlan.from_text(self._sections["split_plan"]["plan"])

    @cached_property
    def totals(self) -> Totals:
        return totals(self.split, self.need, self.names)

    @property
    def plan(self) -> str:
        """The plan on the role's grid, to draw: a b x, `.` uncovered, `-` not needed."""
        return self.totals.text

    @property
    def coverage(self) -> str:
        return str(self._role["coverage"])

    @cached_property
    def checks(self) -> list[Check]:
        return check(self.split, self.need, self.names)

    @property
    def parts(self) -> tuple[PersonTotals, PersonTotals]:
        """Days and FTE of A and of B."""
        return (self.totals.first, self.totals.second)

    @property
    def total_tenths(self) -> int:
        """Both together in tenths of an FTE; half a tenth of a two-week cycle counts as one."""
        return -(-self.totals.half_days // self.need.shape.weeks)

    @property
    def when_it_changes(self) -> str:
        return str(self._sections["split_plan"]["when_it_changes"])

    @property
    def stats(self) -> list[tuple[str, str] | tuple[str, str, bool]]:
        """The figures on top: (number, words, whether it is a problem)."""
        sums = self.totals
        a_cycle = "a week" if self.need.shape.weeks == 1 else "in two weeks"
        return [
            (f"{sums.covered} of {sums.needed}", "half-days covered", bool(sums.gap_count)),
            (sums.fte_text, f"FTE, {sums.funded_text} funded", sums.over > 0),
            (
                str(sums.overlap),
                f"half-days together, {sums.together_least} asked for",
                sums.overlap < sums.together_least,
            ),
            (str(sums.passes), f"{'handover' if sums.passes == 1 else 'handovers'} {a_cycle}"),
            (self.time_together, "of sharing a role so far"),
        ]

    # Words

    @property
    def proposition(self) -> str:
        return str(self._sections["proposition"]["text"])

    @property
    def proposition_words(self) -> int:
        return count_words(self.proposition)

    @property
    def share_type(self) -> str:
        return SHARE_TYPE_WORDS[ShareType(self.document["share_type"])]

    @property
    def share_type_hint(self) -> str:
        return SHARE_TYPE_HINTS[ShareType(self.document["share_type"])]

    @property
    def acceptance(self) -> str:
        return ACCEPTANCE_WORDS[Acceptance(self.document["acceptance"])]

    @property
    def is_together_only(self) -> bool:
        return Acceptance(self.document["acceptance"]) is Acceptance.TOGETHER_ONLY

    # Whose phone rings

    @cached_property
    def leads(self) -> dict[str, list[tuple[str, str]]]:
        """Duties by who leads: a, b, shared, undecided; each (duty, remark)."""
        return by_lead(self._role["duties"], self._sections["responsibilities"]["leads"])

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
        )

    # Handover

    @property
    def handover(self) -> list[HandoverLine]:
        return [handover_line(entry) for entry in self._sections["handover"]["entries"]]

    @property
    def handover_minutes(self) -> int:
        entries = self._sections["handover"]["entries"]
        return sum(entry["minutes"] or 0 for entry in entries)

    @property
    def shares(self) -> list[str]:
        """What the outside meets as one: sentences."""
        section = self._sections["handover"]
        inbox = "One shared inbox." if section["shared_inbox"] else "Two inboxes."
        diary = "One shared diary." if section["shared_diary"] else "Two diaries."
        return [inbox, diary]

    @property
    def urgent_rule(self) -> str:
        return str(self._sections["handover"]["urgent_rule"])

    # Track record

    @property
    def is_new_pair(self) -> bool:
        return bool(self._sections["track_record"]["new_pair"])

    @cached_property
    def track_record(self) -> list[RecordLine]:
        return [record_line(entry, self.names) for entry in self.document["track_record"]]

    @cached_property
    def pair_months(self) -> int:
        """Whole months shared in a role, up to `until`."""
        return months_shared(self.document["track_record"], self.until)

    @property
    def time_together(self) -> str:
        """`6 years 8 months`, `New pair`."""
        return in_words(self.pair_months)
