"""The words of a pair card: what two people show to somebody without an account."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from jobboard.core.errors import ConflictError, UserError


class CardState(StrEnum):
    """From the columns and the clock; nothing of it is stored."""

    PROPOSED = "proposed"
    """One of the two asks; nobody else can open it."""
    LIVE = "live"
    EXPIRED = "expired"
    """It was live and its days are over."""
    LAPSED = "lapsed"
    """The partner never answered."""
    DECLINED = "declined"
    TAKEN_BACK = "taken_back"
    """By the one who proposed it, before it was live."""
    REVOKED = "revoked"
    """It was live, and one of the two ended it at once."""
    RESTING = "resting"
    """The pair is paused: the link opens nothing until it goes on; the days run on."""
    PARTED = "parted"
    """One of the two asked to part, and every card ended with that."""


STATE_WORDS = {
    CardState.PROPOSED: ("Waits for a yes", ""),
    CardState.LIVE: ("The link works", "good"),
    CardState.EXPIRED: ("Ran out", ""),
    CardState.LAPSED: ("Not answered in time", ""),
    CardState.DECLINED: ("Not agreed to", ""),
    CardState.TAKEN_BACK: ("Taken back", ""),
    CardState.REVOKED: ("Revoked", "bad"),
    CardState.RESTING: ("Rests while you pause", ""),
    CardState.PARTED: ("Ended when one of you asked to part", ""),
}
"""Words and tone."""
LIVES = (7, 14, 30, 90)
"""Days for which a link may work."""
DEFAULT_LIFE = 14
PROPOSAL_LIFE = timedelta(days=14)
MAX_OPEN = 10
"""Live links and open proposals of one pair: enough to look for a role, few enough to oversee."""
MAX_LABEL = 120


class NotAPairYetError(UserError):
    message = "You show a card as a pair: that begins when you have both confirmed it."


class TooManyCardsError(UserError):
    message = (
        f"You have {MAX_OPEN} cards that work or wait for an answer. Revoke one before you propose"
        " another."
    )


class NothingToShowError(UserError):
    message = "Choose at least one part to show."
    field = "parts"


class SettledCardError(ConflictError):
    message = (
        "This card has been settled meanwhile: agreed to, taken back, or too old. Nothing was"
        " changed. Your list of cards shows how it stands."
    )


class OtherContentError(ConflictError):
    message = (
        "The text has changed since you looked at it. Nothing was done. Read it below as it is now."
    )
