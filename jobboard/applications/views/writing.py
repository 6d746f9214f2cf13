"""The editor: five sections, each with a form of its own, and what meets a stale one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.applications import queries, service, snapshot
from jobboard.applications.desk import anchor, desk_of
from jobboard.applications.domain import (
    LIFECYCLE,
    MAX_WORDS,
    MIN_WORDS,
    SECTION_WORDS,
    SectionKind,
    StaleSectionError,
    StaleTermsError,
    Status,
)
from jobboard.applications.forms import (
    FORMS,
    SectionForm,
    TermsForm,
    all_showing,
    lines_to_show,
)
from jobboard.applications.models import Application
from jobboard.applications.sections import Frame
from jobboard.applications.service import Saved
from jobboard.applications.views import merging
from jobboard.applications.views.room import blueprint, to
from jobboard.core.clock import now
from jobboard.core.errors import InvalidInputError
from jobboard.partnerships.domain import Acceptance
from jobboard.planning.share_types import ShareType
from jobboard.web.actor import current_actor
from jobboard.web.forms import Form
from jobboard.web.guards import signed_in


@blueprint.get("/applications/<uuid:application_id>")
@signed_in
def edit(application_id: UUID) -> ResponseReturnValue:
    application = queries.one_of_pair(current_actor(), application_id)
    if application.is_editable:
        return _editor(application)
    sent = application.status is Status.SUBMITTED or application.submitted_at is not None
    return redirect(to("submission" if sent else "panel_view", application))


@blueprint.post("/applications/<uuid:application_id>/sections/<kind>")
@signed_in
def save_section(application_id: UUID, kind: str) -> ResponseReturnValue:
    """One section on its base. Rearranging buttons (presets, lines) answer the page, unsaved."""
    section = _section(kind)
    application = _editable(application_id)
    if request.form.get("choice") == "theirs":
        return _kept_theirs(application, section)
    frame = _frame(application)
    form = FORMS[section]()
    raw = form.raw(frame)
    if form.only_rearranges:
        return _editor(application, form=form, typed={section: raw})
    if form.validate():
        try:
            if "fill" in request.form and section is SectionKind.PROPOSITION:
                return merging.filled(application, frame)
            return _saved(application, section, form, raw)
        except StaleSectionError as stale:
            application = queries.one_of_pair(current_actor(), application_id)
            return merging.page(application, frame, stale), 409
        except InvalidInputError as error:
            form.blame(error)
    application = queries.one_of_pair(current_actor(), application_id)
    return _editor(application, form=form, typed={section: raw}), 422


@blueprint.post("/applications/<uuid:application_id>/terms")
@signed_in
def terms(application_id: UUID) -> ResponseReturnValue:
    """How they share and whether they come together only."""
    application = _editable(application_id)
    form = TermsForm()
    if not form.validate():
        return _editor(application, form=form), 422
    answers = ShareType(form.share_type.data), Acceptance(form.acceptance.data)
    base = form.base.data or ""
    try:
        saved = service.set_terms(current_actor(), application, *answers, base, now())
    except StaleTermsError as stale:
        form.blame(stale)
        application = queries.one_of_pair(current_actor(), application_id)
        form.base.data = application.terms_mark
        return _editor(application, form=form), 409
    _say(saved, "How you share", application)
    return redirect(to("edit", application, "terms"))


def _editable(application_id: UUID) -> Application:
    """One's own application while it can be written in; IllegalMoveError (409) after that."""
    application = queries.one_of_pair(current_actor(), application_id)
    LIFECYCLE.after("edit", application.status)
    return application


def _section(kind: str) -> SectionKind:
    if kind not in list(SectionKind):
        abort(404)
    return SectionKind(kind)


def _frame(application: Application) -> Frame:
    entries = queries.track_record(application.partnership_id)
    viewer = current_actor().user_id
    return snapshot.frame_of(application.role, application.partnership, entries, viewer)


def _saved(
    application: Application, kind: SectionKind, form: SectionForm, raw: dict[str, Any]
) -> ResponseReturnValue:
    saved = service.save_section(current_actor(), application, kind, form.base.data, raw, now())
    _say(saved, SECTION_WORDS[kind], application)
    return redirect(to("edit", application, anchor(kind)))


def _say(saved: Saved, what: str, application: Application) -> None:
    if not saved.changed:
        flash(f"{what}: nothing had changed, so this is still version {application.version}.")
        return
    told = " Your signatures no longer count: you both sign this version." if saved.cleared else ""
    flash(f"{what} saved. This is version {application.version}.{told}", "good")


def _kept_theirs(application: Application, kind: SectionKind) -> ResponseReturnValue:
    partner = first_name(application.partnership.partner_of(current_actor().user_id))
    flash(f"{SECTION_WORDS[kind]}: the saved text stays, as {partner} reads it too.")
    return redirect(to("edit", application, anchor(kind)))


def _editor(
    application: Application,
    form: Form | None = None,
    typed: Mapping[SectionKind, Mapping[str, Any]] | None = None,
) -> str:
    """`form` is the one that was sent; what it holds is shown instead of what is stored."""
    entries = queries.track_record(application.partnership_id)
    viewer = current_actor().user_id
    signatures = queries.signatures_of(application.id)
    desk = desk_of(application, entries, signatures, viewer, now(), typed)
    numbers = {section.kind: section.number for section in application.sections}
    forms = all_showing(desk.contents, numbers)
    if isinstance(form, SectionForm):
        forms[form.kind] = form
    terms = TermsForm(formdata=None, obj=application, base=application.terms_mark)
    return render_template(
        "applications/edit.html",
        application=application,
        desk=desk,
        form=form,
        forms={kind.value: one for kind, one in forms.items()},
        terms=form if isinstance(form, TermsForm) else terms,
        entries=entries,
        lines=lines_to_show(desk.contents[SectionKind.HANDOVER]["entries"]),
        open_kind=form.kind if isinstance(form, SectionForm) else None,
        is_unsaved=typed is not None,
        min_words=MIN_WORDS,
        max_words=MAX_WORDS,
    )
