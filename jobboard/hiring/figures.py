"""How far pairs get with an employer and how long it takes (N25), from the moves of candidacies.

Pairs only: whoever goes on alone counts up to the moment their partner left. Nothing here is about
drafts, which are nobody's but the pair's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import quantiles

from jobboard.hiring.domain import CLOSED, LIVE, Stage

TOO_FEW_FOR_SHARES = 10
"""Under this many there is no percentage."""
TOO_FEW_FOR_A_MIDDLE = 5
"""Under this many there is no median."""
_DAY = 86_400
_S = Stage
_FAR: dict[Stage, int] = {
    _S.NEW: 0,
    _S.UNDER_REVIEW: 1,
    _S.LONGLISTED: 1,
    _S.SHORTLISTED: 2,
    _S.INTERVIEWING: 3,
    _S.RESERVE: 3,
    _S.OFFERED: 4,
    _S.ACCEPTED: 5,
    _S.TRIAL: 5,
    _S.HIRED: 5,
}
STEPS = ("Sent, both signed", "Read", "Shortlisted", "Invited to interview", "Offered", "Accepted")
"""What a pair has reached, by `_FAR`; who is shortlisted unread counts as read."""


@dataclass(frozen=True, slots=True)
class Spell:
    """In one stage from `began` on; `ended` is None while it lasts."""

    stage: Stage
    began: datetime
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class Move:
    at: datetime
    name: str
    to: Stage


@dataclass(frozen=True, slots=True)
class Passage:
    """The way of one pair, in order. `went_alone`: one of the two went on after its end."""

    spells: tuple[Spell, ...]
    went_alone: bool = False

    @property
    def furthest(self) -> int:
        return max(_FAR.get(spell.stage, 0) for spell in self.spells)

    @property
    def stands(self) -> Stage:
        return self.spells[-1].stage


@dataclass(frozen=True, slots=True)
class Waiting:
    """Days that pairs spent in one stage before they left it, in order, and how many still are."""

    stage: Stage
    days: tuple[float, ...]
    still: int

    @property
    def middle(self) -> tuple[float, float, float] | None:
        """First quartile, median, third quartile; None where there are too few."""
        if len(self.days) < TOO_FEW_FOR_A_MIDDLE:
            return None
        low, middle, high = quantiles(self.days, n=4, method="inclusive")
        return low, middle, high


def passage(arrived: datetime, moves: Sequence[Move], *, is_alone: bool = False) -> Passage:
    """From its moves in order. `is_alone`: somebody has gone on as one person."""
    spells = [Spell(Stage.NEW, arrived)]
    for move in moves[: _end_of_the_pair(moves) if is_alone else None]:
        last = spells[-1]
        at = max(move.at, last.began)
        spells[-1] = Spell(last.stage, last.began, at)
        spells.append(Spell(move.to, at))
    return Passage(tuple(spells), is_alone)


def _end_of_the_pair(moves: Sequence[Move]) -> int:
    """How many moves are the pair's: all up to the last time that a partner left."""
    left = [n for n, move in enumerate(moves, 1) if move.to is Stage.PARTNER_LEFT]
    return left[-1] if left else len(moves)


def reached(passages: Sequence[Passage]) -> list[int]:
    """Pairs that got at least so far, one number for each of STEPS; never growing."""
    return [sum(each.furthest >= far for each in passages) for far in range(len(STEPS))]


def waiting(passages: Sequence[Passage]) -> list[Waiting]:
    """For each stage that somebody was in and that can be left, in the order of the stages."""
    found = []
    for stage in Stage:
        if stage not in LIVE:
            continue
        days, still = [], 0
        for each in passages:
            own = [spell for spell in each.spells if spell.stage is stage]
            if any(spell.ended is None for spell in own):
                still += 1
            elif own:
                days.append(sum(_days(spell) for spell in own))
        if days or still:
            found.append(Waiting(stage, tuple(sorted(days)), still))
    return found


def _days(spell: Spell) -> float:
    return (spell.ended - spell.began).total_seconds() / _DAY if spell.ended else 0


def standing(passages: Sequence[Passage]) -> dict[str, int]:
    """Each pair once: where it stands now."""
    counted = {"deciding": 0, "not_selected": 0, "withdrawn": 0, "left": 0, "alone": 0, "other": 0}
    for each in passages:
        counted[_standing(each)] += 1
    return counted


def _standing(each: Passage) -> str:
    if each.went_alone:
        return "alone"
    named = {
        Stage.NOT_SELECTED: "not_selected",
        Stage.WITHDRAWN: "withdrawn",
        Stage.PARTNER_LEFT: "left",
    }
    return named.get(each.stands, "other" if each.stands in CLOSED else "deciding")
