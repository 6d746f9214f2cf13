"""The advert as anybody reads it."""

from __future__ import annotations

from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.roles import queries
from jobboard.roles.views.room import blueprint
from jobboard.web.actor import current_actor
from jobboard.web.guards import public

NOT_FOR_SEARCH_ENGINES = {"X-Robots-Tag": "noindex"}


@blueprint.get("/roles/<uuid:role_id>")
@public
def show(role_id: UUID) -> ResponseReturnValue:
    """Closed roles stay readable, those taken down are gone (decisions.md 10)."""
    role, at = queries.shown_to(current_actor(), role_id), now()
    if role.is_gone:
        return render_template("roles/gone.html", role=role), 410, NOT_FOR_SEARCH_ENGINES
    page = render_template("roles/show.html", role=role, at=at, is_preview=role.is_unpublished)
    return page, {} if role.is_open(at) else NOT_FOR_SEARCH_ENGINES
