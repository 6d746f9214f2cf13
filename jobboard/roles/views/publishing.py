"""What the public will see, and making it so: GET shows what is missing, POST publishes."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.policy import require
from jobboard.roles import contents, queries, service
from jobboard.roles.domain import (
    LIFECYCLE,
    Gap,
    NotReadyError,
    ReviewedVersionChangedError,
    RoleStatus,
)
from jobboard.roles.forms import SeenForm
from jobboard.roles.models import Role
from jobboard.roles.readiness import gaps
from jobboard.roles.views.room import blueprint, settled
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.get("/roles/<uuid:role_id>/preview")
@signed_in
def preview(role_id: UUID) -> ResponseReturnValue:
    role = queries.one_of_member(current_actor(), role_id)
    page = render_template("roles/preview.html", role=role, at=now(), is_preview=True)
    return page, {"X-Robots-Tag": "noindex"}


@blueprint.route("/roles/<uuid:role_id>/publication", methods=["GET", "POST"])
@signed_in
def publication(role_id: UUID) -> ResponseReturnValue:
    role = queries.one_of_member(current_actor(), role_id)
    require(current_actor(), "role.publish", role)
    is_approved = role.status is RoleStatus.APPROVED
    if not LIFECYCLE.allows("publish" if is_approved else "submit_for_review", role.status):
        return settled(role)
    form = SeenForm(seen_version=str(role.version))
    if request.method == "GET" or not form.validate():
        return _publication_page(role, form, gaps(contents.of(role), now()))
    try:
        service.publish(current_actor(), role, now(), seen_version=form.seen)
    except NotReadyError as error:
        return _publication_page(role, form, error.gaps, 422)
    except ReviewedVersionChangedError as error:
        form.blame(error)
        form.seen_version.data = str(role.version)
        return _publication_page(role, form, gaps(contents.of(role), now()), 409)
    flash("Published. Pairs can find it and apply from now on.", "good")
    return redirect(url_for("roles.show", role_id=role.id))


def _publication_page(
    role: Role, form: SeenForm, found: list[Gap], status: int = 200
) -> ResponseReturnValue:
    page = render_template("roles/publication.html", role=role, form=form, gaps=found, at=now())
    return page, status
