"""From a cookie's token to the person behind it, for the web edge."""

from __future__ import annotations

from jobboard.accounts import queries
from jobboard.core.clock import now
from jobboard.core.policy import Actor
from jobboard.web.identity import SignedIn


def load_signed_in(token: str) -> SignedIn | None:
    row = queries.live_session(token, now())
    if row is None:
        return None
    actor = Actor(
        user_id=row.user_id,
        is_staff=row.user.is_staff,
        authenticated_at=row.authenticated_at,
    )
    return SignedIn(token, row.user, actor, row.seen_at)
