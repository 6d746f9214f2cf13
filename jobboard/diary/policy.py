from __future__ import annotations

from jobboard.core.policy import Actor, rule
from jobboard.partnerships.models import Partnership


@rule("diary.renew")
def renew(actor: Actor, partnership: Partnership) -> bool:
    return partnership.includes(actor.user_id)
