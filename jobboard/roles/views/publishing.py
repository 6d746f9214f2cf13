"""What the public will see, and making it so: GET shows what is missing, POST publishes."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.core.policy import require
from jobboard.roles import queries, service
from jobboard.roles.closing import ZONES
from jobboard.roles.domain import (
    LIFECYCLE,
    Gap,
    NotReadyError,
    ReviewedVersionChangedError,
    RoleStatus,
)
from jobboard.roles.forms.dates import OpeningForm
from jobboard.roles.models import Role
from jobboard.roles.queries import managers
from jobboard.roles.views.room import blueprint, settled
from jobboard.web.actor import current_actor
from jobboard.web.filters import instant
from jobboard.web.guards import signed_in


@blueprint.get("/roles/<uuid:role_id>/preview")
@signed_in
def preview(role_id: UUID) -> ResponseReturnValue:
    role = queries.one_of_member(current_actor(), role_id)
    page = render_template(
        "roles/preview.html",
        role=role,
        at=now(),
        is_preview=True,
        ready=managers.ready(role_id, now()),
    )
    return page, {"X-Robots-Tag": "noindex"}


@blueprint.route("/roles/<uuid:role_id>/publication", methods=["GET", "POST"])
@signed_in
def publication(role_id: UUID) -> ResponseReturnValue:
    role = queries.one_of_member(current_actor(), role_id)
    require(current_actor(), "role.publish", role)
    is_approved = role.status is RoleStatus.APPROVED
    if not LIFECYCLE.allows("publish" if is_approved else "submit_for_review", role.status):
        return settled(role)
    form = OpeningForm(seen_version=str(role.version))
    form.zone = role.closes_zone
    found = service.in_the_way(role, now())
    if request.method == "GET":
        return _publication_page(role, form, found)
    if not form.validate():
        return _publication_page(role, form, found, 422)
    opens, seen = form.instant, form.seen
    try:
        service.publish(current_actor(), role, now(), seen_version=seen, publish_at=opens)
    except NotReadyError as error:
        return _publication_page(role, form, _blamed(form, error.gaps), 422)
    except ReviewedVersionChangedError as error:
        form.blame(error)
        form.seen_version.data = str(role.version)
        return _publication_page(role, form, found, 409)
    if opens is not None:
        words = instant(opens, role.closes_zone)
        flash(f"Scheduled. It opens by itself on {words}; until then only you see it.", "good")
        return redirect(url_for("roles.mine"))
    flash("Published. Pairs can find it and apply from now on.", "good")
    return redirect(url_for("roles.show", role_id=role.id))


def _blamed(form: OpeningForm, found: list[Gap]) -> list[Gap]:
    """What is wrong with the day of opening stands at its field; the rest is the role's."""
    for gap in found:
        if gap.field == "publish_on":
            form.blame(UserError(gap.sentence, field=gap.field))
    return [gap for gap in found if gap.field != "publish_on"]


def _publication_page(
    role: Role, form: OpeningForm, found: list[Gap], status: int = 200
) -> ResponseReturnValue:
    page = render_template(
        "roles/publication.html", role=role, form=form, gaps=found, at=now(), zones=ZONES
    )
    return page, status
