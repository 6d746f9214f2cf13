"""Write an advert, keep what was written, throw a draft away."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from sqlalchemy.orm.exc import StaleDataError

from jobboard.core.activity import record
from jobboard.core.db import transaction
from jobboard.core.errors import InvalidInputError
from jobboard.core.lifecycle import IllegalMoveError
from jobboard.core.policy import Actor, require
from jobboard.organisations import queries as organisations
from jobboard.organisations.models import Organisation
from jobboard.organisations.queries import ties
from jobboard.organisations.ties import TieKind
from jobboard.roles import contents
from jobboard.roles.content import Content
from jobboard.roles.domain import (
    Gap,
    NotEditableError,
    RoleEditedMeanwhileError,
    RoleStatus,
)
from jobboard.roles.employers import NotAClientError
from jobboard.roles.models import Role
from jobboard.roles.readiness import gaps
from jobboard.roles.service.telling import tell_of_edit
from jobboard.roles.steps import STEPS, raised


def create(
    actor: Actor,
    organisation: Organisation,
    content: Content,
    at: datetime,
    agency: Organisation | None = None,
) -> Role:
    """A draft, complete or not. Raises NotAClientError where the organisation has not confirmed
    the agency, or has ended it."""
    with transaction() as current:
        require(actor, "role.create", agency or organisation)
        if agency is not None:
            _refuse_stranger(agency, organisation)
        role = Role(
            id=uuid4(),
            organisation=organisation,
            agency=agency,
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


def _refuse_stranger(agency: Organisation, client: Organisation) -> None:
    organisations.hold(agency.id, client.id)
    tie = ties.between(TieKind.AGENCY, agency.id, client.id)
    if tie is None or tie.confirmed_at is None:
        raise NotAClientError


def save(actor: Actor, role: Role, content: Content, base: int, at: datetime) -> bool:
    """Store an edit made on top of `base`, the lock version the writer saw. False: no difference.

    Raises RoleEditedMeanwhileError if somebody saved since; what readers can see must stay
    complete (InvalidInputError). The version grows with each edit that changes something.
    """
    with transaction() as current:
        require(actor, "role.edit", role)
        content = contents.settle(content, role)
        _refuse_unsavable(role, content, base, at)
        stored, was_running = contents.of(role), role.runs(at)
        if stored == content:
            return False
        role.step_numbers = raised(
            role.step_numbers, [step for step in STEPS if step.differs(stored, content)]
        )
        contents.put(role, content)
        role.version += 1
        role.updated_at = at
        try:
            current.flush()
        except StaleDataError:
            raise RoleEditedMeanwhileError from None
        record(actor, "role.edited", role, version=role.version)
        tell_of_edit(role, stored, was_running, at)
    return True


def _refuse_unsavable(role: Role, content: Content, base: int, at: datetime) -> None:
    if not role.is_editable:
        raise NotEditableError
    if base != role.lock_version:
        raise RoleEditedMeanwhileError
    refuse_worse(role, content, at)


def refuse_worse(role: Role, content: Content, at: datetime) -> None:
    """InvalidInputError where readers would miss what they do not miss today."""
    if found := [] if role.is_unpublished else _worse(role, content, at):
        errors: dict[str, list[str]] = {}
        for gap in found:
            errors.setdefault(gap.field, []).append(gap.sentence)
        raise InvalidInputError(errors)


def _worse(role: Role, content: Content, at: datetime) -> list[Gap]:
    """What readers would miss and do not miss today: rules that came after it was published keep
    nobody from mending a word."""
    before = {gap.field for gap in missing(role, contents.of(role), at)}
    return [gap for gap in missing(role, content, at) if gap.field not in before]


def missing(role: Role, content: Content, at: datetime) -> list[Gap]:
    """What stands in the way of this content being public as this role."""
    promised = None if role.is_unpublished else role.closes_at
    return gaps(contents.settle(content, role), at, promised)


def discard(actor: Actor, role: Role) -> None:
    """Delete a draft that was never public."""
    with transaction() as current:
        require(actor, "role.discard", role)
        if role.status is not RoleStatus.DRAFT:
            raise IllegalMoveError("discard", role.status)
        record(actor, "role.discarded", role)
        current.delete(role)
