"""A partner's own page: the role changed, and is it still for them?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.applications.reading import Reading
from jobboard.core.clock import now
from jobboard.hiring import queries, service
from jobboard.hiring.domain import ChangedOnceMoreError
from jobboard.hiring.forms import MoveForm
from jobboard.hiring.models import Candidacy, Reconfirmation
from jobboard.hiring.queries import reconfirming
from jobboard.hiring.views.room import blueprint
from jobboard.roles import queries as roles
from jobboard.roles.wording import Difference, overall
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.app_context_processor
def words() -> dict[str, Any]:
    return {"asked_again_of": _asked_again_of}


def _asked_again_of(application_id: UUID) -> list[Reconfirmation]:
    """For the pair's own pages: who of the two has answered, while there is something to answer."""
    candidacy = queries.of_application(application_id)
    if candidacy is None or not candidacy.is_live:
        return []
    return reconfirming.reconfirmations([candidacy.id]).get(candidacy.id, [])


@blueprint.route("/applications/<uuid:application_id>/reconfirmation", methods=["GET", "POST"])
@signed_in
def reconfirmation(application_id: UUID) -> ResponseReturnValue:
    """GET shows what was and what is; POST is this person's own yes."""
    actor = current_actor()
    row, form = reconfirming.of_partner(actor, application_id), MoveForm()
    asked = _asked_again_of(application_id)
    if actor.user_id not in {one.user_id for one in asked}:
        return redirect(url_for("applications.submission", application_id=application_id))
    if not form.is_submitted():
        return _page(row, form, asked)
    if not form.validate():
        return _page(row, form, asked), 422
    try:
        service.reconfirm(actor, row, form.seen.data or 0, now())
    except ChangedOnceMoreError as error:
        form.blame(error)
        return _page(row, form, _asked_again_of(application_id)), 409
    told = "" if row.application.left_by_id else " Your partner is told."
    flash(f"You said that you still stand by it, for yourself.{told}", "good")
    return redirect(url_for("applications.submission", application_id=application_id), 303)


def _page(row: Candidacy, form: MoveForm, asked: list[Reconfirmation]) -> str:
    form.seen.raw_data, form.seen.data = None, asked[0].role_version
    return render_template(
        "hiring/reconfirmation.html",
        application=row.application,
        role=row.role,
        form=form,
        asked={one.user_id: one for one in asked},
        changes=_changes(row),
        is_fresh=current_actor().is_fresh(now()),
    )


def _changes(row: Candidacy) -> list[Difference]:
    """From the role as both signed it to the role as it is."""
    frozen = queries.submissions([row.application_id])[row.application_id]
    signed = Reading.of_sent(frozen, current_actor().user_id).role_version
    made = roles.revisions_since(row.role_id, signed)
    return overall(change for revision in made for change in revision.changes)
