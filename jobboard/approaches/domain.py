"""The words of an approach: a pair asks an employer of its own accord (domain.md N21)."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from jobboard.core.errors import ConflictError, UserError
from jobboard.core.lifecycle import Lifecycle


class ApproachState(StrEnum):
    DRAFTED = "drafted"
    """Both still write; the second signature under one text sends it."""
    SENT = "sent"
    READ = "read"
    INVITED = "invited_to_apply"
    DECLINED = "politely_declined"
    NO_REPLY = "no_reply"
    WITHDRAWN = "withdrawn"


_S = ApproachState
LIFECYCLE = (
    Lifecycle(_S.DRAFTED)
    .step("send", source={_S.DRAFTED}, to=_S.SENT)
    .step("open", source={_S.SENT}, to=_S.READ)
    .step("invite", source={_S.READ}, to=_S.INVITED)
    .step("decline", source={_S.READ}, to=_S.DECLINED)
    .step("lapse", source={_S.SENT, _S.READ}, to=_S.NO_REPLY)
    .step("withdraw", source={_S.DRAFTED, _S.SENT, _S.READ}, to=_S.WITHDRAWN)
)
LIVE = frozenset({_S.DRAFTED, _S.SENT, _S.READ})
SHOWN = frozenset({_S.SENT, _S.READ, _S.INVITED, _S.DECLINED, _S.NO_REPLY})
"""What the employer sees."""
STATE_WORDS = {
    _S.DRAFTED: ("You are writing", ""),
    _S.SENT: ("Sent", "joint"),
    _S.READ: ("Read", "joint"),
    _S.INVITED: ("Invited to apply", "good"),
    _S.DECLINED: ("Declined with thanks", ""),
    _S.NO_REPLY: ("No reply", ""),
    _S.WITHDRAWN: ("Withdrawn", ""),
}
"""Words and tone."""
REPLY_WITHIN = timedelta(days=30)
"""domain.md: no reply after 30 days."""
REST = timedelta(days=90)
"""Our own number: from the end of one that was sent to the next to the same employer."""
MAX_PROPOSITION, MAX_WHY, MAX_ANSWER = 500, 300, 300
"""Words."""


def free_from(
    state: ApproachState, sent_at: datetime | None, settled_at: datetime | None
) -> datetime | None:
    """From when the same pair may begin another to this employer; None: at once.

    What was sent and led to no invitation rests for REST after its end; of one that lives the
    end is not known, so ask `LIVE` first.
    """
    if sent_at is None or settled_at is None or state is _S.INVITED:
        return None
    return settled_at + REST


class NotAPairNowError(UserError):
    message = (
        "You write to employers as a pair: one that both have confirmed and that is not paused or"
        " ending."
    )


class NobodyReadsError(UserError):
    message = "Nobody of this employer is on Twofold, so nobody could read it here."


class OwnEmployerError(UserError):
    message = "One of you belongs to this employer on Twofold. Talk to your colleagues directly."


class AlreadyLiveError(UserError):
    message = "You have an approach to this employer already. Go on with that one."


class RestsError(UserError):
    message = "You wrote to this employer not long ago."


class UnfinishedError(UserError):
    message = "Something is missing before you can sign."


class OtherTextError(ConflictError):
    message = (
        "The text has changed since you looked at it, so nothing was signed. Read it below as it is"
        " now."
    )


class WrittenMeanwhileError(ConflictError):
    message = (
        "What you typed is still here. Your partner saved other words after you opened this page,"
        " so nothing was overwritten. What stands now is above the form. Save again to replace it."
    )


class SettledMeanwhileError(ConflictError):
    message = (
        "What you typed is still here and nothing was changed. This approach has been answered,"
        " withdrawn or has run out meanwhile."
    )
