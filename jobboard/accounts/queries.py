from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from jobboard.accounts.domain import SESSION_IDLE, SESSION_LIFE
from jobboard.accounts.models import EmailAddress, User, UserSession
from jobboard.core.db import session
from jobboard.core.tokens import digest


def live_session(token: str, at: datetime) -> UserSession | None:
    """The signed-in browser behind a cookie, with its person: one query."""
    found = (
        sa.select(UserSession)
        .join(UserSession.user)
        .where(
            UserSession.token_hash == digest(token),
            UserSession.ended_at.is_(None),
            UserSession.seen_at > at - SESSION_IDLE,
            UserSession.created_at > at - SESSION_LIFE,
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
