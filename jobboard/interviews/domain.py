"""The words of interviews: kinds, the table of their life, what may be typed (domain.md §3.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from jobboard.core.errors import ConflictError, UserError
from jobboard.core.lifecycle import Lifecycle
from jobboard.core.text import count_words


class Kind(StrEnum):
    JOINT = "joint"
    INDIVIDUAL_A = "individual_a"
    INDIVIDUAL_B = "individual_b"
    WITH_INCUMBENT = "with_incumbent"


SIDES = {
    Kind.JOINT: (0, 1),
    Kind.INDIVIDUAL_A: (0,),
    Kind.INDIVIDUAL_B: (1,),
    Kind.WITH_INCUMBENT: (0, 1),
}
"""Whom a kind names: 0 is the first of the pair, 1 the second."""
KIND_WORDS = {
    Kind.JOINT: "Joint interview",
    Kind.INDIVIDUAL_A: "Individual interview",
    Kind.INDIVIDUAL_B: "Individual interview",
    Kind.WITH_INCUMBENT: "Meeting with whoever holds the post now",
}


class State(StrEnum):
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    HELD = "held"
    CANCELLED = "cancelled"


OPEN = frozenset({State.PROPOSED, State.CONFIRMED})
LIFECYCLE = (
    Lifecycle(State.PROPOSED)
    .step("confirm", source={State.PROPOSED}, to=State.CONFIRMED)
    .step("move", source=OPEN, to=State.PROPOSED)
    .step("reopen", source={State.CONFIRMED}, to=State.PROPOSED)
    .step("hold", source={State.CONFIRMED}, to=State.HELD)
    .step("cancel", source=OPEN, to=State.CANCELLED)
)
"""`reopen`: a named person asks for another time after it was agreed."""
STATE_WORDS = {
    State.PROPOSED: "To be agreed",
    State.CONFIRMED: "Agreed",
    State.HELD: "Held",
    State.CANCELLED: "Cancelled",
}


class Answer(StrEnum):
    WAITING = "waiting"
    ACCEPTED = "accepted"
    ASKED_TO_MOVE = "asked_to_move"


ANSWER_WORDS = {
    Answer.WAITING: "No answer yet",
    Answer.ACCEPTED: "Has accepted",
    Answer.ASKED_TO_MOVE: "Asks for another time",
}
MIN_MINUTES, MAX_MINUTES = 15, 240
MIN_PANEL, MAX_PANEL = 2, 12
MAX_PLACE = 300
MAX_NAME = 120
MAX_WORDS = 100
"""Words of whoever cancels, or asks for another time."""
MAX_ADJUSTMENT_WORDS = 200
REMIND_BEFORE = timedelta(days=1)
ENDING_MOVES = frozenset(
    {
        "withdraw",
        "not_select",
        "role_cancelled",
        "partner_leaves",
        "decline_offer",
        "end",
        "lapse",
    }
)
"""Moves of a candidacy after which nobody comes to an interview."""


@dataclass(frozen=True, slots=True)
class Panelist:
    """`user_id`: a member of the organisation, who gets the invitation; else a name on paper."""

    name: str
    address: str = ""
    user_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """When and where. `minutes` is 15 to 240; `place` is a room or a link."""

    starts_at: datetime
    minutes: int
    place: str

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    def check(self, at: datetime) -> None:
        """Raises PastError, and UserErrors at `minutes` and `place`."""
        if self.starts_at <= at:
            raise PastError
        if not MIN_MINUTES <= self.minutes <= MAX_MINUTES:
            raise UserError(
                f"An interview takes {MIN_MINUTES} to {MAX_MINUTES} minutes.", field="minutes"
            )
        if not self.place.strip():
            raise UserError("Say where: a room, or the link of a video call.", field="place")
        if len(self.place) > MAX_PLACE:
            raise UserError(f"Use {MAX_PLACE} characters at most.", field="place")


def check_panel(panel: tuple[Panelist, ...]) -> None:
    """Two to twelve different people. Raises UserError at `others`."""
    if len({_key(one) for one in panel}) < len(panel):
        raise UserError("Somebody is on this panel twice. Name each person once.", field="others")
    if not MIN_PANEL <= len(panel) <= MAX_PANEL:
        raise UserError(
            f"A panel has {MIN_PANEL} to {MAX_PANEL} people. Tick colleagues, or add names.",
            field="others",
        )


def _key(one: Panelist) -> str:
    return str(one.user_id) if one.user_id else (one.address or one.name.casefold())


def overlap(one: Slot, other: Slot) -> bool:
    """Whether two stretches share a moment; one that begins as the other ends does not."""
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def check_reason(text: str, missing: str) -> None:
    """Something, and not too much. Raises UserError at `words`."""
    if not text.strip():
        raise UserError(missing, field="words")
    check_words(text, MAX_WORDS, "words")


def check_words(text: str, most: int, field: str) -> None:
    if (count := count_words(text)) > most:
        raise UserError(f"This has {count} words. Use {most} at most.", field=field)


class PastError(UserError):
    message = "That moment is over. Choose a time that is still to come."
    field = "day"


class ClashError(UserError):
    field = "day"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} has another interview at that time. Choose another time.")


class NotForInterviewError(ConflictError):
    message = "Only a shortlisted pair is invited to an interview. Look where this one stands now."


class OfThePairError(UserError):
    message = "Somebody on this panel is one of the pair. Leave them out."
    field = "others"


class LeftAlreadyError(UserError):
    message = "That partner has left this application. Choose an interview with who goes on."
    field = "kind"


class NotYetError(UserError):
    message = "It has not begun yet. Say that it was held once it was."


class ChangedMeanwhileError(ConflictError):
    message = "This interview was changed a moment before you. Look at it again, then answer."
