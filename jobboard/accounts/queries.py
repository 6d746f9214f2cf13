from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from jobboard.accounts.domain import SESSION_IDLE, SESSION_LIFE, Purpose
from jobboard.accounts.models import EmailAddress, PasswordReset, User, UserSession
from jobboard.core.db import session
from jobboard.core.text import initials
from jobboard.core.tokens import digest


@dataclass(frozen=True, slots=True)
class LiveSession:
    """A signed-in browser and the little that every page needs to know of its person."""

    user_id: UUID
    name: str
    purpose: Purpose
    is_staff: bool
    authenticated_at: datetime
    seen_at: datetime

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]

    @property
    def initials(self) -> str:
        return initials(self.name)


def live_session(token: str, at: datetime) -> LiveSession | None:
    """The signed-in browser behind a cookie, with its person: one query, without the ORM."""
    asked = {
        "digest": digest(token),
        "seen_after": at - SESSION_IDLE,
        "created_after": at - SESSION_LIFE,
    }
    row = session().connection().execute(_LIVE_SESSION, asked).one_or_none()
    return LiveSession(*row) if row else None


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


# Built once: every page asks this, and putting it together costs more than running it.
_LIVE_SESSION = (
    sa.select(
        User.id,
        User.name,
        User.purpose,
        User.is_staff,
        UserSession.authenticated_at,
        UserSession.seen_at,
    )
    .join(UserSession, UserSession.user_id == User.id)
    .where(
        UserSession.token_hash == sa.bindparam("digest"),
        UserSession.ended_at.is_(None),
        UserSession.seen_at > sa.bindparam("seen_after"),
        UserSession.created_at > sa.bindparam("created_after"),
        User.erased_at.is_(None),
    )
)


def _alive(at: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        UserSession.ended_at.is_(None),
        UserSession.seen_at > at - SESSION_IDLE,
        UserSession.created_at > at - SESSION_LIFE,
    )


def _whose(relation: Any) -> Any:
    return joinedload(relation).selectinload(User.addresses)
