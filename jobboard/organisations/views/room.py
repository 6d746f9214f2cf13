from __future__ import annotations

from uuid import UUID

from flask import Blueprint

from jobboard.core.policy import require
from jobboard.organisations import queries
from jobboard.organisations.models import Organisation
from jobboard.web.actor import current_actor
from jobboard.web.forms import Form

blueprint = Blueprint("organisations", __name__)


def mine(organisation_id: UUID, right: str = "organisation.view") -> Organisation:
    """404 for a stranger, 403 for a member without the right, on GET and on POST."""
    actor = current_actor()
    organisation = queries.one_of_member(actor, organisation_id)
    require(actor, right, organisation)
    return organisation


def status(form: Form) -> int:
    return 422 if form.is_submitted() else 200
