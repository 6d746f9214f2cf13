"""The words of accounts: why somebody came, how long links and sessions live."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from jobboard.core.errors import UserError


class Purpose(StrEnum):
    """What brings a person here. Decides the first pages only; it is no right."""

    SHARE = "share"
    HIRE = "hire"


MIN_PASSWORD = 12
MAX_PASSWORD = 128
CONFIRMATION_LIFE = timedelta(days=14)
RESET_LIFE = timedelta(hours=1)
SESSION_IDLE = timedelta(days=7)
SESSION_LIFE = timedelta(days=30)


class LinkSpentError(UserError):
    """The same words for unknown, used and expired links: nobody learns which."""

    message = "This link no longer works. It may be old or already used. Ask for a new one."


class WrongPasswordError(UserError):
    message = "The address and the password do not go together. Check both and try again."
