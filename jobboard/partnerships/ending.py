"""When a pair rests or ends: the words and the clocks (domain.md §4, N24). Pure."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from jobboard.core.errors import ConflictError
from jobboard.partnerships.domain import PartnershipStatus

NOTICE = timedelta(days=7)
"""Between asking for the end and the end: both may think again."""
MAX_WORDS_CHARACTERS = 500


class BreakKind(StrEnum):
    PAUSE = "pause"
    ENDING = "ending"


class Wish(StrEnum):
    """What one of the two wants while the partnership is ending; silence is neither."""

    STAY = "stay"
    END = "end"


class Outcome(StrEnum):
    RESUMED = "resumed"
    STAYED = "stayed"
    DISSOLVED = "dissolved"
    BECAME_ENDING = "became_ending"
    """A pause that somebody turned into the end."""


WHY_NOT_APPLYING = {
    PartnershipStatus.CONNECTED: "Your partnership is not formed. You both confirm it first.",
    PartnershipStatus.PAUSED: "Your partnership is paused. Either of you may go on with it; then"
    " you can sign and apply again.",
    PartnershipStatus.DISSOLVING: "Your partnership is ending. You can sign and apply again once"
    " you have both said that you stay together.",
    PartnershipStatus.DISSOLVED: "Your partnership has ended. What you wrote can still be read.",
    PartnershipStatus.PARTED: "You two went separate ways. What you wrote can still be read.",
}
"""Why a pair in this state cannot start, sign or send anything; formed pairs can."""


class ChangedMeanwhileError(ConflictError):
    """Both act on the end at once."""

    message = (
        "Your partner was a moment faster. Nothing of yours was sent: read where the two of you"
        " stand now, then decide again."
    )
