from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from jobboard.web.guards import public

blueprint = Blueprint("hiring", __name__)


@blueprint.get("/_unbuilt/hiring/index")
@public
def index() -> ResponseReturnValue:
    return "not built yet"
