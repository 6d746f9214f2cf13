from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from jobboard.web.guards import public

blueprint = Blueprint("candidates", __name__)


@blueprint.get("/_unbuilt/candidates/profile")
@public
def profile() -> ResponseReturnValue:
    return "not built yet"
