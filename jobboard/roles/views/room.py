"""The blueprint of this feature; every file of views beside it hangs its pages here."""

from __future__ import annotations

from flask import Blueprint
from flask.blueprints import BlueprintSetupState

from jobboard.roles import face

blueprint = Blueprint("roles", __name__)


@blueprint.record_once
def teach_templates(state: BlueprintSetupState) -> None:
    """Any template that shows a role may say `role_words.level(role)`."""
    state.app.jinja_env.globals["role_words"] = face
