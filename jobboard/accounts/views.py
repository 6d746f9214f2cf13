from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from jobboard.web.guards import public

blueprint = Blueprint("accounts", __name__)


@blueprint.get("/_unbuilt/accounts/sign_in")
@public
def sign_in() -> ResponseReturnValue:
    return "not built yet"


@blueprint.get("/_unbuilt/accounts/confirm_password")
@public
def confirm_password() -> ResponseReturnValue:
    return "not built yet"
