"""The editor: sections, each with a form of its own, and what meets a stale one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import redirect, request
from flask.typing import ResponseReturnValue

from jobboard.applications import queries, service, snapshot
from jobboard.applications.domain import (
    SectionKind,
    StaleSectionError,
    Status,
    anchor,
)
from jobboard.applications.forms import FORMS, SectionForm
from jobboard.applications.models import Application
from jobboard.applications.sections import Frame
from jobboard.applications.views import closed, merging, page
from jobboard.applications.views.room import blueprint, to
from jobboard.core.clock import now
from jobboard.core.errors import InvalidInputError
from jobboard.core.policy import require
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.get("/applications/<uuid:application_id>")
@signed_in
def edit(application_id: UUID) -> ResponseReturnValue:
    application = queries.one_of_pair(current_actor(), application_id)
    if application.is_editable:
        return page.editor(application)
    sent = application.status is Status.SUBMITTED or application.submitted_at is not None
    return redirect(to("submission" if sent else "panel_view", application))


@blueprint.post("/applications/<uuid:application_id>/sections/<kind>")
@signed_in
@closed.gives_back(closed.as_page)
def save_section(application_id: UUID, kind: str) -> ResponseReturnValue:
    """One section on its base. Rearranging buttons (presets, lines) answer the page, unsaved."""
    section = page.section_kind(kind)
    application = page.editable(application_id)
    if request.form.get("choice") == "theirs":
        return page.kept_theirs(application, section)
    require(current_actor(), "section.write", application.section(section))
    frame = _frame(application)
    form = FORMS[section]()
    raw = form.raw(frame)
    if form.only_rearranges:
        return page.editor(application, form=form, typed={section: raw})
    if form.validate():
        try:
            problem = merging.problem_of(section, str(raw.get("text", "")))
            if problem:
                return merging.asked(application, frame, section, raw, problem), 422
            if "fill" in request.form and section is SectionKind.PROPOSITION:
                return merging.filled(application, frame)
            return _saved(application, section, form, merging.chosen(section, raw))
        except StaleSectionError as stale:
            application = queries.one_of_pair(current_actor(), application_id)
            return merging.page(application, frame, stale), 409
        except InvalidInputError as error:
            form.blame(error)
    application = queries.one_of_pair(current_actor(), application_id)
    return page.editor(application, form=form, typed={section: raw}), 422


def _frame(application: Application) -> Frame:
    entries = queries.track_record(application.partnership_id)
    return snapshot.frame_for(application, entries, current_actor().user_id)


def _saved(
    application: Application, kind: SectionKind, form: SectionForm, raw: dict[str, Any]
) -> ResponseReturnValue:
    saved = service.save_section(current_actor(), application, kind, form.base.data, raw, now())
    page.say(saved, page.section_name(application, kind), application)
    return redirect(to("edit", application, anchor(kind)))
