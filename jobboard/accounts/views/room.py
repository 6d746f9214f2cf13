from __future__ import annotations

from flask import Blueprint, request
from flask_login import current_user

from jobboard.accounts import queries, service
from jobboard.accounts.domain import SEEN_EVERY
from jobboard.accounts.models import User
from jobboard.core.clock import now
from jobboard.web.actor import current_actor
from jobboard.web.forms import Form

blueprint = Blueprint("accounts", __name__)


@blueprint.before_app_request
def note_that_it_is_used() -> None:
    """Only when a page is read: a form's own transaction must stay the first of its request."""
    if request.method != "GET" or current_actor().user_id is None:
        return
    at = now()
    if at - current_user.seen_at >= SEEN_EVERY:
        service.seen(current_user.token, at)


def myself() -> User:
    """Whoever is signed in, with their addresses. For views behind the guard `signed_in`."""
    user_id = current_actor().user_id
    assert user_id is not None
    return queries.user(user_id)


def status(form: Form) -> int:
    return 422 if form.is_submitted() else 200
