"""An employer's list of open roles, ready to be copied into its own site."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.roles import queries
from jobboard.roles.views.room import blueprint
from jobboard.roles.world import queries as world
from jobboard.roles.world.queries import MOST
from jobboard.roles.world.sentences import closing, pay
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.get("/roles/mine/elsewhere")
@signed_in
def elsewhere() -> ResponseReturnValue:
    """A frame, a plain list and a feed of each organisation of the reader."""
    mine = queries.organisations_of(current_actor())
    found = world.of_organisations([each.id for each in mine], now(), MOST * len(mine))
    lists = [
        (each, [listed for listed in found if each.id in listed.run_by][:MOST]) for each in mine
    ]
    return render_template("roles/elsewhere.html", lists=lists, pay=pay, closing=closing)
