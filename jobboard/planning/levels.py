"""How senior a role or a person is: an ordered list of eight, told apart by scope.

Source: decisions.md 9. Stored as the number 1 to 8. Never years of experience, and no
organisation's own grades: the question is what somebody answers for. Bands gather the words
adverts use.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Band(StrEnum):
    """The words senior adverts use; every level belongs to one."""

    SENIOR_SPECIALIST = "senior_specialist"
    HEAD = "head"
    DEPUTY_DIRECTOR = "deputy_director"
    DIRECTOR = "director"
    EXECUTIVE = "executive"
    BOARD = "board"

    @property
    def label(self) -> str:
        """`Senior specialist`, `Head`, `Deputy director` …"""
        return self.value.replace("_", " ").capitalize()


@dataclass(frozen=True, order=True, slots=True)
class Level:
    """One of the eight. Sorts by `number`; `key` stands in URLs, `scope` is one sentence."""

    number: int
    key: str
    label: str
    scope: str
    band: Band


LEVELS = (
    Level(
        1,
        "lead",
        "Specialist lead",
        "Leads a piece of work or a small team inside one service.",
        Band.SENIOR_SPECIALIST,
    ),
    Level(
        2,
        "senior_specialist",
        "Senior specialist",
        "Sets the standard in one field, and others across the organisation follow the advice.",
        Band.SENIOR_SPECIALIST,
    ),
    Level(
        3,
        "principal",
        "Principal or service manager",
        "Runs one service or a whole field of expertise, with its people and its budget.",
        Band.SENIOR_SPECIALIST,
    ),
    Level(
        4,
        "head",
        "Head of service or function",
        "Answers for a whole function: its plan, its budget and the managers in it.",
        Band.HEAD,
    ),
    Level(
        5,
        "deputy_director",
        "Deputy director",
        "Answers for several functions and decides for the director when the director is away.",
        Band.DEPUTY_DIRECTOR,
    ),
    Level(
        6,
        "director",
        "Director",
        "Answers for a directorate: its direction, its results and its place in the organisation.",
        Band.DIRECTOR,
    ),
    Level(
        7,
        "executive",
        "Executive",
        "Sits on the executive team and decides for the whole organisation with its colleagues.",
        Band.EXECUTIVE,
    ),
    Level(
        8,
        "board",
        "Chief executive or board",
        "Answers for the whole organisation to its board, its owners or the public.",
        Band.BOARD,
    ),
)
"""Lowest first; `LEVELS[n - 1].number == n`."""

LOWEST, HIGHEST = LEVELS[0].number, LEVELS[-1].number
_BY_KEY = {level.key: level for level in LEVELS}
_BY_NUMBER_TEXT = {str(level.number): level for level in LEVELS}


class UnknownLevelError(ValueError):
    """A number outside 1 to 8 where only a level may stand."""

    def __init__(self) -> None:
        super().__init__("Choose one of the eight levels.")


def level(number: int) -> Level:
    """The level with this number, 1 to 8; `UnknownLevelError` for any other."""
    if not LOWEST <= number <= HIGHEST:
        raise UnknownLevelError
    return LEVELS[number - 1]


def by_key(key: str) -> Level | None:
    """The level with this key, or None."""
    return _BY_KEY.get(key)


def parse(text: object) -> Level | None:
    """What came from a form, a URL or a file: a number or a key, in any case; None if neither."""
    word = str(text).strip().lower().replace("-", "_").replace(" ", "_")
    return _BY_NUMBER_TEXT.get(word) or _BY_KEY.get(word)


def at_or_above(number: int) -> tuple[Level, ...]:
    """This level and all above it, lowest first: the default of a search (domain.md N17)."""
    return LEVELS[level(number).number - 1 :]


def is_at_or_above(number: int, mine: int) -> bool:
    """Whether a role of level `number` is no step down for somebody of level `mine`."""
    return level(number) >= level(mine)


def distance(one: int, other: int) -> int:
    """Steps between two levels, 0 to 7 (matching.md §2, seniority)."""
    return abs(level(one).number - level(other).number)


def in_band(band: Band) -> tuple[Level, ...]:
    """The levels of a band, lowest first."""
    return tuple(each for each in LEVELS if each.band is band)


def choices() -> list[tuple[str, str]]:
    """(value, label) for a select, lowest first; the value is the number as text."""
    return [(str(each.number), each.label) for each in LEVELS]
