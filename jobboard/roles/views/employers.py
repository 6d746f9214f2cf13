"""An employer as anybody reads it: what it says of itself, what it promises, its open roles."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.organisations.queries import known, ties
from jobboard.roles.views.room import blueprint
from jobboard.roles.world import queries as world
from jobboard.roles.world.queries import MOST
from jobboard.roles.world.sentences import closing, pay
from jobboard.web.guards import public


@blueprint.get("/employers/<name>")
@public
def employer(name: str) -> ResponseReturnValue:
    """By the name in its address, or by its id."""
    organisation = known.public_one(name)
    below = ties.organisations_below(organisation)
    return render_template(
        "roles/employer.html",
        organisation=organisation,
        domains=known.domains(organisation.id),
        children=below,
        entries=world.of_organisations([organisation.id, *(each.id for each in below)], now()),
        pay=pay,
        closing=closing,
        most=MOST,
    )
