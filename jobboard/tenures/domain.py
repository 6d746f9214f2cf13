"""The first 90 days of a pair in its post (domain.md N19, stages 4 and 5 of P3): words and tasks.

Pure. The tasks, the weeks of review and who does what at first are our own; each can be changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jobboard.core.errors import ConflictError, UserError
from jobboard.hiring.domain import APPOINTED, Stage

PREPARED_FROM = APPOINTED | {
    *(Stage.INTERVIEWING, Stage.RESERVE, Stage.OFFERED, Stage.COUNTER_OFFER_SINGLE),
}
"""The employer may write the plan from the interview on; the two read it once appointed."""
MAX_PLACE = 200


class Appraisal(StrEnum):
    WHAT_AND_HOW = "what_and_how"
    JOINT = "joint"
    SEPARATE = "separate"


APPRAISAL_WORDS = {
    Appraisal.WHAT_AND_HOW: "What the post achieves with both together, how each works with each"
    " alone",
    Appraisal.JOINT: "Both together, in everything",
    Appraisal.SEPARATE: "Each alone, in everything",
}


class Who(StrEnum):
    MANAGER = "manager"
    FIRST = "first"
    SECOND = "second"
    BOTH = "both"
    ALL = "all"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Task:
    """`key` carries its version; `who` is the first suggestion."""

    key: str
    when: str
    text: str
    who: Who

    @property
    def name(self) -> str:
        """In a form."""
        return self.key.replace(".", "_")


BEFORE, FIRST, SECOND, SIXTH, TWELFTH = (
    *("Before the first day", "In the first week"),
    *("By week 2", "By week 6", "By week 12"),
)
TASKS = (
    Task("tools.1", BEFORE, "Set up the one inbox and the one diary, and open them to both",
         Who.OFFICE),
    Task("told.1", BEFORE, "Tell the team who leads what and whom to call", Who.MANAGER),
    Task("goals.1", FIRST, "Agree one set of objectives for the post", Who.ALL),
    Task("note.1", FIRST, "Write the first handover note and agree what belongs in one", Who.BOTH),
    Task("team.1", SECOND, "Meet the team once with both in the room", Who.BOTH),
    Task("heard.1", SIXTH, "Ask three people who work with them what they notice", Who.MANAGER),
    Task("even.1", SIXTH, "Look whether days, duties and handovers are still even", Who.BOTH),
    Task("next.1", TWELFTH, "Say what stays, what changes and when you look again", Who.ALL),
)  # fmt: skip


def who_does(chosen: Mapping[str, str]) -> dict[str, Who]:
    """By key of every task; what was not chosen, or cannot be read, is as suggested."""
    known = set(Who)
    return {
        one.key: Who(chosen[one.key]) if chosen.get(one.key) in known else one.who for one in TASKS
    }


def who_words(names: tuple[str, str]) -> dict[Who, str]:
    first, second = names
    return {
        Who.MANAGER: "The line manager",
        Who.FIRST: first,
        Who.SECOND: second,
        Who.BOTH: f"{first} and {second}",
        Who.ALL: "The manager and both",
        Who.OFFICE: "Somebody else there",
    }


class PlanChangedError(ConflictError):
    message = (
        "What you typed is still here. A colleague saved this plan after you opened it, so nothing"
        " was overwritten. Look at what differs, then save again."
    )


class TooEarlyError(ConflictError):
    message = "The first 90 days can be planned once the pair is invited to an interview."


class OneLeftError(ConflictError):
    message = "This plan is for two, and one of them has left. Nothing was changed."


class ReviewOrderError(UserError):
    message = "Put the reviews in order, each after the first day."
    field = "review_1"


class ReviewTooLateError(UserError):
    message = "The last review belongs into the first 26 weeks."
    field = "review_3"
