"""The words of a person's profile. Never asked: why somebody wants part of a week (domain.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jobboard.core.errors import ConflictError, InvalidInputError
from jobboard.core.text import one_line
from jobboard.planning import levels
from jobboard.planning.availability import Availability
from jobboard.planning.sectors import SECTORS
from jobboard.planning.week import WeekError

MAX_SKILLS = 12
MAX_SKILL = 60
MAX_SECTORS = 5
MAX_LINE = 120
OPEN_WEEK = "cccccccccc"
"""Before anybody answers: every half-day is one they could work."""


@dataclass(frozen=True, slots=True)
class ProfileFields:
    """What somebody says of themselves, as typed; `availability` is ten of `p`, `c` and `-`."""

    headline: str = ""
    level: int | None = None
    sectors: tuple[str, ...] = ()
    place: str = ""
    availability: str = OPEN_WEEK
    skills: tuple[str, ...] = ()

    def check(self) -> None:
        """Raises InvalidInputError with one sentence for each field that cannot stand."""
        found = {
            "headline": _too_long(self.headline),
            "level": [] if self._has_known_level else ["Choose one of the eight levels."],
            "sectors": self._sector_faults(),
            "place": _too_long(self.place),
            "availability": self._week_faults(),
            "skills": self._skill_faults(),
        }
        errors = {name: sentences for name, sentences in found.items() if sentences}
        if errors:
            raise InvalidInputError(errors)

    @property
    def _has_known_level(self) -> bool:
        return self.level is None or levels.LOWEST <= self.level <= levels.HIGHEST

    def _sector_faults(self) -> list[str]:
        if not set(self.sectors) <= SECTORS.keys():
            return ["Choose from the sectors on the page."]
        size = len(self.sectors)
        return [f"You ticked {size}. Keep {MAX_SECTORS} at most."] if size > MAX_SECTORS else []

    def _week_faults(self) -> list[str]:
        try:
            Availability.from_text(self.availability)
        except WeekError as error:
            return [str(error)]
        return []

    def _skill_faults(self) -> list[str]:
        size = len(self.skills)
        if size > MAX_SKILLS:
            return [f"This has {size} skills. Keep the {MAX_SKILLS} that matter most."]
        long = [skill for skill in self.skills if len(skill) > MAX_SKILL]
        return [f"Say each skill in {MAX_SKILL} characters at most."] if long else []


class StaleProfileError(ConflictError):
    """It was saved in another window since this form was opened: how it stands, and its number."""

    def __init__(self, saved: ProfileFields, number: int) -> None:
        super().__init__("Your profile was saved in another window while you were writing.")
        self.saved = saved
        self.number = number


def _too_long(value: str) -> list[str]:
    size = len(value)
    return [f"This has {size} characters. Use {MAX_LINE} at most."] if size > MAX_LINE else []


def tidy_skills(text: str) -> tuple[str, ...]:
    """One a line or between commas; blanks joined, empty ones and repeats in any case dropped."""
    kept: dict[str, str] = {}
    for part in re.split(r"[\n,;]", text):
        skill = one_line(part)
        if skill:
            kept.setdefault(skill.casefold(), skill)
    return tuple(kept.values())
