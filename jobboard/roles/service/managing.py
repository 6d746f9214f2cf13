"""Name the line manager of a role, and confirm for them or let them confirm how they manage two."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import uuid4

from sqlalchemy.exc import IntegrityError

from jobboard.accounts import queries as accounts
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.mail import post
from jobboard.core.policy import Actor, require
from jobboard.roles.domain import NotEditableError
from jobboard.roles.manager import (
    ASK_LIFE,
    MAX_ASKS,
    ManagerAskedError,
    ManagerChangedError,
    ManagerLinkSpentError,
    ManagerSaidItError,
    NoManagerError,
    OwnManagerAddressError,
    SaidBy,
    TooManyManagerAsksError,
    is_same,
    known,
)
from jobboard.roles.models import ManagerAsk, ManagerCheck, Role
from jobboard.roles.queries import managers


def name_manager(
    actor: Actor, role: Role, name: str, title: str, base: int, at: datetime
) -> None:  # fmt: skip
    """Another name or job title is another manager: what was confirmed and open links end.

    `base` is the number the page was made from, 0 for none. Raises ManagerChangedError.
    """
    try:
        with transaction() as current:
            row = _locked(actor, role, base)
            if row is None:
                row = ManagerCheck(id=uuid4(), role_id=role.id, name=name, title=title)
                current.add(row)
            elif not is_same(row.name, row.title, name, title):
                row.begins_anew()
                _end_asks(row, at)
            row.name, row.title = name, title
            current.flush()
            record(actor, "role.manager_named", role)
    except IntegrityError:
        raise ManagerChangedError from None


def tick(actor: Actor, role: Role, ticks: Iterable[str], base: int, at: datetime) -> None:
    """What a colleague confirms for the manager, all of it as it is now.

    Raises NoManagerError, ManagerChangedError, ManagerSaidItError.
    """
    with transaction():
        row = _named(actor, role, base)
        if row.was_said_in_person:
            raise ManagerSaidItError
        row.says(known(ticks), SaidBy.STAFF, actor.user_id, at)
        record(actor, "role.manager_ticked", role, count=len(row.confirmed))


def take_back_ready(actor: Actor, role: Role, at: datetime) -> None:
    """Readers of the advert see it no more. Twice changes nothing."""
    with transaction():
        row = _named(actor, role)
        if row.said_at is not None and row.taken_back_at is None:
            row.taken_back_at = at
            record(actor, "role.manager_taken_back", role)


def ask_manager(actor: Actor, role: Role, address: str, at: datetime) -> None:
    """Mail the list with a link of 14 days; the same address again is sent the same link.

    Raises NoManagerError, OwnManagerAddressError, ManagerAskedError, TooManyManagerAsksError.
    """
    with transaction():
        check = _named(actor, role)
        if actor.user_id and accounts.user(actor.user_id).owns(address):
            raise OwnManagerAddressError
        row = managers.open_ask(check, at) or _new_ask(actor, check, address, at)
        if row.address != address:
            raise ManagerAskedError
        record(actor, "role.manager_asked", role)
        decision = f"role.manager_asked:{row.id}:{at.date().isoformat()}"
        post("roles.manager_ask", row.address, decision=decision, ask_id=str(row.id))


def unask_manager(actor: Actor, role: Role, at: datetime) -> None:
    """The link opens nothing any more. Twice changes nothing."""
    with transaction():
        if _end_asks(_named(actor, role), at):
            record(actor, "role.manager_unasked", role)


def answer_as_manager(row: ManagerAsk, role: Role, ticks: Iterable[str], at: datetime) -> None:
    """Whoever holds the link answers once; whoever sent it is told.

    Raises ManagerLinkSpentError.
    """
    with transaction():
        check, found = managers.locked(role.id), managers.ask(row.id)
        if check is None or found is None or not found[0].is_open(at) or found[1].is_gone:
            raise ManagerLinkSpentError
        row, role = found
        row.answered_at = at
        check.says(known(ticks), SaidBy.MANAGER, None, at)
        record(Actor(), "role.manager_answered", role, count=len(check.confirmed))
        sender = accounts.user(row.asked_by_id) if row.asked_by_id else None
        if sender and sender.address and role.member_kind(sender.id) is not None:
            post(
                "roles.manager_answered",
                sender.address,
                decision=f"role.manager_answered:{row.id}",
                person_id=sender.id,
                ask_id=str(row.id),
            )


def _locked(actor: Actor, role: Role, base: int | None = None) -> ManagerCheck | None:
    """The row as it is now, if it still has the number the page was made from."""
    require(actor, "role.edit", role)
    if role.is_gone:
        raise NotEditableError
    row = managers.locked(role.id)
    if base is not None and base != (row.lock_version if row else 0):
        raise ManagerChangedError
    return row


def _named(actor: Actor, role: Role, base: int | None = None) -> ManagerCheck:
    row = _locked(actor, role, base)
    if row is None:
        raise NoManagerError
    return row


def _new_ask(actor: Actor, check: ManagerCheck, address: str, at: datetime) -> ManagerAsk:
    if len(managers.asks(check)) >= MAX_ASKS:
        raise TooManyManagerAsksError
    row = ManagerAsk(
        id=uuid4(), check_id=check.id, asked_by_id=actor.user_id, address=address, created_at=at
    )
    row.arm(at + ASK_LIFE)
    session().add(row)
    session().flush()
    return row


def _end_asks(check: ManagerCheck, at: datetime) -> bool:
    found = managers.open_ask(check, at)
    if found is not None:
        found.cancelled_at = at
    return found is not None
