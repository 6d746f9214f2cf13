"""The words of an advert ("role" never means anything else): states, kinds, lists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jobboard.core.errors import ConflictError, UserError
from jobboard.core.lifecycle import Lifecycle
from jobboard.planning.sectors import SECTORS as SECTORS


class Origin(StrEnum):
    POSTED = "posted"
    IMPORTED = "imported"


class RoleStatus(StrEnum):
    """Stored states (decisions.md 10). Scheduled, open and closed come from the clock."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    CHANGES_ASKED = "changes_asked"
    APPROVED = "approved"
    PUBLISHED = "published"
    PAUSED = "paused"
    CLOSED_EARLY = "closed_early"
    FILLED = "filled"
    CANCELLED = "cancelled"
    ARCHIVED = "archived"


PUBLIC = frozenset(
    {RoleStatus.PUBLISHED, RoleStatus.PAUSED, RoleStatus.CLOSED_EARLY, RoleStatus.FILLED}
)
"""Anybody may read these."""
RUNNING = frozenset({RoleStatus.PUBLISHED, RoleStatus.PAUSED})
"""Until they close they take applications, or would."""
GONE = frozenset({RoleStatus.CANCELLED, RoleStatus.ARCHIVED})
"""They answer 410."""

UNPUBLISHED = frozenset(
    {RoleStatus.DRAFT, RoleStatus.IN_REVIEW, RoleStatus.CHANGES_ASKED, RoleStatus.APPROVED}
)
"""Only the organisation may read these."""
EDITABLE = frozenset(
    {
        RoleStatus.DRAFT,
        RoleStatus.CHANGES_ASKED,
        RoleStatus.PUBLISHED,
        RoleStatus.PAUSED,
        RoleStatus.CLOSED_EARLY,
    }
)

_S = RoleStatus
LIFECYCLE = (
    Lifecycle(_S.DRAFT)
    .step("submit_for_review", source={_S.DRAFT, _S.CHANGES_ASKED}, to=_S.IN_REVIEW)
    .step("ask_for_changes", source={_S.IN_REVIEW}, to=_S.CHANGES_ASKED)
    .step("approve", source={_S.IN_REVIEW}, to=_S.APPROVED)
    .step("publish", source={_S.APPROVED}, to=_S.PUBLISHED)
    .step("pause", source={_S.PUBLISHED}, to=_S.PAUSED)
    .step("resume", source={_S.PAUSED}, to=_S.PUBLISHED)
    .step("close_early", source={_S.PUBLISHED, _S.PAUSED}, to=_S.CLOSED_EARLY)
    .step("take_back", source={_S.IN_REVIEW, _S.APPROVED}, to=_S.DRAFT)
    .step("relist", source={_S.PUBLISHED, _S.PAUSED, _S.CLOSED_EARLY}, to=_S.PUBLISHED)
    .step("fill", source={_S.PUBLISHED, _S.CLOSED_EARLY}, to=_S.FILLED)
    .step("cancel", source={_S.PUBLISHED, _S.PAUSED, _S.CLOSED_EARLY}, to=_S.CANCELLED)
    .step("archive", source={_S.FILLED, _S.CANCELLED}, to=_S.ARCHIVED)
)
"""To relist, it has to have closed; the clock closes a published or a paused role."""
STATUS_WORDS = {
    _S.DRAFT: "Draft",
    _S.IN_REVIEW: "In review",
    _S.CHANGES_ASKED: "Changes asked",
    _S.APPROVED: "Approved",
    _S.PUBLISHED: "Published",
    _S.PAUSED: "Paused",
    _S.CLOSED_EARLY: "Closed early",
    _S.FILLED: "Filled",
    _S.CANCELLED: "Cancelled",
    _S.ARCHIVED: "Archived",
}


class CancelReason(StrEnum):
    """Why an employer withdraws a role: codes for the trail, words for the pairs."""

    BUDGET = "budget"
    REDESIGNED = "redesigned"
    FILLED_INSIDE = "filled_inside"
    MISTAKE = "mistake"
    OTHER = "other"


