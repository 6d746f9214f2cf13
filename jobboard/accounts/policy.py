"""Who may touch an account: only the person it belongs to."""

from __future__ import annotations

from jobboard.accounts.models import User
from jobboard.core.policy import Actor, rule


@rule("account.edit")
def may_edit(actor: Actor, user: User) -> bool:
    return actor.user_id is not None and actor.user_id == user.id
