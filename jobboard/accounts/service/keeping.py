"""Looking after an account: name, password, a forgotten password."""

from __future__ import annotations

from datetime import datetime
from typing import cast
from uuid import UUID, uuid4

import sqlalchemy as sa

from jobboard.accounts import passwords, queries
from jobboard.accounts.domain import RESET_LIFE, LinkSpentError, NotYourPasswordError, check_name
from jobboard.accounts.events import PersonRenamed
from jobboard.accounts.models import PasswordReset, User
from jobboard.accounts.service.hashing import hash_password, is_password_of
from jobboard.accounts.service.sessions import end_all_sessions
from jobboard.core import mail
from jobboard.core.activity import record
from jobboard.core.clock import now
from jobboard.core.db import session, transaction
from jobboard.core.events import emit
from jobboard.core.policy import Actor, require


def rename(actor: Actor, user: User, name: str) -> None:
    with transaction():
        require(actor, "account.edit", user)
        check_name(name)
        if name == user.name:
            return
        user.name = name
        session().flush()
        record(actor, "account.renamed", user)
        emit(PersonRenamed(user_id=user.id))


def change_password(actor: Actor, user: User, old: str, new: str, token: str) -> None:
    """Ends every other session. Raises NotYourPasswordError, InvalidInputError at `password`."""
    require(actor, "account.edit", user)
    if not is_password_of(user.password_hash, old):
        raise NotYourPasswordError
    passwords.check(new, user.name, user.address or "")
    hashed = hash_password(new)
    with transaction():
        user.password_hash = str(hashed)
        end_all_sessions(user, token)
        _spend_resets(user.id, now())
        record(actor, "account.password_changed", user)
        _tell_of_change(user)


def ask_for_reset(address: str) -> None:
    """One hour, one use, the newest link only. Nothing happens for an unknown address."""
    at = now()
    with transaction() as current:
        user = queries.verified_owner(address)
        if user is None or user.erased_at is not None:
            return
        _spend_resets(user.id, at)
        reset = PasswordReset(id=uuid4(), user_id=user.id, created_at=at)
        reset.arm(at + RESET_LIFE)
        current.add(reset)
        record(Actor(user_id=user.id), "account.reset_asked", user)
        mail.post(
            "accounts.reset",
            address,
            decision=f"accounts.reset:{reset.id}",
            person_id=user.id,
            reset_id=str(reset.id),
        )


def reset_password(token: str, new: str, at: datetime) -> User:
    """Ends every session. Raises LinkSpentError, InvalidInputError at `password`."""
    reset = queries.live_reset(token, at)
    if reset is None:
        raise LinkSpentError
    user = reset.user
    passwords.check(new, user.name, user.address or "")
    hashed = hash_password(new)
    with transaction():
        if not _spend_resets(user.id, at, reset.id):
            raise LinkSpentError
        _spend_resets(user.id, at)
        user.password_hash = str(hashed)
        end_all_sessions(user)
        record(Actor(user_id=user.id), "account.password_reset", user)
        _tell_of_change(user)
    return user


def _spend_resets(user_id: UUID, at: datetime, only: UUID | None = None) -> int:
    """How many links were still good: of two who use the same one at once, one gets 1."""
    chosen = [PasswordReset.user_id == user_id, PasswordReset.used_at.is_(None)]
    if only is not None:
        chosen.append(PasswordReset.id == only)
    change = sa.update(PasswordReset).where(*chosen).values(used_at=at)
    done = session().execute(change.execution_options(synchronize_session=False))
    return cast("sa.CursorResult[tuple[()]]", done).rowcount


def _tell_of_change(user: User) -> None:
    if user.address is not None:
        mail.post(
            "accounts.password_changed",
            user.address,
            decision=f"accounts.password_changed:{user.id}:{now().isoformat()}",
            person_id=user.id,
            user_id=str(user.id),
        )
