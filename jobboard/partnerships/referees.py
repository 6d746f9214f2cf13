"""What somebody outside says about one entry of a track record: yes, or nothing. Pure."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from jobboard.core.errors import UserError

ASK_LIFE = timedelta(days=14)
MAX_ASKS = 5
"""Of one entry, ever: nobody is asked until somebody says yes."""


class Word(StrEnum):
    UNASKED = "unasked"
    ASKED = "asked"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    EXPIRED = "expired"


WORDS = {
    Word.UNASKED: "Nobody asked yet",
    Word.ASKED: "Referee asked",
    Word.CONFIRMED: "Confirmed by a referee",
    Word.DECLINED: "The referee would rather not say",
    Word.EXPIRED: "The referee did not answer in time",
}


MAX_SHOWN_AS = 120
"""Characters in which a referee may name themselves to an employer."""


def confirmed_words(shown_as: str) -> str:
    """`Confirmed by the chair of the board`; without a name of their choice `a referee`."""
    return f"Confirmed by {shown_as or 'a referee'}"


class RefereeSpentError(UserError):
    message = (
        "This link no longer works: it is old, already used or taken back, or the entry has changed"
        " since."
    )


class OwnRefereeError(UserError):
    message = "That is an address of one of you. Ask somebody who saw the work from outside."
    field = "address"


class OwnWordError(UserError):
    message = "You are one of the two. Only somebody else can confirm this."


class AlreadyAskedError(UserError):
    message = "Somebody is asked already. Take that back before you ask another."
    field = "address"


class AlreadyConfirmedError(UserError):
    message = "This entry is confirmed as it stands. Nobody else needs to be asked."
    field = "address"


class SaidNoError(UserError):
    message = "Somebody at this address would rather not say. Ask somebody else."
    field = "address"


class TooManyRefereesError(UserError):
    message = f"For one entry {MAX_ASKS} people may be asked. That many have been."
    field = "address"
