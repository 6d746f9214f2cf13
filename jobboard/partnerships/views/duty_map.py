"""Who leads what, and how that has changed."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.partnerships import queries, service
from jobboard.partnerships.duty_map import Change, Duty, DutyMap, Lead, StaleMapError
from jobboard.partnerships.forms.arrangement import MapForm
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.queries import arrangement as kept
from jobboard.partnerships.views.rooms import blueprint
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.get("/partnerships/<uuid:partnership_id>/map")
@signed_in
def duty_map(partnership_id: UUID) -> ResponseReturnValue:
    """The map as it stands, then each earlier version with what the next one changed."""
    pair = queries.one_of_member(current_actor(), partnership_id)
    versions = kept.maps(pair.id)
    earlier = [*[row.map for row in versions[1:]], DutyMap()]
    rows = [
        (row, [_said(pair, change) for change in row.map.changes_since(before)])
        for row, before in zip(versions, earlier, strict=False)
    ]
    return render_template(
        "partnerships/map.html",
        pair=pair,
        partner=pair.partner_of(current_actor().user_id),
        rows=rows,
        lead_words=lead_words(pair),
    )


@blueprint.route("/partnerships/<uuid:partnership_id>/map/edit", methods=["GET", "POST"])
@signed_in
def edit_map(partnership_id: UUID) -> ResponseReturnValue:
    """A stale save shows both maps and keeps what was typed."""
    pair = queries.one_of_member(current_actor(), partnership_id)
    newest = kept.newest_map(pair.id)
    form = MapForm(
        data={"duties": newest.duties if newest else [], "base": newest.number if newest else 0}
    )
    if not form.is_submitted() or "more" in request.form:
        form.spare()
        return _page(form, pair)
    form.name_people("", "")
    if not form.validate():
        return _page(form, pair), 422
    try:
        typed = form.map()
        service.save_map(current_actor(), pair, typed, form.why.data or "", form.base.data, now())
    except StaleMapError as error:
        form.base.data = error.number
        changes = typed.changes_since(error.saved)
        return _page(form, pair, [_said(pair, change) for change in changes]), 409
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return _page(form, pair), 422
    flash("Saved for you both. The earlier map is kept.", "good")
    return redirect(url_for("partnerships.duty_map", partnership_id=pair.id))


def _page(form: MapForm, pair: Partnership, rows: list[tuple[str, str, str]] | None = None) -> str:
    viewer = current_actor().user_id
    form.name_people(first_name(pair.first, viewer), first_name(pair.second, viewer))
    return render_template(
        "partnerships/map_edit.html",
        form=form,
        pair=pair,
        partner=pair.partner_of(viewer),
        rows=rows,
    )


def lead_words(pair: Partnership) -> dict[str, str]:
    viewer = current_actor().user_id
    return {
        Lead.A.value: first_name(pair.first, viewer),
        Lead.B.value: first_name(pair.second, viewer),
        Lead.JOINT.value: "Jointly",
        Lead.EITHER.value: "Either",
    }


def _said(pair: Partnership, change: Change) -> tuple[str, str, str]:
    """Name, before, after; empty where the duty was not on that map."""

    def say(duty: Duty | None) -> str:
        if duty is None:
            return ""
        return ". ".join(part for part in (lead_words(pair)[duty.lead.value], duty.rule) if part)

    return change.name, say(change.before), say(change.after)
