"""The words of choosing: stages of a candidacy, reasons of a no (decisions.md 2 and 3)."""

from __future__ import annotations

from enum import StrEnum

from jobboard.core.errors import ConflictError, UserError
from jobboard.core.lifecycle import Lifecycle
from jobboard.core.text import count_words


class Stage(StrEnum):
    NEW = "new"
    UNDER_REVIEW = "under_review"
    LONGLISTED = "longlisted"
    SHORTLISTED = "shortlisted"
    INTERVIEWING = "interviewing"
    RESERVE = "reserve"
    OFFERED = "offered"
    COUNTER_OFFER_SINGLE = "counter_offer_single"
    ACCEPTED = "accepted"
    TRIAL = "trial"
    HIRED = "hired"
    NOT_SELECTED = "not_selected"
    OFFER_DECLINED = "offer_declined"
    LAPSED = "lapsed"
    PARTNER_LEFT = "partner_left"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


_S = Stage
BEFORE_OFFER = frozenset({_S.NEW, _S.UNDER_REVIEW, _S.LONGLISTED, _S.SHORTLISTED, _S.INTERVIEWING})
LIVE = BEFORE_OFFER | {_S.RESERVE, _S.OFFERED, _S.COUNTER_OFFER_SINGLE, _S.ACCEPTED, _S.TRIAL}
LIFECYCLE = (
    Lifecycle(_S.NEW)
    .step("start_reading", source={_S.NEW}, to=_S.UNDER_REVIEW)
    .step("longlist", source={_S.NEW, _S.UNDER_REVIEW}, to=_S.LONGLISTED)
    .step("shortlist", source={_S.NEW, _S.UNDER_REVIEW, _S.LONGLISTED}, to=_S.SHORTLISTED)
    .step("interview", source={_S.SHORTLISTED}, to=_S.INTERVIEWING)
    .step("reserve", source={_S.INTERVIEWING}, to=_S.RESERVE)
    .step("offer", source={_S.INTERVIEWING, _S.RESERVE}, to=_S.OFFERED)
    .step("decline_offer", source={_S.OFFERED}, to=_S.OFFER_DECLINED)
    .step("lapse", source={_S.OFFERED}, to=_S.LAPSED)
    .step("counter_offer_single", source={_S.OFFERED}, to=_S.COUNTER_OFFER_SINGLE)
    .step("accept", source={_S.OFFERED, _S.COUNTER_OFFER_SINGLE}, to=_S.ACCEPTED)
    .step("start_trial", source={_S.ACCEPTED}, to=_S.TRIAL)
    .step("hire", source={_S.ACCEPTED, _S.TRIAL}, to=_S.HIRED)
    .step("end", source={_S.TRIAL}, to=_S.ENDED)
    .step(
        "not_select",
        source=BEFORE_OFFER | {_S.RESERVE, _S.COUNTER_OFFER_SINGLE},
        to=_S.NOT_SELECTED,
    )
    .step("role_cancelled", source=LIVE | {_S.PARTNER_LEFT}, to=_S.NOT_SELECTED)
    .step("partner_leaves", source=LIVE, to=_S.PARTNER_LEFT)
    .step("withdraw", source=LIVE | {_S.PARTNER_LEFT}, to=_S.WITHDRAWN)
)
for _stage in sorted(LIVE):
    LIFECYCLE = LIFECYCLE.step(f"resume_{_stage.value}", source={_S.PARTNER_LEFT}, to=_stage)
"""After a partner left it goes on exactly where it stood: one step for each stage."""
EMPLOYER_MOVES = ("start_reading", "longlist", "shortlist", "interview", "reserve", "not_select")
"""What this product already carries in full; offers follow with the recruiter's issue."""
MOVE_WORDS = {
    "start_reading": "Start reading",
    "longlist": "Longlist",
    "shortlist": "Shortlist",
    "interview": "Invite to interview",
    "reserve": "Keep in reserve",
    "not_select": "Say no",
}
STAGE_WORDS = {
    _S.NEW: "New",
    _S.UNDER_REVIEW: "Being read",
    _S.LONGLISTED: "Longlisted",
    _S.SHORTLISTED: "Shortlisted",
    _S.INTERVIEWING: "Interview",
    _S.RESERVE: "Reserve",
    _S.OFFERED: "Offered",
    _S.COUNTER_OFFER_SINGLE: "Offered to one",
    _S.ACCEPTED: "Accepted",
    _S.TRIAL: "Trial",
    _S.HIRED: "Hired",
    _S.NOT_SELECTED: "Not selected",
    _S.OFFER_DECLINED: "Offer declined",
    _S.LAPSED: "Lapsed",
    _S.PARTNER_LEFT: "Partner left",
    _S.WITHDRAWN: "Withdrawn",
    _S.ENDED: "Ended",
}
CLOSED = frozenset(
    {
        _S.NOT_SELECTED,
        _S.OFFER_DECLINED,
        _S.LAPSED,
        _S.WITHDRAWN,
        _S.ENDED,
    }
)
"""Nothing more to decide, and nobody was appointed."""
TOLD = frozenset({"shortlist", "interview", "reserve", "not_select"})
"""Moves that both partners hear of at once; the others are the panel's own bookkeeping."""


