from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from jobboard.web.guards import public

blueprint = Blueprint("pages", __name__)


@blueprint.get("/healthz")
@public
def healthz() -> ResponseReturnValue:
    return "ok", 200, {"Content-Type": "text/plain"}


@blueprint.get("/")
@public
def home() -> ResponseReturnValue:
    return "not built yet"


@blueprint.get("/for-pairs")
@public
def for_pairs() -> ResponseReturnValue:
    return "not built yet"


@blueprint.get("/for-employers")
@public
def for_employers() -> ResponseReturnValue:
    return "not built yet"
