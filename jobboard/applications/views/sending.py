"""What was sent, byte for byte, and the way to take it back."""

from __future__ import annotations

from math import ceil
from uuid import UUID

from flask import Response, abort, flash, redirect, render_template
from flask.typing import ResponseReturnValue

from jobboard.applications import queries, service, signing
from jobboard.applications.forms import PlainForm
from jobboard.applications.models import Submission
from jobboard.applications.reading import Reading
from jobboard.applications.views.room import blueprint, status, to
from jobboard.core.clock import now
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.get("/applications/<uuid:application_id>/submission")
@signed_in
def submission(application_id: UUID) -> ResponseReturnValue:
    """The frozen text with its hash, both signatures and, while it lasts, the cool-off."""
    actor, at = current_actor(), now()
    application = queries.one_of_pair(actor, application_id)
    frozen = _frozen(application_id)
    left = application.visible_from - at if application.visible_from else None
    return render_template(
        "applications/submission.html",
        application=application,
        submission=frozen,
        reading=Reading.of_sent(frozen, actor.user_id),
        groups=signing.groups(frozen.content_hash),
        is_verified=signing.verifies(frozen.payload, frozen.content_hash),
        signatures={one.user_id: one for one in application.signatures},
        seconds_left=max(0, ceil(left.total_seconds())) if left else 0,
    )


@blueprint.get("/applications/<uuid:application_id>/submission.json")
@signed_in
def submission_bytes(application_id: UUID) -> ResponseReturnValue:
    """The very bytes whose SHA-256 both signed."""
    queries.one_of_pair(current_actor(), application_id)
    frozen = _frozen(application_id)
    name = f"application-{application_id}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(frozen.payload, mimetype="application/json", headers=headers)


@blueprint.route("/applications/<uuid:application_id>/withdrawal", methods=["GET", "POST"])
@signed_in
def withdrawal(application_id: UUID) -> ResponseReturnValue:
    """GET says what will happen, POST does it."""
    actor, at = current_actor(), now()
    application = queries.one_of_pair(actor, application_id)
    form = PlainForm()
    if form.validate_on_submit():
        service.withdraw(actor, application, at)
        flash("Your application is withdrawn. Nothing that you wrote is lost.", "good")
        return redirect(to("edit", application))
    if not application.is_live:
        return redirect(to("edit", application))
    is_visible = application.visible_from is not None and at >= application.visible_from
    page = render_template(
        "applications/withdrawal.html", application=application, form=form, is_visible=is_visible
    )
    return page, status(form)


def _frozen(application_id: UUID) -> Submission:
    found = queries.submission_of(application_id)
    if found is None:
        abort(404)
    return found
