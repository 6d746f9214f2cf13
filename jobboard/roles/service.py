"""The verbs of an advert: write it, publish it, take it back."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm.exc import StaleDataError

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.errors import InvalidInputError
from jobboard.core.events import emit
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, require
from jobboard.organisations.models import Organisation
from jobboard.roles import contents
from jobboard.roles.content import Content
from jobboard.roles.domain import (
    LIFECYCLE,
    Gap,
    NotEditableError,
    NotReadyError,
    ReviewedVersionChangedError,
    RoleEditedMeanwhileError,
    RoleStatus,
)
from jobboard.roles.events import RoleChanged, RolePublished
from jobboard.roles.models import Role
from jobboard.roles.readiness import gaps


def create(actor: Actor, organisation: Organisation, content: Content, at: datetime) -> Role:
    """A draft, complete or not."""
    with transaction() as current:
        require(actor, "role.create", organisation)
        role = Role(
            id=uuid4(),
            organisation=organisation,
            created_by_id=actor.user_id,
            created_at=at,
            updated_at=at,
            version=1,
        )
        contents.put(role, content)
        current.add(role)
        current.flush()
        record(actor, "role.created", role)
    return role


def save(actor: Actor, role: Role, content: Content, base: int, at: datetime) -> bool:
    """Store an edit made on top of `base`, the lock version the writer saw. False: no difference.

    Raises RoleEditedMeanwhileError if somebody saved since; what readers can see must stay
    complete (InvalidInputError). The version grows with each edit that changes something.
    """
    with transaction() as current:
        require(actor, "role.edit", role)
        content = contents.settle(content, role)
        _refuse_unsavable(role, content, base, at)
        if contents.of(role) == content:
            return False
        contents.put(role, content)
        role.version += 1
        role.updated_at = at
        try:
            current.flush()
        except StaleDataError:
            raise RoleEditedMeanwhileError from None
        record(actor, "role.edited", role, version=role.version)
        _tell(role)
    return True


def _refuse_unsavable(role: Role, content: Content, base: int, at: datetime) -> None:
    if not role.is_editable:
        raise NotEditableError
    if base != role.lock_version:
        raise RoleEditedMeanwhileError
    if found := [] if role.is_unpublished else missing(role, content, at):
        errors: dict[str, list[str]] = {}
        for gap in found:
            errors.setdefault(gap.field, []).append(gap.sentence)
        raise InvalidInputError(errors)


def missing(role: Role, content: Content, at: datetime) -> list[Gap]:
    """What stands in the way of this content being public as this role."""
    promised = None if role.is_unpublished else role.closes_at
    return gaps(contents.settle(content, role), at, promised)


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
        _tell(role)


def resume(actor: Actor, role: Role, at: datetime) -> None:
    """Open again what was paused or closed early; its closing time still counts."""
    with transaction():
        require(actor, "role.resume", role)
        was_closed = role.status is RoleStatus.CLOSED_EARLY
        _move(actor, role, "relist" if was_closed else "resume", at)
        _tell(role)


def close_early(actor: Actor, role: Role, at: datetime) -> None:
    with transaction():
        require(actor, "role.close_early", role)
        _move(actor, role, "close_early", at)
        _tell(role)


def cancel(actor: Actor, role: Role, at: datetime) -> None:
    """Withdraw the advert for good; its page answers 410."""
    with transaction():
        require(actor, "role.cancel", role)
        _move(actor, role, "cancel", at)
        _tell(role)


def fill(actor: Actor, role: Role, at: datetime) -> None:
    """Somebody holds the role now."""
    with transaction():
        require(actor, "role.fill", role)
        _move(actor, role, "fill", at)
        _tell(role)


def discard(actor: Actor, role: Role) -> None:
    """Delete a draft that was never public."""
    with transaction() as current:
        require(actor, "role.discard", role)
        if role.status is not RoleStatus.DRAFT:
            raise IllegalMoveError("discard", role.status)
        record(actor, "role.discarded", role)
        current.delete(role)


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


def _tell(role: Role) -> None:
    """Nobody outside can see a draft, so nobody needs to hear that it changed."""
    if not role.is_unpublished:
        emit(RoleChanged(role_id=role.id))
