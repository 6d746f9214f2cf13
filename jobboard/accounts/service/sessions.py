"""Signed-in browsers: rows that a copied cookie cannot outlive (security.md, session)."""

from __future__ import annotations

import logging
import secrets
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from jobboard.accounts import passwords, queries
from jobboard.accounts.domain import NotYourPasswordError, UnconfirmedError, WrongPasswordError
from jobboard.accounts.models import User, UserSession
from jobboard.accounts.service.hashing import hash_password, is_password_of
from jobboard.core.activity import record
from jobboard.core.clock import now
from jobboard.core.db import expect_writes, release, session, transaction
from jobboard.core.policy import Actor, require
from jobboard.core.text import UnstorableTextError, one_line
from jobboard.core.tokens import digest

log = logging.getLogger(__name__)


def sign_in(address: str, password: str, agent: str, network: str) -> str:
    """The token of a new session. Takes as long for unknown addresses as for known ones.

    Raises WrongPasswordError, and UnconfirmedError only after the right password.
    """
    row = queries.address(address)
    user = row.user if row is not None and row.user.erased_at is None else None
    is_right = is_password_of(user.password_hash if user else None, password)
    if row is None or user is None or not is_right:
        raise WrongPasswordError
    if row.verified_at is None:
        raise UnconfirmedError(row.id)
    old = passwords.is_outdated(user.password_hash)
    better = hash_password(password) if old else None
    with transaction():
        if better is not None:
            user.password_hash = str(better)
        return start_session(user, agent, network)


def start_session(user: User, agent: str, network: str) -> str:
    """A new row for this browser; the answer is the token for its cookie (256 random bits)."""
    at = now()
    token = secrets.token_urlsafe(32)
    with transaction() as current:
        current.add(
            UserSession(
                user_id=user.id,
                token_hash=digest(token),
                agent=_storable(agent)[:200],
                network=network[:80],
                created_at=at,
                seen_at=at,
                authenticated_at=at,
            )
        )
        record(Actor(user_id=user.id), "account.signed_in", user)
    return token


def _storable(agent: str) -> str:
    try:
        return one_line(agent)
    except UnstorableTextError:
        return ""


def end_session(token: str) -> None:
    """From now on this cookie is nobody. A token that is no session changes nothing."""
    with transaction() as current:
        current.execute(_ending(UserSession.token_hash == digest(token)))


def end_one_session(actor: Actor, user: User, session_id: UUID) -> None:
    """Raises NoResultFound for somebody else's session."""
    with transaction() as current:
        require(actor, "account.edit", user)
        row = queries.session_of(user.id, session_id)
        current.execute(_ending(UserSession.id == row.id))
        record(actor, "account.session_ended", user)


def end_all_sessions(user: User, except_token: str | None = None) -> None:
    """Everywhere, or everywhere but in the browser of this token."""
    with transaction() as current:
        chosen = [UserSession.user_id == user.id]
        if except_token is not None:
            chosen.append(UserSession.token_hash != digest(except_token))
        current.execute(_ending(*chosen))
        record(Actor(user_id=user.id), "account.sessions_ended", user)


def _ending(*chosen: sa.ColumnElement[bool]) -> sa.Update:
    alive = UserSession.ended_at.is_(None)
    return _update(*chosen, alive).values(ended_at=now())


def authenticate_again(actor: Actor, user: User, token: str, password: str) -> None:
    """The password, typed once more, makes this session fresh. Raises NotYourPasswordError."""
    require(actor, "account.edit", user)
    if not is_password_of(user.password_hash, password):
        raise NotYourPasswordError(field="password")
    with transaction() as current:
        mine = _update(UserSession.token_hash == digest(token), UserSession.user_id == user.id)
        current.execute(mine.values(authenticated_at=now()))
        record(actor, "account.authenticated_again", user)


def seen(token: str, at: datetime) -> None:
    """A small write of its own. A busy database loses it: the next page tries again."""
    release()
    expect_writes()
    try:
        with transaction() as current:
            current.execute(_update(UserSession.token_hash == digest(token)).values(seen_at=at))
    except OperationalError:
        log.warning("could not note when a session was last used")
        session().rollback()
    finally:
        expect_writes(False)


def _update(*chosen: sa.ColumnElement[bool]) -> sa.Update:
    change = sa.update(UserSession).where(*chosen)
    return change.execution_options(synchronize_session=False)