CANCEL_WORDS = {
    CancelReason.BUDGET: "The money for the post is no longer there",
    CancelReason.REDESIGNED: "The post is being designed anew",
    CancelReason.FILLED_INSIDE: "Somebody inside the organisation takes it on",
    CancelReason.MISTAKE: "It was published by mistake",
    CancelReason.OTHER: "Another reason, in your own words below",
}
MAX_REASON_WORDS = 150


def reason_said(reason: str, words: str) -> str:
    """`It was published by mistake.`, then the employer's own words. `reason`: a CancelReason."""
    first = "" if reason == CancelReason.OTHER else f"{CANCEL_WORDS[CancelReason(reason)]}."
    return "\n\n".join(part for part in (first, words.strip()) if part)


class WorkMode(StrEnum):
    ON_SITE = "on_site"
    HYBRID = "hybrid"
    REMOTE = "remote"


class MayLead(StrEnum):
    EITHER = "either"
    JOINT = "joint"


class SingleApplicants(StrEnum):
    """What the employer does about one person: who applies alone, whose partner left."""

    NO = "no"
    YES = "yes"
    WILL_MATCH = "will_match"


SINGLE_WORDS = {
    SingleApplicants.NO: "No, the role is for two who apply together",
    SingleApplicants.YES: "Yes, one person may apply and say what they look for in a partner",
    SingleApplicants.WILL_MATCH: "They may say that they are interested, and we look for a partner",
}
LEAVES_WORDS = {
    SingleApplicants.NO: "The role stays for two: the other needs a new partner",
    SingleApplicants.YES: "The other may go on alone",
    SingleApplicants.WILL_MATCH: "The other may go on alone, and we look for a partner with them",
}


class HeldBy(StrEnum):
    EACH = "each"
    PAIR = "pair"


class SalaryPeriod(StrEnum):
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    SESSION = "session"
    HOUR = "hour"


PERIOD_WORDS = {
    SalaryPeriod.YEAR: "a year",
    SalaryPeriod.MONTH: "a month",
    SalaryPeriod.DAY: "a day",
    SalaryPeriod.SESSION: "a session",
    SalaryPeriod.HOUR: "an hour",
}
WORK_MODE_WORDS = {
    WorkMode.ON_SITE: "On site",
    WorkMode.HYBRID: "Hybrid",
    WorkMode.REMOTE: "Remote",
}
HELD_BY_WORDS = {HeldBy.EACH: "Each of you", HeldBy.PAIR: "Between you"}
MAY_LEAD_WORDS = {MayLead.EITHER: "Either may lead", MayLead.JOINT: "Must be joint"}


LINK_DAYS = (7, 14, 30, 90)
"""How long a link to the result of the ten questions may live."""


class RoleClosedError(UserError):
    message = "This role has closed. What you wrote is kept; nothing more can be sent for it."


class ReviewedVersionChangedError(UserError):
    message = "The role changed while you were looking at it. Read it again before you go on."


class RoleEditedMeanwhileError(ConflictError):
    message = (
        "What you typed is still here. A colleague saved this role after you opened it, so nothing"
        " was overwritten. Compare the two below, then save again."
    )


class AnsweredMeanwhileError(ConflictError):
    message = (
        "What you ticked is still here. A colleague answered after you opened this page, so nothing"
        " was overwritten. Look at the answers that differ, then save again."
    )


class SavedByHandError(ConflictError):
    message = "Readers see this role, so nothing is saved by itself. Press save when you are ready."


class CancelReasonError(UserError):
    message = "Choose the reason. Pairs who applied read it."
    field = "reason"


class OwnWordsError(UserError):
    message = "Say in a few words what the reason is. Pairs who applied read it."
    field = "words"


class ReviewWordsError(UserError):
    message = "Say what should change, so that the employer can mend it."
    field = "words"


class NotEditableError(ConflictError):
    message = (
        "Nothing was changed. This role has reached a state in which it can only be read. Write a"
        " new one if you want to advertise it again."
    )


class NotReadyError(UserError):
    """`gaps` says what is missing, field by field."""

    message = "Nothing was published. A few things are missing first."

    def __init__(self, gaps: list[Gap]) -> None:
        super().__init__()
        self.gaps = gaps


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between a role and its publication. `field` is the name in the form."""

    field: str
    sentence: str
