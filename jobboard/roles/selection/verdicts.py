"""What the answers say together: for each way of sharing a verdict, why, what to change. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

from jobboard.planning.share_types import SHARE_TYPE_HINTS, SHARE_TYPE_WORDS, ShareType
from jobboard.roles.selection.questions import QUESTIONS
from jobboard.roles.selection.shapes import KINDS, Answer

Answers = Mapping[str, str]
"""Key of a question to the value of its answer; what is not known counts as not answered."""
WELL, COULD = Fraction(4, 5), Fraction(0)
"""Points an answer on average, from which a way of sharing suits, or could be made to."""
MOST_REASONS = 4


class Fit(IntEnum):
    """Ordered: a higher one is better."""

    HARD = 0
    COULD = 1
    WELL = 2


FIT_WORDS = {Fit.WELL: "Suits the role", Fit.COULD: "Could work", Fit.HARD: "Hard as it is"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reasons` explain it, the weightiest first: never empty once anything is answered."""

    kind: ShareType
    fit: Fit
    reasons: tuple[str, ...]

    @property
    def title(self) -> str:
        return SHARE_TYPE_WORDS[self.kind]

    @property
    def hint(self) -> str:
        return SHARE_TYPE_HINTS[self.kind]

    @property
    def words(self) -> str:
        return FIT_WORDS[self.fit]


@dataclass(frozen=True, slots=True)
class Result:
    """`verdicts` from best to worst; `changes` what would help; `answered` of `asked` questions."""

    answered: int
    asked: int
    verdicts: tuple[Verdict, ...]
    changes: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        return self.answered == self.asked

    @property
    def best(self) -> tuple[Verdict, ...]:
        """Those that suit, or else those that could work."""
        top = max((one.fit for one in self.verdicts), default=Fit.HARD)
        return tuple(one for one in self.verdicts if one.fit is top is not Fit.HARD)

    @property
    def headline(self) -> str:
        if not self.verdicts:
            return "Nothing is answered yet"
        found = {
            Fit.WELL: "This role suits two people",
            Fit.COULD: "This role could be shared",
            Fit.HARD: "As it is, this role is hard to share",
        }
        return found[max(one.fit for one in self.verdicts)]


def known(answers: Answers) -> dict[str, str]:
    """What of it the questions of today know."""
    return {
        one.key: answers[one.key]
        for one in QUESTIONS
        if one.answer(answers.get(one.key)) is not None
    }


def result(answers: Answers) -> Result:
    given = [found for one in QUESTIONS if (found := one.answer(answers.get(one.key)))]
    verdicts = sorted(
        (_verdict(kind, given) for kind in KINDS if given),
        key=lambda one: (-one.fit, -_mean(one.kind, given), KINDS.index(one.kind)),
    )
    return Result(
        answered=len(given),
        asked=len(QUESTIONS),
        verdicts=tuple(verdicts),
        changes=tuple(one.change for one in given if one.change),
    )


def _mean(kind: ShareType, given: list[Answer]) -> Fraction:
    return Fraction(sum(one.towards(kind) for one in given), len(given))


def _verdict(kind: ShareType, given: list[Answer]) -> Verdict:
    mean = _mean(kind, given)
    fit = Fit.WELL if mean >= WELL else Fit.COULD if mean >= COULD else Fit.HARD
    return Verdict(kind, fit, _reasons(kind, fit, given))


def _reasons(kind: ShareType, fit: Fit, given: list[Answer]) -> tuple[str, ...]:
    """What carries the verdict first: what speaks for it where it suits, against it where not;
    then the other side."""
    sign = -1 if fit is Fit.HARD else 1
    ranked = sorted(given, key=lambda one: -sign * one.towards(kind))
    telling = [one.reason for one in ranked if one.towards(kind) * sign > 0]
    against = [one.reason for one in ranked[::-1] if one.towards(kind) * sign < 0]
    most = 2 if fit is Fit.COULD else MOST_REASONS - 1
    found = telling[:most] + against[: MOST_REASONS - most]
    return tuple(found or ["What you said speaks neither for it nor against it."])
