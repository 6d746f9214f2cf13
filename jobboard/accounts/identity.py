"""From a cookie's token to the person behind it and back, for the web edge."""

from __future__ import annotations

from flask import request
from flask import session as cookie
from flask_login import login_user

from jobboard.accounts import queries, service
from jobboard.accounts.models import User
from jobboard.core.clock import now
from jobboard.core.policy import Actor
from jobboard.web.identity import SignedIn
from jobboard.web.limits import network


def load_signed_in(token: str) -> SignedIn | None:
    row = queries.live_session(token, now())
    if row is None:
        return None
    actor = Actor(
        user_id=row.user_id,
        is_staff=row.is_staff,
        authenticated_at=row.authenticated_at,
    )
    return SignedIn(token, row, actor, row.seen_at)


def let_in(user: User) -> None:
    """Sign this browser in as a person who has just proved who they are."""
    remember(service.start_session(user, agent(), network()))


def remember(token: str) -> None:
    """Put a new session into the cookie; nothing of the old cookie survives (fixation)."""
    cookie.clear()
    signed_in = load_signed_in(token)
    if signed_in is not None:
        login_user(signed_in)


def agent() -> str:
    return request.user_agent.string
