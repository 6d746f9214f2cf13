"""What a redesigned role says about its duties, its choosing and its promises. Pure.

Sources: domain.md §3.3 (RoleAdvert, Duty, ResponsibilitiesMap), N6 (continuity), N9 (bar rule).
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

REPLACEMENT_WEEKS = range(13, 27)
"""How long a new partner is looked for when one leaves, in weeks."""
TRIAL_WEEKS = range(0, 13)
"""0: the two begin without a trial."""
MAX_REASON = 200
"""Characters of one reason."""
WHOLE = 100
"""What the weights of all duties add up to, in percent."""


class DutyKind(StrEnum):
    PEOPLE = "people"
    BUDGET = "budget"
    EXTERNAL = "external"
    TECHNICAL = "technical"
    GOVERNANCE = "governance"


KIND_WORDS = {
    DutyKind.PEOPLE: "People",
    DutyKind.BUDGET: "Money",
    DutyKind.EXTERNAL: "Outside the organisation",
    DutyKind.TECHNICAL: "Expert work",
    DutyKind.GOVERNANCE: "Boards and rules",
}


class DecisionRule(StrEnum):
    """How a decision in one duty is made when the other one is not in."""

    ON_DUTY = "on_duty_decides"
    LEAD = "lead_decides"
    BOTH = "both_must_agree"
    ESCALATE = "escalate"


RULE_WORDS = {
    DecisionRule.ON_DUTY: "Whoever is in decides",
    DecisionRule.LEAD: "The lead decides",
    DecisionRule.BOTH: "Both must agree",
    DecisionRule.ESCALATE: "It goes to the line manager",
}
"""As an employer suggests them; the pair decides."""


class AssessmentMode(StrEnum):
    JOINT_THEN_INDIVIDUAL = "joint_then_individual"
    INDIVIDUAL_THEN_JOINT = "individual_then_joint"
    JOINT_ONLY = "joint_only"


ASSESSMENT_WORDS = {
    AssessmentMode.JOINT_THEN_INDIVIDUAL: "Both together first, then each alone",
    AssessmentMode.INDIVIDUAL_THEN_JOINT: "Each alone first, then both together",
    AssessmentMode.JOINT_ONLY: "Both together only",
}


class BarRule(StrEnum):
    BOTH_MEET = "both_meet"
    PAIR_AVERAGE = "pair_average"
    EITHER = "either"


BAR_WORDS = {
    BarRule.BOTH_MEET: "Both must be good enough, each by their own scores",
    BarRule.PAIR_AVERAGE: "The average of the two must be good enough",
    BarRule.EITHER: "It is enough if one of the two is good enough",
}


def shares(weights: Sequence[int]) -> list[int]:
    """Each weight's part in whole percent; they add up to 100 (largest remainders round up)."""
    total = sum(weights)
    if total == 0:
        return []
    found = [weight * WHOLE // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(weights[i] * WHOLE % total), i))
    for index in by_remainder[: WHOLE - sum(found)]:
        found[index] += 1
    return found


def balanced(weights: Sequence[int | None]) -> list[int]:
    """The same weights made to add up to 100, each at least 1; at most 100 of them.

    What is said stays where it can: lines without a weight share what is left. Where nothing is
    left, or every line has one, all are scaled.
    """
    silent = sum(1 for weight in weights if weight is None)
    left = WHOLE - sum(weight or 0 for weight in weights)
    if silent and left >= silent:
        parts = iter([left // silent + (turn < left % silent) for turn in range(silent)])
        return [next(parts) if weight is None else weight for weight in weights]
    found = shares([1 if weight is None else weight for weight in weights])
    while 0 in found:
        found[found.index(max(found))] -= 1
        found[found.index(0)] = 1
    return found


def weights_words(weights: Sequence[int | None]) -> str:
    """How far the weights are from 100, as a sentence; empty where they say nothing or all."""
    said = [weight for weight in weights if weight is not None]
    left = WHOLE - sum(said)
    if not said or (left == 0 and len(said) == len(weights)):
        return ""
    if len(said) < len(weights):
        silent = len(weights) - len(said)
        rest = f"{_points(left)} left" if left >= 0 else f"{_points(-left)} too many"
        noun = "duty has" if silent == 1 else "duties have"
        return f"{silent} {noun} no weight yet, and there {_are(left)} {rest}."
    if left > 0:
        return f"Your duties add up to {WHOLE - left}. {_points(left).capitalize()} left."
    return f"Your duties add up to {WHOLE - left}. That is {_points(-left)} too many."


def _points(count: int) -> str:
    return f"{count} point{'' if count == 1 else 's'}"


def _are(count: int) -> str:
    return "is" if abs(count) == 1 else "are"
