"""Whose text it is and the week in it: the first part of a `Reading`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from jobboard.accounts.naming import display_name
from jobboard.applications.names import names_of
from jobboard.applications.reading.lines import Partner, months_shared
from jobboard.partnerships.record import in_words
from jobboard.planning.checks import Check, check
from jobboard.planning.coverage import Need
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.totals import PersonTotals, Totals, totals


class WeekReading:
    """A view of one document. `until` is the day up to which entries that go on are counted."""

    def __init__(
        self,
        document: Mapping[str, Any],
        until: date,
        viewer_id: UUID | None = None,
        confirmed: Mapping[str, str] | None = None,
    ) -> None:
        self.document = document
        self.until = until
        self.viewer_id = viewer_id
        self.confirmed = confirmed or {}
        """By id of an entry of the track record how its referee may be named, or nothing."""
        self.sections: Mapping[str, Any] = document["sections"]
        """By kind, as they were stored; format 1 has fewer of them."""
        self._role: Mapping[str, Any] = document["role"]

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
    def criteria(self) -> list[dict[str, Any]]:
        """What the role looks for, as it stood when this was signed."""
        return list(self._role["criteria"])

    @property
    def transition(self) -> Mapping[str, Any]:
        """`review_weeks` and `conditions` where the role begins as two part-time posts."""
        return dict(self._role.get("transition", {}))

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
        return SplitPlan.from_text(self.sections["split_plan"]["plan"])

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
        return str(self.sections["split_plan"]["when_it_changes"])

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

    @cached_property
    def pair_months(self) -> int:
        """Whole months shared in a role, up to `until`."""
        return months_shared(self.document["track_record"], self.until)

    @property
    def time_together(self) -> str:
        """`6 years 8 months`, `New pair`."""
        return in_words(self.pair_months)
