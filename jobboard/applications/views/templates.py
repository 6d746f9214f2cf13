"""Keep sections of an application as the pair's templates; what is kept, on the pair's page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.models import User
from jobboard.applications import queries, service, snapshot, templates
from jobboard.applications.domain import SectionKind, section_words
from jobboard.applications.forms import PlainForm, TemplateForm
from jobboard.applications.models import Application
from jobboard.applications.names import names_of
from jobboard.applications.views.room import blueprint, status
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.core.policy import may
from jobboard.partnerships import queries as pairs
from jobboard.partnerships.models import Partnership, PartnershipTemplate
from jobboard.partnerships.queries.templates import template_of, templates_of
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@dataclass(frozen=True, slots=True)
class Line:
    """One template on a page: what it is, which application it came from, who kept it when."""

    kind: SectionKind
    words: str
    role: str
    kept_at: datetime | None
    kept_by: User | None
    may_drop: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """A section that can be kept, and what is kept of its kind now."""

    kind: SectionKind
    words: str
    is_written: bool
    kept: Line | None


@blueprint.app_context_processor
def words() -> dict[str, Any]:
    """`templates_of(pair)` for the pair's page."""
    return {"templates_of": lambda pair: [_line(row, pair) for row in templates_of(pair.id)]}


@blueprint.route("/applications/<uuid:application_id>/template", methods=["GET", "POST"])
@signed_in
def template(application_id: UUID) -> ResponseReturnValue:
    """GET shows what would be kept and what it would replace; `?section=` ticks that one alone."""
    actor = current_actor()
    application = queries.one_of_pair(actor, application_id)
    pair = application.partnership
    offers = _offers(application)
    form, seen = TemplateForm(), service.stamp_of(pair, templates_of(pair.id))
    if form.validate_on_submit():
        chosen = form.chosen([one.kind for one in offers if one.is_written])
        try:
            if not chosen:
                raise UserError("Tick at least one section to keep.")
            service.keep_templates(actor, application, chosen, form.seen.data or "", now())
        except UserError as error:
            form.blame(error)
        else:
            flash("Kept. Your next application begins from it.", "good")
            return redirect(_pair_page(pair.id))
    form.seen.data = seen
    return render_template(
        "applications/template.html",
        application=application,
        form=form,
        offers=offers,
        ticked=_ticked(form, offers),
    ), status(form)


def _ticked(form: TemplateForm, offers: list[Offer]) -> set[str]:
    wanted = request.args.get("section")
    if form.is_submitted():
        return set(request.form.getlist("section"))
    return {wanted} if wanted else {one.kind.value for one in offers if one.is_written}


def _offers(application: Application) -> list[Offer]:
    """Sections that whoever reads the page may write."""
    actor, pair = current_actor(), application.partnership
    frame = snapshot.frame_for(application, queries.track_record(pair.id), actor.user_id)
    contents = snapshot.contents_of(application, frame)
    kept = {line.kind: line for line in (_line(row, pair) for row in templates_of(pair.id))}
    if pair.proposition:
        kept[SectionKind.PROPOSITION] = _shared_text(pair)
    return [
        Offer(
            kind,
            _words(kind, pair),
            templates.says_something(kind, contents[kind], frame),
            kept.get(kind),
        )
        for kind in templates.KEPT
        if may(actor, "section.write", application.section(kind))
    ]


def _words(kind: SectionKind, pair: Partnership) -> str:
    return section_words(kind, names_of(pair.first, pair.second, current_actor().user_id))


def _shared_text(pair: Partnership) -> Line:
    return Line(SectionKind.PROPOSITION, "", "", pair.proposition_at, None, False)


def _line(row: PartnershipTemplate, pair: Partnership) -> Line:
    one = templates.read(row.kind, row.content, row.saved_at)
    may_drop = may(current_actor(), "template.drop", row)
    return Line(one.kind, _words(one.kind, pair), one.role, row.saved_at, row.saved_by, may_drop)


@blueprint.route(
    "/partnerships/<uuid:partnership_id>/templates/<kind>/removal", methods=["GET", "POST"]
)
@signed_in
def template_removal(partnership_id: UUID, kind: str) -> ResponseReturnValue:
    """GET shows the template and asks; POST drops it."""
    actor = current_actor()
    pair = pairs.one_of_member(actor, partnership_id)
    row = template_of(pair.id, kind)
    if row is None:
        abort(404)
    form, line = PlainForm(), _line(row, pair)
    if line.may_drop and form.validate_on_submit():
        service.drop_template(actor, row)
        flash(f"{line.words}: this is your template no longer.", "good")
        return redirect(_pair_page(pair.id))
    one = templates.read(row.kind, row.content, row.saved_at)
    names = names_of(pair.first, pair.second, actor.user_id)
    return render_template(
        "applications/template_removal.html",
        pair=pair,
        form=form,
        line=line,
        said=templates.words_of(one, names),
        back=_pair_page(pair.id),
    ), status(form)


def _pair_page(partnership_id: UUID) -> str:
    return url_for("partnerships.show", partnership_id=partnership_id, _anchor="templates")
