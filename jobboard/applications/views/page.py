"""The editor page, and what the views around it share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.applications import queries
from jobboard.applications.answers import RULE_WORDS
from jobboard.applications.desk import Desk, desk_of
from jobboard.applications.domain import (
    LIFECYCLE,
    MAX_WORDS,
    MIN_WORDS,
    SectionKind,
    anchor,
    section_words,
)
from jobboard.applications.forms import (
    AcceptanceForm,
    SectionForm,
    TermsForm,
    all_showing,
    lines_to_show,
    risk_rows,
)
from jobboard.applications.models import Application
from jobboard.applications.names import names_of
from jobboard.applications.queries.together import visits_of
from jobboard.applications.sections import Frame
from jobboard.applications.service import Saved
from jobboard.applications.suggesting import Suggested, suggested
from jobboard.applications.together import signed_words, together_of
from jobboard.applications.views.room import to
from jobboard.applications.worth import worth_of
from jobboard.core.clock import now
from jobboard.web.actor import current_actor
from jobboard.web.filters import instant
from jobboard.web.forms import Form


def editable(application_id: UUID) -> Application:
    """One's own application while it can be written in; IllegalMoveError (409) after that."""
    application = queries.one_of_pair(current_actor(), application_id)
    LIFECYCLE.after("edit", application.status)
    return application


def section_kind(kind: str) -> SectionKind:
    """The section that an address names; 404 for any other word."""
    if kind not in list(SectionKind):
        abort(404)
    return SectionKind(kind)


def section_name(application: Application, kind: SectionKind) -> str:
    """As the viewer reads it."""
    pair = application.partnership
    return section_words(kind, names_of(pair.first, pair.second, current_actor().user_id))


def kept_theirs(application: Application, kind: SectionKind) -> ResponseReturnValue:
    """Of two texts the saved one was chosen: nothing is written."""
    partner = first_name(application.partnership.partner_of(current_actor().user_id))
    name = section_name(application, kind)
    flash(f"{name}: the saved text stays, as {partner} reads it too.")
    return redirect(to("edit", application, anchor(kind)))


def say(saved: Saved, what: str, application: Application) -> None:
    if not saved.changed:
        flash(f"{what}: nothing had changed, so this is still version {application.version}.")
        return
    told = " Your signatures no longer count: you both sign this version." if saved.cleared else ""
    flash(f"{what} saved. This is version {application.version}.{told}{_over(application)}", "good")


def _over(application: Application) -> str:
    """Said with a save after the role closed: the text is kept, and is not sent any more."""
    role = application.role
    if application.takes_signatures(now()) or role.closes_at is None:
        return ""
    return f" The role closed on {instant(role.closes_at, role.closes_zone)}: it is kept, not sent."


def editor(
    application: Application,
    form: Form | None = None,
    typed: Mapping[SectionKind, Mapping[str, Any]] | None = None,
) -> str:
    """`form` is the one that was sent; what it holds is shown instead of what is stored."""
    entries = queries.track_record(application.partnership_id)
    viewer = current_actor().user_id
    signatures = queries.signatures_of(application.id)
    answers = queries.acceptance_answers(application.id)
    desk = desk_of(application, entries, signatures, viewer, now(), typed, answers)
    numbers = {section.kind: section.number for section in application.sections}
    forms = all_showing(desk.contents, numbers)
    if isinstance(form, SectionForm):
        forms[form.kind] = form
    terms = TermsForm(formdata=None, obj=application, base=application.share_type.value)
    return render_template(
        "applications/edit.html",
        suggested=_suggested(application, desk.frame),
        together=together_of(application, visits_of(application.id), viewer, now()),
        signed=signed_words(application, signatures, viewer),
        worth=worth_of(application, desk.week.sums.text, now().date(), desk.names),
        application=application,
        desk=desk,
        form=form,
        forms={kind.value: one for kind, one in forms.items()},
        terms=form if isinstance(form, TermsForm) else terms,
        acceptance=form if isinstance(form, AcceptanceForm) else _acceptance(desk, application),
        rules=[(rule.value, words) for rule, words in RULE_WORDS.items()],
        partners_words=desk.partners_words,
        risks=risk_rows(desk.contents[SectionKind.RISKS]),
        entries=entries,
        lines=lines_to_show(desk.contents[SectionKind.HANDOVER]["entries"]),
        open_kind=form.kind if isinstance(form, SectionForm) else None,
        is_unsaved=typed is not None,
        min_words=MIN_WORDS,
        max_words=MAX_WORDS,
    )


def _acceptance(desk: Desk, application: Application) -> AcceptanceForm:
    mine = desk.acceptance
    suggestion = mine.mine or (None if mine.settled else application.partnership.acceptance)
    return AcceptanceForm(formdata=None, answer=suggestion, is_shown=mine.is_mine_shown)


def _suggested(application: Application, frame: Frame) -> Suggested | None:
    """Only when it was asked: the planner has no business on every view of the page."""
    if "suggest" not in request.form:
        return None
    return suggested(application.partnership, frame, current_actor().user_id)
