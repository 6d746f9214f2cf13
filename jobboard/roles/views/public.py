"""The advert as anybody reads it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from flask import current_app, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from jobboard.core.clock import now
from jobboard.roles import queries
from jobboard.roles.models import ManagerCheck, Role
from jobboard.roles.queries import managers, questions
from jobboard.roles.views.room import blueprint
from jobboard.roles.world.posting import Node, posting
from jobboard.web import filters
from jobboard.web.actor import current_actor
from jobboard.web.addresses import absolute_url
from jobboard.web.fragments import Fragments
from jobboard.web.guards import public

_bodies = Fragments(512)
NOT_FOR_SEARCH_ENGINES = {"X-Robots-Tag": "noindex"}


@blueprint.get("/roles/<uuid:role_id>")
@public
def show(role_id: UUID) -> ResponseReturnValue:
    """Closed roles stay readable, those taken down are gone (decisions.md 10)."""
    role, is_own, answers = queries.shown_to(current_actor(), role_id)
    at = now()
    if role.is_gone:
        return render_template("roles/gone.html", role=role), 410, NOT_FOR_SEARCH_ENGINES
    body = _body(role, at, answers)
    page = render_template("roles/show.html", role=role, at=at, is_own=is_own, body=body)
    return page, {} if role.is_open(at) else NOT_FOR_SEARCH_ENGINES


def _body(role: Role, at: datetime, answers: int) -> Markup:
    """The advert. Each change of a role or its parts gives it a new version; name, website and
    logo are the organisation's; the clock closes it and counts its days; each answer to a question
    raises `answers`."""
    ready = managers.ready(role.id, at)
    key = (
        answers,
        *((ready.id, ready.lock_version) if ready else ()),
        *(role.id, role.lock_version, role.updated_at, role.status, role.state_at(at)),
        *(role.employer, role.organisation.website, role.organisation.logo_digest),
        filters.days_left(role.closes_at, role.closes_zone) if role.closes_at else None,
    )
    return _bodies.get(key, lambda: _draw(role, ready, at))


def _draw(role: Role, ready: ManagerCheck | None, at: datetime) -> str:
    template = current_app.jinja_env.get_template("roles/_body.html")
    told = _told(role) if role.is_open(at) else None
    return template.render(
        role=role,
        ready=ready,
        at=at,
        is_preview=role.is_unpublished,
        posting=told,
        answers=questions.answered(role.id),
    )


def _told(role: Role) -> Node:
    who, logo = role.organisation, ""
    if who.logo_digest:
        logo = absolute_url("organisations.logo", organisation_id=who.id, digest=who.logo_digest)
    return posting(role, absolute_url("roles.show", role_id=role.id), logo)