APPOINTED = frozenset({_S.ACCEPTED, _S.TRIAL, _S.HIRED})
"""Somebody has said yes to an offer: the guard of a filled role (domain.md §4)."""


class Reason(StrEnum):
    """Why a pair was not selected: codes for the trail, words for the pair."""

    CRITERIA = "criteria"
    COVERAGE = "coverage"
    STRONGER_PAIR = "stronger_pair"
    ROLE_CHANGED = "role_changed"
    ROLE_FILLED = "role_filled"
    ROLE_CANCELLED = "role_cancelled"
    OTHER = "other"


REASON_WORDS = {
    Reason.CRITERIA: "The essential criteria were not met between you",
    Reason.COVERAGE: "The split did not cover the week the role needs",
    Reason.STRONGER_PAIR: "Another application was stronger against the criteria",
    Reason.ROLE_CHANGED: "The role changed after it was advertised",
    Reason.ROLE_FILLED: "The role has been filled",
    Reason.ROLE_CANCELLED: "The employer has withdrawn the role",
    Reason.OTHER: "Another reason, in your own words below",
}
OFFERED_REASONS = tuple(reason for reason in Reason if reason is not Reason.ROLE_CANCELLED)
"""What a panel may choose from; a withdrawn role says it for every application at once."""
MAX_NOTE_WORDS = 100
MAX_REFUSAL_WORDS = 150
COMPARE_MIN, COMPARE_MAX = 2, 4


class Tab(StrEnum):
    """How the table of a role is divided; every stage belongs to one tab beside `open`. Where one
    partner left, the stage that is kept says where it stands."""

    OPEN = "open"
    NEW = "new"
    READING = "reading"
    SHORTLISTED = "shortlisted"
    INTERVIEW = "interview"
    OFFER = "offer"
    CLOSED = "closed"


TAB_STAGES: dict[Tab, frozenset[Stage]] = {
    Tab.OPEN: LIVE | {_S.HIRED},
    Tab.NEW: frozenset({_S.NEW}),
    Tab.READING: frozenset({_S.UNDER_REVIEW, _S.LONGLISTED}),
    Tab.SHORTLISTED: frozenset({_S.SHORTLISTED}),
    Tab.INTERVIEW: frozenset({_S.INTERVIEWING, _S.RESERVE}),
    Tab.OFFER: frozenset({_S.OFFERED, _S.COUNTER_OFFER_SINGLE, _S.ACCEPTED, _S.TRIAL, _S.HIRED}),
    Tab.CLOSED: CLOSED,
}
TAB_WORDS = {
    Tab.OPEN: "All open",
    Tab.NEW: "New",
    Tab.READING: "Being read",
    Tab.SHORTLISTED: "Shortlisted",
    Tab.INTERVIEW: "Interview",
    Tab.OFFER: "Offer",
    Tab.CLOSED: "Closed",
}


class Sort(StrEnum):
    NEWEST = "newest"
    FTE = "fte"
    OVERLAP = "overlap"
    TOGETHER = "together"


def moves_for(stage: Stage) -> list[str]:
    """What the employer may do next, in the order of the buttons."""
    return [move for move in EMPLOYER_MOVES if LIFECYCLE.allows(move, stage)]


def tab_counts(by_stage: dict[Stage, int]) -> dict[Tab, int]:
    """Candidacies in each tab."""
    return {
        tab: sum(by_stage.get(stage, 0) for stage in stages) for tab, stages in TAB_STAGES.items()
    }


def check_words(text: str, most: int, field: str) -> None:
    """Raises TooManyWordsError, which names the field."""
    count = count_words(text)
    if count > most:
        raise TooManyWordsError(count, most, field)


class CompareError(UserError):
    message = "Choose two, three or four pairs of the same role to compare."


class TooManyWordsError(UserError):
    def __init__(self, count: int, most: int, field: str) -> None:
        super().__init__(f"This has {count} words. Use {most} at most.", field=field)


class EmptyNoteError(UserError):
    message = "Write the note before you keep it."
    field = "text"


class ReasonMissingError(UserError):
    message = "Choose the reason that both partners will read."
    field = "reason"


class OtherReasonError(UserError):
    message = "Say in a few words what the reason was. Both partners will read it."
    field = "words"


class NothingToConfirmError(ConflictError):
    message = "Nothing was changed. There is nothing here that waits for your word any more."


class ChangedOnceMoreError(ConflictError):
    message = (
        "The role has changed once more since you opened this page, so nothing is said yet. Read"
        " below what is different now, then answer."
    )


class MovedMeanwhileError(ConflictError):
    message = (
        "A colleague moved this pair a moment before you. Nothing of yours was sent, and what you"
        " wrote is below. Read where the pair stands now, then decide again."
    )
