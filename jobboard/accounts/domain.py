"""The words of accounts: why somebody came, how long links and sessions live."""

from __future__ import annotations

import re
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

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


SEEN_EVERY = timedelta(minutes=5)
"""How exactly a session remembers when it was last used."""
MAX_NAME = 100
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Explicit directions only: names written from the right to the left need none of them."""
OTHER_BROWSER = "A browser we do not know"
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


def device_words(agent: str) -> str:
    """What a browser says of itself, as people would say it: "Firefox on Windows"."""
    browser = next((words for mark, words in _BROWSERS if mark in agent), OTHER_BROWSER)
    system = next((words for mark, words in _SYSTEMS if mark in agent), "")
    return f"{browser} on {system}" if system else browser


def check_name(name: str, what: str = "Your name", field: str = "name") -> None:
    """Names travel in mails to strangers, so they carry no web address (security.md, mail).

    They show at least one letter or digit, and no mark that turns the words after it round.
    """
    if not any(character.isalnum() for character in name):
        raise UserError(f"{what} needs at least one letter.", field=field)
    if _TURNING.search(name):
        raise UserError(
            f"{what} holds an invisible mark that turns text round. Type it without.", field=field
        )
    lowered = name.casefold()
    if "://" in lowered or "www." in lowered:
        raise UserError(f"{what} cannot contain a web address. Leave it out.", field=field)


class LinkSpentError(UserError):
    """The same words for unknown, used and expired links: nobody learns which."""

    message = "This link no longer works. It may be old or already used. Ask for a new one."


class WrongPasswordError(UserError):
    message = "The address and the password do not go together. Check both and try again."


class NotYourPasswordError(UserError):
    message = "That is not your password. Type the one you sign in with."
    field = "old_password"


class UnconfirmedError(UserError):
    """The password was right, the address is not confirmed yet."""

    message = "Confirm your address first. The link is in the mail that we sent you."

    def __init__(self, address_id: UUID) -> None:
        super().__init__()
        self.address_id = address_id


class AddressTakenError(UserError):
    """Only said to somebody who has proved by a link that the address is theirs."""

    message = "There is an account with this address already. Sign in with it, then come back."
    field = "address"
