from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from jobboard.accounts.domain import SESSION_IDLE, SESSION_LIFE
from jobboard.accounts.models import EmailAddress, PasswordReset, User, UserSession
from jobboard.core.db import session
from jobboard.core.tokens import digest


def live_session(token: str, at: datetime) -> UserSession | None:
    """The signed-in browser behind a cookie, with its person: one query."""
    found = (
        sa.select(UserSession)
        .join(UserSession.user)
        .where(
            UserSession.token_hash == digest(token),
            *_alive(at),
            User.erased_at.is_(None),
        )
        .options(joinedload(UserSession.user))
    )
    return session().scalars(found).one_or_none()


def user(user_id: UUID) -> User:
    """Raises NoResultFound."""
    found = sa.select(User).where(User.id == user_id).options(selectinload(User.addresses))
    return session().scalars(found).one()


def verified_owner(address: str) -> User | None:
    """Who has verified this case-folded address."""
    found = (
        sa.select(User)
        .join(User.addresses)
        .where(EmailAddress.address == address, EmailAddress.verified_at.is_not(None))
        .options(selectinload(User.addresses))
    )
    return session().scalars(found).unique().one_or_none()


def address(spelling: str) -> EmailAddress | None:
    """The row of a case-folded address, verified or not, with its person."""
    found = sa.select(EmailAddress).where(EmailAddress.address == spelling)
    return session().scalars(found.options(_whose(EmailAddress.user))).one_or_none()


def address_of_id(address_id: UUID) -> EmailAddress | None:
    found = sa.select(EmailAddress).where(EmailAddress.id == address_id)
    return session().scalars(found.options(_whose(EmailAddress.user))).one_or_none()


def unverified_by_token(token: str, at: datetime) -> EmailAddress | None:
    """The address that this link confirms; None for unknown, used and expired links alike."""
    found = sa.select(EmailAddress).where(
        EmailAddress.token_hash == digest(token),
        EmailAddress.verified_at.is_(None),
        EmailAddress.expires_at > at,
    )
    return session().scalars(found.options(_whose(EmailAddress.user))).one_or_none()


def reset_of_id(reset_id: UUID) -> PasswordReset | None:
    found = sa.select(PasswordReset).where(PasswordReset.id == reset_id)
    return session().scalars(found.options(_whose(PasswordReset.user))).one_or_none()


def live_reset(token: str, at: datetime) -> PasswordReset | None:
    """The reset behind this link; None for unknown, used and expired links alike."""
    found = sa.select(PasswordReset).where(
        PasswordReset.token_hash == digest(token),
        PasswordReset.used_at.is_(None),
        PasswordReset.expires_at > at,
    )
    return session().scalars(found.options(_whose(PasswordReset.user))).one_or_none()


def sessions_of(user_id: UUID, at: datetime, limit: int = 50) -> list[UserSession]:
    """Where this person is signed in, last used first."""
    found = sa.select(UserSession).where(UserSession.user_id == user_id, *_alive(at))
    order = (UserSession.seen_at.desc(), UserSession.id)
    return list(session().scalars(found.order_by(*order).limit(limit)))


def session_of(user_id: UUID, session_id: UUID) -> UserSession:
    """Raises NoResultFound for somebody else's."""
    found = sa.select(UserSession).where(
        UserSession.id == session_id, UserSession.user_id == user_id
    )
    return session().scalars(found).one()


def demo_people(spellings: list[str]) -> list[EmailAddress]:
    """The demo people that exist, in the order of their addresses."""
    found = (
        sa.select(EmailAddress)
        .join(EmailAddress.user)
        .where(EmailAddress.address.in_(spellings), User.is_demo.is_(True))
        .options(contains_eager(EmailAddress.user))
    )
    return list(session().scalars(found.order_by(EmailAddress.address)))


def _alive(at: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        UserSession.ended_at.is_(None),
        UserSession.seen_at > at - SESSION_IDLE,
        UserSession.created_at > at - SESSION_LIFE,
    )


def _whose(relation: Any) -> Any:
    return joinedload(relation).selectinload(User.addresses)
