"""Who leads what in a pair, as a value: pure, so that two versions can be laid side by side.

Practice: a pair of 17 years drew the map by place first and by subject later (domain.md P0).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jobboard.core.errors import ConflictError, InvalidInputError

MAX_DUTIES = 60
MAX_DUTY = 200
MAX_RULE = 200
MAX_WHY = 300


class Lead(StrEnum):
    A = "a"
    B = "b"
    JOINT = "joint"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Duty:
    """`rule` says how it is decided when only one is in; may be empty."""

    name: str
    lead: Lead
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One duty in two versions; None where it was not on the map."""

    name: str
    before: Duty | None
    after: Duty | None


@dataclass(frozen=True, slots=True)
class DutyMap:
    duties: tuple[Duty, ...] = ()

    @classmethod
    def read(cls, rows: Iterable[dict[str, Any]]) -> DutyMap:
        return cls(tuple(Duty(row["name"], Lead(row["lead"]), row["rule"]) for row in rows))

    def plain(self) -> list[dict[str, str]]:
        return [
            {"name": duty.name, "lead": duty.lead.value, "rule": duty.rule} for duty in self.duties
        ]

    def check(self) -> None:
        """Raises InvalidInputError; `duties-3-name` names the fourth row of the form."""
        errors: dict[str, list[str]] = {}
        seen: set[str] = set()
        for index, duty in enumerate(self.duties):
            if fault := _fault(duty, seen):
                errors[f"duties-{index}-name"] = [f"Duty {index + 1}: {fault}"]
            seen.add(duty.name.casefold())
        if len(self.duties) > MAX_DUTIES:
            errors["why"] = [f"A map holds {MAX_DUTIES} duties. Bring some together."]
        if not self.duties:
            errors["duties-0-name"] = ["Name at least one duty."]
        if errors:
            raise InvalidInputError(errors)

    def changes_since(self, earlier: DutyMap) -> list[Change]:
        """What differs, in the order of this map, then what is gone. Order alone is no change."""
        before = {duty.name: duty for duty in earlier.duties}
        after = {duty.name for duty in self.duties}
        changed = [
            Change(duty.name, before.get(duty.name), duty)
            for duty in self.duties
            if before.get(duty.name) != duty
        ]
        gone = [duty for duty in earlier.duties if duty.name not in after]
        return changed + [Change(duty.name, duty, None) for duty in gone]


def _fault(duty: Duty, seen: set[str]) -> str:
    if not duty.name:
        return "say what it is, or empty the whole row."
    if len(duty.name) > MAX_DUTY or len(duty.rule) > MAX_RULE:
        return f"use {MAX_DUTY} characters at most for what it is and for the rule."
    return "it is on the map already." if duty.name.casefold() in seen else ""


class StaleMapError(ConflictError):
    """The partner saved another map meanwhile."""

    def __init__(self, saved: DutyMap, number: int) -> None:
        super().__init__("Your partner saved this map while you were writing.")
        self.saved = saved
        self.number = number
