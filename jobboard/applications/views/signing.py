"""Reading what the panel will read, and signing exactly that."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from jobboard.accounts.naming import first_name
from jobboard.applications import queries, readiness, service, signing, snapshot
from jobboard.applications.domain import NotReadyError, SignedSomethingElseError
from jobboard.applications.forms import SignForm
from jobboard.applications.models import Application
from jobboard.applications.queries.signed import signed_and_unsent
from jobboard.applications.readiness import Blocker
from jobboard.applications.reading import Reading
from jobboard.applications.views.room import blueprint, status, to
from jobboard.core.clock import now
from jobboard.core.policy import StaleAuthenticationError
from jobboard.partnerships.queries.referees import confirmed_of
from jobboard.roles.domain import RoleClosedError
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.app_context_processor
def words() -> dict[str, Any]:
    """`signed_and_unsent()` for the page on which somebody changes their name."""
    return {"signed_and_unsent": lambda: signed_and_unsent(current_actor().user_id)}


@blueprint.get("/applications/<uuid:application_id>/panel-view")
@signed_in
def panel_view(application_id: UUID) -> ResponseReturnValue:
    """The draft as the panel will read it, in any state that has no frozen text."""
    actor = current_actor()
    application = queries.of_pair_to_sign(actor, application_id)
    if application.submitted_at is not None:
        return redirect(to("submission", application))
    entries = queries.track_record(application.partnership_id)
    document = snapshot.document_of(application, entries)
    return render_template(
        "applications/panel_view.html",
        application=application,
        reading=Reading(document, now().date(), actor.user_id, confirmed_of(entries)),
    )


@blueprint.route("/applications/<uuid:application_id>/signature", methods=["GET", "POST"])
@signed_in
def signature(application_id: UUID) -> ResponseReturnValue:
    """One's own signature under the text on this page; the person comes from the session alone."""
    actor, at = current_actor(), now()
    application = queries.of_pair_to_sign(actor, application_id)
    if not application.is_editable:
        return redirect(to("edit", application))
    form = SignForm()
    if "ask" in request.form:
        return _asked(application, at)
    if not form.validate_on_submit():
        return _page(application, form, at), status(form)
    try:
        return _signed(application, service.sign(actor, application, form.seen.data or "", at))
    except StaleAuthenticationError:
        flash("Nothing is signed yet. Type your password once more, then read and sign.")
        return redirect(_password_page(application))
    except (SignedSomethingElseError, NotReadyError, RoleClosedError) as error:
        form.blame(error)
        is_newer = isinstance(error, SignedSomethingElseError)
    application = queries.of_pair_to_sign(actor, application_id)
    return _page(application, form, at), 409 if is_newer else 422


def _signed(application: Application, is_sent: bool) -> Response:
    if is_sent:
        flash("You have both signed the same text, and it is sent.", "good")
        return redirect(to("submission", application))
    viewer = current_actor().user_id
    partner = first_name(application.partnership.partner_of(viewer), viewer)
    flash(
        f"You have signed version {application.version}. {partner} is told; it is sent when"
        f" {partner} signs the same version.",
        "good",
    )
    return redirect(to("edit", application, "sign"))


def _asked(application: Application, at: datetime) -> ResponseReturnValue:
    actor = current_actor()
    partner = first_name(application.partnership.partner_of(actor.user_id), actor.user_id)
    try:
        service.ask_for_signatures(actor, application, at)
    except (NotReadyError, RoleClosedError) as error:
        flash(error.message, "bad")
    else:
        flash(f"{partner} is asked to read and sign version {application.version}.", "good")
    return redirect(to("edit", application, "sign"))


def _page(application: Application, form: SignForm, at: datetime) -> str:
    actor, pair = current_actor(), application.partnership
    entries = queries.track_record(pair.id)
    document = snapshot.document_of(application, entries)
    content_hash = signing.digest(signing.canonical(document))
    form.seen.data, form.read.data = content_hash, False
    return render_template(
        "applications/signature.html",
        application=application,
        form=form,
        reading=Reading(document, at.date(), actor.user_id, confirmed_of(entries)),
        content_hash=content_hash,
        groups=signing.groups(content_hash),
        blockers=_blockers(application, at),
        is_fresh=actor.is_fresh(at),
        password_page=_password_page(application),
        signatures={one.user_id: one for one in application.signatures},
        valid={one.user_id for one in application.signatures if one.content_hash == content_hash},
    )


def _blockers(application: Application, at: datetime) -> list[Blocker]:
    pair = application.partnership
    entries = queries.track_record(pair.id)
    viewer = current_actor().user_id
    frame = snapshot.frame_for(application, entries, viewer, today=at.date())
    return readiness.blockers(application, snapshot.contents_of(application, frame), frame, at)


def _password_page(application: Application) -> str:
    return url_for("accounts.confirm_password", next=to("signature", application))
