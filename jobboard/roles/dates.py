"""When a role may open, rest and stay open longer. Pure. Source: domain.md §4, RoleAdvert."""

from __future__ import annotations

from datetime import datetime, timedelta

from jobboard.core.errors import UserError
from jobboard.roles.domain import Gap

NO_PAUSE_BEFORE_CLOSE = timedelta(hours=24)
LONGEST_AHEAD = timedelta(days=366)
"""A role may be scheduled a year ahead at most."""
KEPT_BEFORE_ARCHIVE = timedelta(weeks=26)
"""After it was filled or withdrawn (decisions.md 17)."""


class TooLateToPauseError(UserError):
    message = (
        "Nothing was changed. It closes within 24 hours, and pairs who are about to sign count on"
        " that. Extend it or let it close."
    )


class NotLaterError(UserError):
    message = "The new closing time has to be later than the one that stands."
    field = "closes_on"


class ClosingPassedError(UserError):
    message = "This closing time has passed. Choose one that lies ahead."
    field = "closes_on"


class StillOpenError(UserError):
    message = "It has not closed yet. Extend it instead: pairs who are writing are told."


class HasClosedError(UserError):
    message = "It has closed already. To take applications, open it again with new dates."


class NobodyAcceptedError(UserError):
    message = (
        "Nothing was changed. Nobody has accepted an offer for it here yet. Close it early if you"
        " have found somebody another way."
    )


def check_pause(closes_at: datetime | None, at: datetime) -> None:
    """Raises TooLateToPauseError within a day of the closing; after it nothing is left to pause."""
    if closes_at is not None and closes_at - at < NO_PAUSE_BEFORE_CLOSE:
        raise TooLateToPauseError


def check_extension(new: datetime, old: datetime | None, at: datetime) -> None:
    if old is not None and new <= old:
        raise NotLaterError
    if new <= at:
        raise ClosingPassedError


def check_relisting(new: datetime, at: datetime) -> None:
    if new <= at:
        raise ClosingPassedError


def opening_gap(publish_at: datetime, closes_at: datetime | None, at: datetime) -> list[Gap]:
    """Why a role cannot open by itself then."""
    if publish_at <= at:
        return [Gap("publish_on", "This time has passed. Choose one that lies ahead, or none.")]
    if publish_at - at > LONGEST_AHEAD:
        return [Gap("publish_on", "Choose a day within a year.")]
    if closes_at is not None and publish_at >= closes_at:
        return [Gap("publish_on", "It would close before it opens. Choose an earlier time.")]
    return []
