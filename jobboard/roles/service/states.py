"""Move an advert through its life cycle: publish it, take it back."""

from __future__ import annotations

from datetime import datetime

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.events import emit
from jobboard.core.policy import Actor, require
from jobboard.roles import contents
from jobboard.roles.domain import (
    LIFECYCLE,
    NotReadyError,
    ReviewedVersionChangedError,
    RoleStatus,
)
from jobboard.roles.events import RoleChanged, RolePublished
from jobboard.roles.models import Role
from jobboard.roles.readiness import gaps
from jobboard.roles.service.telling import tell


def publish(actor: Actor, role: Role, at: datetime, *, seen_version: int | None = None) -> None:
    """Ask for review, be approved, be public. Approval is automatic (decisions.md 10).

    `seen_version`: what the publisher previewed. Raises NotReadyError with the gaps.
    """
    with transaction():
        require(actor, "role.publish", role)
        is_approved = role.status is RoleStatus.APPROVED
        LIFECYCLE.after("publish" if is_approved else "submit_for_review", role.status)
        if seen_version not in (None, role.version):
            raise ReviewedVersionChangedError
        if found := gaps(contents.of(role), at):
            raise NotReadyError(found)
        if not is_approved:
            _move(actor, role, "submit_for_review", at)
            _move(Actor(), role, "approve", at)
        role.published_at = at
        _move(actor, role, "publish", at)
        emit(RolePublished(role_id=role.id))
        emit(RoleChanged(role_id=role.id))


def pause(actor: Actor, role: Role, at: datetime) -> None:
    """Take no applications for now."""
    with transaction():
        require(actor, "role.pause", role)
        _move(actor, role, "pause", at)
        tell(role)


def resume(actor: Actor, role: Role, at: datetime) -> None:
    """Open again what was paused or closed early; its closing time still counts."""
    with transaction():
        require(actor, "role.resume", role)
        was_closed = role.status is RoleStatus.CLOSED_EARLY
        _move(actor, role, "relist" if was_closed else "resume", at)
        tell(role)


def close_early(actor: Actor, role: Role, at: datetime) -> None:
    with transaction():
        require(actor, "role.close_early", role)
        _move(actor, role, "close_early", at)
        tell(role)


def cancel(actor: Actor, role: Role, at: datetime) -> None:
    """Withdraw the advert for good; its page answers 410."""
    with transaction():
        require(actor, "role.cancel", role)
        _move(actor, role, "cancel", at)
        tell(role)


def fill(actor: Actor, role: Role, at: datetime) -> None:
    """Somebody holds the role now."""
    with transaction():
        require(actor, "role.fill", role)
        _move(actor, role, "fill", at)
        tell(role)


_DONE = {
    "submit_for_review": "role.sent_for_review",
    "approve": "role.approved",
    "publish": "role.published",
    "pause": "role.paused",
    "resume": "role.resumed",
    "relist": "role.relisted",
    "close_early": "role.closed_early",
    "cancel": "role.cancelled",
    "fill": "role.filled",
}


def _move(actor: Actor, role: Role, move: str, at: datetime) -> None:
    role.advance(move)
    role.updated_at = at
    session().flush()
    record(actor, _DONE[move], role)
