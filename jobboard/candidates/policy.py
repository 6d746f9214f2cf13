from __future__ import annotations

from jobboard.candidates.models import Profile
from jobboard.core.policy import Actor, rule


@rule("profile.edit")
def edit(actor: Actor, profile: Profile) -> bool:
    """Everybody writes their own."""
    return actor.user_id is not None and actor.user_id == profile.user_id
