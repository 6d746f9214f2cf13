from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from jobboard.web.guards import public

blueprint = Blueprint("roles", __name__)


@blueprint.get("/_unbuilt/roles/search")
@public
def search() -> ResponseReturnValue:
    return "not built yet"


@blueprint.get("/_unbuilt/roles/mine")
@public
def mine() -> ResponseReturnValue:
    return "not built yet"
