"""The way of an advert to the public: review, a date to open on, publication."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from jobboard.core import jobs
from jobboard.core.activity import record
from jobboard.core.db import transaction
from jobboard.core.events import emit
from jobboard.core.policy import Actor, require
from jobboard.roles import contents, queries
from jobboard.roles.dates import opening_gap
from jobboard.roles.domain import (
    LIFECYCLE,
    Gap,
    NotReadyError,
    ReviewedVersionChangedError,
    ReviewWordsError,
    RoleStatus,
)
from jobboard.roles.events import RoleChanged, RolePublished
from jobboard.roles.models import Role
from jobboard.roles.readiness import gaps
from jobboard.roles.service.moving import keep_words, move
from jobboard.roles.service.outcomes import ask_later


def publish(
    actor: Actor,
    role: Role,
    at: datetime,
    *,
    seen_version: int | None = None,
    publish_at: datetime | None = None,
) -> None:
    """Ask for review, be approved, be public: now, or by itself at `publish_at`. Approval is
    automatic (decisions.md 10).

    `seen_version`: what the publisher previewed. Raises NotReadyError with the gaps.
    """
    with transaction():
        require(actor, "role.publish", role)
        is_approved = role.status is RoleStatus.APPROVED
        LIFECYCLE.after("publish" if is_approved else "submit_for_review", role.status)
        if seen_version not in (None, role.version):
            raise ReviewedVersionChangedError
        if found := in_the_way(role, at, publish_at):
            raise NotReadyError(found)
        if not is_approved:
            move(actor, role, "submit_for_review", at)
            move(Actor(), role, "approve", at)
        if publish_at is None:
            _open(actor, role, at)
        else:
            _schedule(actor, role, publish_at)


def in_the_way(role: Role, at: datetime, publish_at: datetime | None = None) -> list[Gap]:
    """What is missing before it can be public, now or then."""
    found = gaps(contents.of(role), at)
    return found + (opening_gap(publish_at, role.closes_at, at) if publish_at else [])


def _schedule(actor: Actor, role: Role, publish_at: datetime) -> None:
    role.publish_at = publish_at
    record(actor, "role.scheduled", role, publish_at=publish_at.isoformat())
    jobs.enqueue(
        "roles.open_due",
        run_at=publish_at,
        unique_key=f"role.opens:{role.id}:{role.version}:{publish_at.isoformat()}",
        role_id=str(role.id),
    )


def _open(actor: Actor, role: Role, at: datetime) -> None:
    role.published_at, role.publish_at = at, None
    move(actor, role, "publish", at)
    if role.closes_at is not None:
        ask_later(role, role.closes_at)
    emit(RolePublished(role_id=role.id))
    emit(RoleChanged(role_id=role.id))


def open_due(role_id: UUID, at: datetime) -> None:
    """The worker opens what was scheduled for now. Again, or taken back since: nothing.

    What should have opened while no worker ran, and has closed by now, is a draft again.
    """
    with transaction():
        role = queries.of_worker(role_id)
        if role is None or not role.is_scheduled or role.publish_at is None or role.publish_at > at:
            return
        if gaps(contents.of(role), at):
            role.publish_at = None
            move(Actor(), role, "take_back", at)
        else:
            _open(Actor(), role, at)


def take_back(actor: Actor, role: Role, at: datetime) -> None:
    """A draft again: what waited for review, or for its day."""
    with transaction():
        require(actor, "role.take_back", role)
        role.publish_at = None
        move(actor, role, "take_back", at)


def submit_for_review(actor: Actor, role: Role, at: datetime) -> None:
    """Somebody else looks at it before it is public. Raises NotReadyError with the gaps."""
    with transaction():
        require(actor, "role.publish", role)
        LIFECYCLE.after("submit_for_review", role.status)
        if found := in_the_way(role, at):
            raise NotReadyError(found)
        move(actor, role, "submit_for_review", at)


def approve(actor: Actor, role: Role, at: datetime) -> None:
    with transaction():
        require(actor, "role.review", role)
        move(actor, role, "approve", at)


def ask_for_changes(actor: Actor, role: Role, words: str, at: datetime) -> None:
    """Back to its writers, who read the words."""
    with transaction():
        require(actor, "role.review", role)
        LIFECYCLE.after("ask_for_changes", role.status)
        if not words.strip():
            raise ReviewWordsError
        move(actor, role, "ask_for_changes", at)
        keep_words(actor, role, "ask_for_changes", at, words=words)
