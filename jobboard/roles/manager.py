"""Is the line manager ready for two in one post? Statements, and what their ticks are worth. Pure.

Written by us from domain.md (N19, stages 4 and 5 of P3, P0 to P2). That a confirmation holds for a
year is our own number. A statement that is changed in its meaning gets a new number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from jobboard.core.clock import year_after
from jobboard.core.errors import ConflictError, UserError

ASK_LIFE = timedelta(days=14)
MAX_ASKS = 10
"""For one role."""
MAX_NAME, MAX_TITLE = 120, 120


@dataclass(frozen=True, slots=True)
class Statement:
    """`key` carries its version: `post.1`. What is not `required` is worth saying, and no bar."""

    key: str
    text: str
    why: str
    required: bool = True

    @property
    def name(self) -> str:
        """In a form."""
        return self.key.replace(".", "_")


STATEMENTS = (
    Statement(
        "post.1",
        "I manage one post: one set of objectives, held by two.",
        "With a set of objectives for each, the post turns into two part-time jobs.",
    ),
    Statement(
        "word.1",
        "A decision from either of the two counts, and I do not ask the other to repeat it.",
        "Work stops where a decision waits for whoever is not in.",
    ),
    Statement(
        "handover.1",
        "Handovers and the time they have together are working time, and I book nothing over them.",
        "When a week is full, the time in which work is passed on is the first to go.",
    ),
    Statement(
        "inbox.1",
        "They have one inbox and one diary before the first day, and I use them.",
        "What I write to one of them alone, the other does not have.",
    ),
    Statement(
        "days.1",
        "I plan what needs both for their time together, and expect nobody on a day off.",
        "Otherwise calls drift to whoever has more days, and then into days off.",
    ),
    Statement(
        "appraisal.1",
        "I appraise with both together what the post achieved, and with each alone how they work.",
        "A joint result cannot be divided afterwards, and each has a career of their own.",
    ),
    Statement(
        "team.1",
        "Before they start, the team knows who leads what and whom to call.",
        "Who does not know whom to ask comes to the manager, and sharing is blamed for it.",
    ),
    Statement(
        "learnt.1",
        "I have managed a job share before, or talked with somebody who has.",
        "The first months bring questions that others have already answered.",
        required=False,
    ),
)
KEYS = tuple(one.key for one in STATEMENTS)
REQUIRED = frozenset(one.key for one in STATEMENTS if one.required)


class SaidBy(StrEnum):
    MANAGER = "manager"
    """Behind a link that was mailed to them."""
    STAFF = "staff"


class Standing(StrEnum):
    UNANSWERED = "unanswered"
    PARTLY = "partly"
    READY = "ready"
    EXPIRED = "expired"
    TAKEN_BACK = "taken_back"


STANDING_WORDS = {
    Standing.UNANSWERED: "Not answered yet",
    Standing.PARTLY: "Some of it is still missing",
    Standing.READY: "Manager is job-share ready",
    Standing.EXPIRED: "Confirmed more than a year ago",
    Standing.TAKEN_BACK: "Taken back",
}


def known(ticks: Iterable[str]) -> list[str]:
    """Those of today's statements that are ticked, in their order."""
    found = set(ticks)
    return [key for key in KEYS if key in found]


def missing(ticks: Iterable[str]) -> list[Statement]:
    found = set(ticks)
    return [one for one in STATEMENTS if one.required and one.key not in found]


def standing(
    ticks: Iterable[str], said_at: datetime | None, taken_back: bool, at: datetime
) -> Standing:
    """`said_at`: when the ticks were made; None for never."""
    if said_at is None:
        return Standing.UNANSWERED
    if taken_back:
        return Standing.TAKEN_BACK
    if missing(ticks):
        return Standing.PARTLY
    return Standing.READY if at < year_after(said_at) else Standing.EXPIRED


def is_same(name: str, title: str, other_name: str, other_title: str) -> bool:
    """The same manager; capitals and white space make no other one."""
    return _plain(name) == _plain(other_name) and _plain(title) == _plain(other_title)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


class ManagerChangedError(ConflictError):
    message = (
        "What you typed is still here. A colleague changed this after you opened the page, so"
        " nothing was overwritten. Look at what differs, then save again."
    )


class ManagerSaidItError(ConflictError):
    message = (
        "The line manager has answered these statements in person. Nobody answers over that; you"
        " can send the list to them again, or take the confirmation back."
    )


class NoManagerError(UserError):
    message = "Say first who will manage the role."


class OwnManagerAddressError(UserError):
    message = "That is your own address. If you are the manager, tick the statements yourself."
    field = "address"


class ManagerAskedError(UserError):
    message = "Somebody is asked already. Take that back before you ask at another address."
    field = "address"


class TooManyManagerAsksError(UserError):
    message = f"For one role the list can be sent {MAX_ASKS} times. It was sent that often."
    field = "address"


class ManagerLinkSpentError(UserError):
    message = "This link no longer works: it is old, already used or taken back."
