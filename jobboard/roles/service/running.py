"""What may become of a public advert: rest, stay longer, close, open anew, end."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from jobboard.core import jobs
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.errors import UserError
from jobboard.core.events import emit
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, require
from jobboard.core.text import count_words
from jobboard.roles import queries
from jobboard.roles.closing import local_parts
from jobboard.roles.dates import (
    KEPT_BEFORE_ARCHIVE,
    HasClosedError,
    NobodyAcceptedError,
    StillOpenError,
    check_extension,
    check_pause,
    check_relisting,
)
from jobboard.roles.domain import (
    LIFECYCLE,
    MAX_REASON_WORDS,
    RUNNING,
    CancelReason,
    CancelReasonError,
    OwnWordsError,
)
from jobboard.roles.events import RoleCancelled, RoleClosedEarly, RoleExtended, RoleRelisted
from jobboard.roles.models import Role
from jobboard.roles.service.moving import keep_words, move
from jobboard.roles.service.outcomes import ask_later
from jobboard.roles.service.telling import tell


def pause(actor: Actor, role: Role, at: datetime) -> None:
    """Take no applications for now. Not within a day of closing: TooLateToPauseError."""
    with transaction():
        require(actor, "role.pause", role)
        LIFECYCLE.after("pause", role.status)
        check_pause(role.closes_at, at)
        move(actor, role, "pause", at)
        tell(role)


def resume(actor: Actor, role: Role, at: datetime) -> None:
    """Open again what was paused; its closing time still counts."""
    with transaction():
        require(actor, "role.resume", role)
        LIFECYCLE.after("resume", role.status)
        if role.has_closed(at):
            raise HasClosedError
        move(actor, role, "resume", at)
        tell(role)


def extend(actor: Actor, role: Role, closes_at: datetime, at: datetime) -> None:
    """Stay open until later; whoever applies is told. Raises UserErrors that name their field."""
    with transaction():
        require(actor, "role.extend", role)
        if role.status not in RUNNING:
            raise IllegalMoveError("extend", role.status)
        if role.has_closed(at):
            raise HasClosedError
        check_extension(closes_at, role.closes_at, at)
        _close_at(role, closes_at, at)
        record(actor, "role.extended", role, closes_at=closes_at.isoformat())
        tell(role)
        emit(RoleExtended(role_id=role.id, closes_at=closes_at))


def relist(actor: Actor, role: Role, closes_at: datetime, at: datetime) -> None:
    """Open again what has closed, until a new time; applications it has are kept."""
    with transaction():
        require(actor, "role.relist", role)
        LIFECYCLE.after("relist", role.status)
        if not role.has_closed(at):
            raise StillOpenError
        check_relisting(closes_at, at)
        _close_at(role, closes_at, at)
        move(actor, role, "relist", at)
        tell(role)
        emit(RoleRelisted(role_id=role.id, closes_at=closes_at))


def _close_at(role: Role, closes_at: datetime, at: datetime) -> None:
    """Interviews before the new closing would come too early; their days are set anew. What pairs
    have signed does not speak of the closing, so the version stays."""
    role.closes_at = closes_at
    last, _ = local_parts(closes_at, role.closes_zone)
    role.interview_dates = [
        text for text, day in zip(role.interview_dates, role.interviews_on, strict=True)
        if day > last
    ]  # fmt: skip
    role.updated_at = at
    session().flush()


def close_early(actor: Actor, role: Role, at: datetime) -> None:
    """Before its time; whoever applies is told. HasClosedError where the clock was first."""
    with transaction():
        require(actor, "role.close_early", role)
        LIFECYCLE.after("close_early", role.status)
        if role.has_closed(at):
            raise HasClosedError
        move(actor, role, "close_early", at)
        tell(role)
        ask_later(role, at)
        emit(RoleClosedEarly(role_id=role.id, at=at))


def cancel(
    actor: Actor, role: Role, at: datetime, reason: CancelReason | None, words: str = ""
) -> None:
    """Withdraw the advert for good; its page answers 410, live applications end and both partners
    of each read the reason. Raises UserErrors that name their field."""
    with transaction():
        require(actor, "role.cancel", role)
        LIFECYCLE.after("cancel", role.status)
        if reason is None:
            raise CancelReasonError
        _check_reason(reason, words)
        move(actor, role, "cancel", at)
        keep_words(actor, role, "cancel", at, reason=reason, words=words)
        _archive_later(role, at)
        tell(role)
        emit(RoleCancelled(role_id=role.id, by_id=actor.user_id))


def _check_reason(reason: CancelReason, words: str) -> None:
    if reason is CancelReason.OTHER and not words.strip():
        raise OwnWordsError
    if (count := count_words(words)) > MAX_REASON_WORDS:
        raise UserError(f"This has {count} words. Use {MAX_REASON_WORDS} at most.", field="words")


def fill(actor: Actor, role: Role, at: datetime, *, has_accepted: bool) -> None:
    """Somebody holds the role now. `has_accepted`: somebody said yes to an offer; without that
    NobodyAcceptedError."""
    with transaction():
        require(actor, "role.fill", role)
        LIFECYCLE.after("fill", role.status)
        if not has_accepted:
            raise NobodyAcceptedError
        move(actor, role, "fill", at)
        _archive_later(role, at)
        tell(role)


def _archive_later(role: Role, at: datetime) -> None:
    jobs.enqueue(
        "roles.archive",
        run_at=at + KEPT_BEFORE_ARCHIVE,
        unique_key=f"role.archive:{role.id}",
        role_id=str(role.id),
    )


def archive(role_id: UUID, at: datetime) -> None:
    """The worker puts away what ended long ago. Again: nothing."""
    with transaction():
        role = queries.of_worker(role_id)
        if role is not None and LIFECYCLE.allows("archive", role.status):
            move(Actor(), role, "archive", at)
            tell(role)
