"""Versions of one text: the list, what changed between two, an older text brought back."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from jobboard.applications import queries, service, snapshot
from jobboard.applications.domain import (
    CAUSE_WORDS,
    StaleSectionError,
    anchor,
    section_words,
)
from jobboard.applications.forms import RestoreForm
from jobboard.applications.history import between, changed, entries
from jobboard.applications.models import Application
from jobboard.applications.queries import together
from jobboard.applications.sections import Frame
from jobboard.applications.views import merging, page
from jobboard.applications.views.room import blueprint, to
from jobboard.core.clock import now
from jobboard.core.policy import may
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.get("/applications/<uuid:application_id>/history")
@signed_in
def history(application_id: UUID) -> ResponseReturnValue:
    application, frame = _load(application_id)
    found = entries(
        together.kept_without_text(application_id), together.changes_of(application_id), frame
    )
    return render_template(
        "applications/history.html",
        application=application,
        entries=found,
        newest={entry.kind: entry.number for entry in reversed(found) if entry.kind},
        people=_people(application),
        versions=sorted({1, *(entry.version for entry in found)}, reverse=True),
    )


@blueprint.get("/applications/<uuid:application_id>/changes")
@signed_in
def changes(application_id: UUID) -> ResponseReturnValue:
    """`?from=` and `?to=` name two versions; without them, from what one has read up to now."""
    application, frame = _load(application_id)
    visit = together.visits_of(application_id).get(current_actor().user_id or application_id)
    read = visit.read_version if visit else 1
    older, newer = (
        _version(name, usual, application.version)
        for name, usual in (("from", read), ("to", application.version))
    )
    older, newer = min(older, newer), max(older, newer)
    return render_template(
        "applications/changes.html",
        application=application,
        older=older,
        newer=newer,
        changed=between(together.kept_between(application_id, older, newer), older, frame),
        around=[one for one in together.changes_of(application_id) if older < one.version <= newer],
        people=_people(application),
        cause_words=CAUSE_WORDS,
        names=frame.names,
        who=dict(zip([one.id for one in application.partnership.people], frame.names, strict=True)),
        is_unread=newer == application.version and read < newer,
    )


@blueprint.post("/applications/<uuid:application_id>/reading")
@signed_in
def reading(application_id: UUID) -> ResponseReturnValue:
    """One says that they have read everything up to this version."""
    application = queries.one_of_pair(current_actor(), application_id)
    service.mark_read(current_actor(), application, _posted_version(application.version))
    flash("Noted: you have read it as it stands.")
    return redirect(to("edit", application))


@blueprint.route(
    "/applications/<uuid:application_id>/sections/<kind>/texts/<int:number>",
    methods=["GET", "POST"],
)
@signed_in
def restoration(application_id: UUID, kind: str, number: int) -> ResponseReturnValue:
    """An older text of one section beside the newest; POST makes it the newest again."""
    section = page.section_kind(kind)
    application = page.editable(application_id)
    frame = _frame(application)
    older = together.kept_text(application_id, section, number)
    form = RestoreForm()
    words = section_words(section, frame.names)
    if request.form.get("choice") == "theirs":
        return page.kept_theirs(application, section)
    if form.validate_on_submit():
        if merging.problem_of(section, ""):
            return merging.older_asked(application, frame, section, older.content, number), 422
        try:
            saved = service.restore(
                current_actor(), application, section, number, form.base.data, now()
            )
        except StaleSectionError as stale:
            application = queries.one_of_pair(current_actor(), application_id)
            return merging.page(application, frame, stale, number), 409
        page.say(saved, f"{words}, the older text", application)
        return redirect(to("edit", application, anchor(section)))
    current = application.section(section)
    newest = together.kept_text(application_id, section, current.number)
    form.base.data = current.number
    return render_template(
        "applications/restoration.html",
        application=application,
        form=form,
        older=older,
        words=words,
        changed=changed(newest, [older], frame),
        may_write=may(current_actor(), "section.write", current),
        people=_people(application),
        names=frame.names,
    )


def _load(application_id: UUID) -> tuple[Application, Frame]:
    application = queries.one_of_pair(current_actor(), application_id)
    return application, _frame(application)


def _frame(application: Application) -> Frame:
    entries_ = queries.track_record(application.partnership_id)
    return snapshot.frame_for(application, entries_, current_actor().user_id)


def _people(application: Application) -> dict[UUID, object]:
    return {person.id: person for person in application.partnership.people}


def _version(name: str, usual: int, most: int) -> int:
    """What cannot be read, or never was, is the usual."""
    text = request.args.get(name, "")
    is_number = text.isascii() and text.isdigit() and len(text) < 7
    return int(text) if is_number and 1 <= int(text) <= most else usual


def _posted_version(most: int) -> int:
    text = request.form.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else most
