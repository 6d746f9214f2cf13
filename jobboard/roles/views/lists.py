from __future__ import annotations

from flask.typing import ResponseReturnValue

from jobboard.roles.views.room import blueprint
from jobboard.web.guards import public


@blueprint.get("/_unbuilt/roles/mine")
@public
def mine() -> ResponseReturnValue:
    return "not built yet"
