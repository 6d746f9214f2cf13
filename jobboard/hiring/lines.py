"""What the queries of this room answer, beside rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jobboard.hiring.domain import Stage, Tab
from jobboard.roles.models import Role


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role on the recruiter's board: how many candidacies are in each tab."""

    role: Role
    counts: dict[Tab, int]

    @property
    def total(self) -> int:
        return self.counts[Tab.OPEN] + self.counts[Tab.CLOSED]


@dataclass(frozen=True, slots=True)
class Slice:
    """Some rows of a longer list, and how long it is."""

    rows: list[RoleLine]
    total: int


@dataclass(frozen=True, slots=True)
class PairNews:
    """Of a candidacy only what its pair has been told (wording.stage_for_pair).

    `stage` is NEW while the panel keeps its own books; `at` is the instant of the last news, else
    the one from which the employer reads it. `reason` and `employer_words` follow a no.
    """

    application_id: UUID
    role: Role
    stage: Stage
    words: str
    is_told: bool
    at: datetime
    reason: str
    employer_words: str
    is_asked_again: bool
    """The role changed since they signed, and this person has not said yet whether it is still for
    them."""
