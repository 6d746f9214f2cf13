"""People with sensible lives. Each factory commits what it makes."""

from __future__ import annotations

import secrets
from datetime import timedelta
from itertools import count
from uuid import uuid4

from jobboard.accounts.domain import Purpose
from jobboard.accounts.models import EmailAddress, User, UserSession
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.tokens import digest

_number = count(1)
PASSWORD_HASH = "$argon2id$v=19$m=19456,t=2,p=1$not-a-real-salt$not-a-real-hash"


def make_user(
    name: str = "Nadia Okafor",
    *,
    address: str | None = None,
    purpose: Purpose = Purpose.SHARE,
    verified: bool = True,
) -> User:
    at = now()
    user = User(
        id=uuid4(),
        name=name,
        password_hash=PASSWORD_HASH,
        purpose=purpose,
        created_at=at,
        confirmed_at=at if verified else None,
    )
    row = EmailAddress(
        id=uuid4(),
        user_id=user.id,
        address=address or f"person{next(_number)}@example.test",
        verified_at=at if verified else None,
        created_at=at,
    )
    row.arm(at + timedelta(days=14))
    user.addresses.append(row)
    session().add(user)
    session().commit()
    return user


def session_token(user: User, *, fresh: bool = True) -> str:
    at = now()
    token = secrets.token_urlsafe(32)
    session().add(
        UserSession(
            user_id=user.id,
            token_hash=digest(token),
            agent="pytest",
            network="127.0.0.0",
            created_at=at,
            seen_at=at,
            authenticated_at=at if fresh else at - timedelta(hours=1),
        )
    )
    session().commit()
    return token
