"""The page of an open advert says that somebody is looking at it."""

from __future__ import annotations

import re
from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.roles import queries, service
from jobboard.roles.views.room import blueprint
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.extensions import csrf
from jobboard.web.filters import local
from jobboard.web.guards import public

_SAYS_SO = re.compile(r"bot|crawl|spider|slurp|preview|monitor", re.I)

csrf.exempt(f"{__name__}.opening")


@blueprint.post("/roles/<uuid:role_id>/opening")
@public
@limits.openings
def opening(role_id: UUID) -> ResponseReturnValue:
    """One more is counted, and not who: neither the role's own people nor machines that say so.

    Without a token against forgery, for all it can do is raise a number.
    """
    role, is_own, _answers = queries.shown_to(current_actor(), role_id)
    at = now()
    is_machine = _SAYS_SO.search(request.user_agent.string)
    if role.takes_applications(at) and not is_own and not is_machine:
        service.count_opening(role.id, local(at).date())
    return "", 204
