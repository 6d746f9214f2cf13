"""The blueprint of this feature; every file of views beside it hangs its pages here."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue

from jobboard.roles import face
from jobboard.roles.domain import STATUS_WORDS
from jobboard.roles.models import Role

blueprint = Blueprint("roles", __name__)


@blueprint.record_once
def teach_templates(state: BlueprintSetupState) -> None:
    """Any template that shows a role may say `role_words.level(role)`."""
    state.app.jinja_env.globals["role_words"] = face


def settled(role: Role) -> ResponseReturnValue:
    """The step asked for does not start from where the role stands now."""
    words = STATUS_WORDS[role.status]
    return render_template("roles/settled.html", role=role, state=words), 409
