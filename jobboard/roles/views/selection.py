"""Could this role be shared? Ten questions before it is written, and what they say together."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import current_app, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.documents.paper import Paper
from jobboard.core.errors import UserError
from jobboard.core.policy import may, require
from jobboard.roles import queries, service
from jobboard.roles.domain import AnsweredMeanwhileError
from jobboard.roles.forms.selection import LinkForm, SelectionForm
from jobboard.roles.models import Role, Selection, SelectionLink
from jobboard.roles.queries import selections
from jobboard.roles.selection import printed
from jobboard.roles.selection.questions import QUESTIONS
from jobboard.roles.selection.verdicts import result
from jobboard.roles.views.room import blueprint
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.filters import day
from jobboard.web.forms import Form
from jobboard.web.guards import public, signed_in
from jobboard.web.headers import behind_a_secret_link
from jobboard.web.papers import answer


@blueprint.route("/roles/<uuid:role_id>/selection", methods=["GET", "POST"])
@signed_in
def selection(role_id: UUID) -> ResponseReturnValue:
    """Half answered is kept half answered."""
    role = _editable(role_id)
    row = selections.of_role(role_id)
    form = SelectionForm.opened(row.answers if row else {}, row.lock_version if row else 0)
    if request.method == "GET":
        return _questions(role, form)
    if not form.validate():
        return _questions(role, form), 422
    try:
        service.answer(current_actor(), role, form.answers(), form.base, now())
    except AnsweredMeanwhileError as error:
        return _overtaken(role, form, error)
    if not result(form.answers()).is_whole and "result" not in request.form:
        flash("Saved. The questions without an answer wait here for you.", "good")
        return redirect(url_for("roles.selection", role_id=role_id))
    return redirect(url_for("roles.selection_result", role_id=role_id))


@blueprint.get("/roles/<uuid:role_id>/selection/result")
@signed_in
def selection_result(role_id: UUID) -> ResponseReturnValue:
    role = queries.one_of_member(current_actor(), role_id)
    row, link = selections.of_role(role_id), selections.link_of(role_id)
    is_live = link is not None and not link.has_expired(now())
    return render_template(
        "roles/selection_result.html",
        role=role,
        row=row,
        **_words(row),
        may_edit=may(current_actor(), "role.edit", role),
        link=_address(link) if is_live and link else "",
        until=link.expires_at if link else None,
    )


@blueprint.get("/roles/<uuid:role_id>/selection/result.pdf")
@signed_in
@limits.papers
def selection_pdf(role_id: UUID) -> ResponseReturnValue:
    role = queries.one_of_member(current_actor(), role_id)
    return _paper(role, selections.of_role(role_id))


@blueprint.route("/roles/<uuid:role_id>/selection/link", methods=["GET", "POST"])
@signed_in
def selection_link(role_id: UUID) -> ResponseReturnValue:
    """GET asks for how long, POST makes it; an older one ends."""
    role, form = _editable(role_id), LinkForm()
    if not form.validate_on_submit():
        page = render_template("roles/selection_link.html", role=role, form=form,
                               old=selections.link_of(role_id))  # fmt: skip
        return page, 422 if form.is_submitted() else 200
    try:
        service.share_selection(current_actor(), role, int(form.days.data or 0), now())
    except UserError as error:
        form.blame(error)
        return render_template("roles/selection_link.html", role=role, form=form, old=None), 422
    flash("The link works. Copy it below and send it to whoever should read this.", "good")
    return redirect(url_for("roles.selection_result", role_id=role_id))


@blueprint.route("/roles/<uuid:role_id>/selection/link/revocation", methods=["GET", "POST"])
@signed_in
def selection_unlink(role_id: UUID) -> ResponseReturnValue:
    role, form = _editable(role_id), Form()
    if not form.validate_on_submit():
        return render_template("roles/selection_unlink.html", role=role, form=form)
    service.unshare_selection(current_actor(), role)
    flash("The link opens nothing any more.", "good")
    return redirect(url_for("roles.selection_result", role_id=role_id))


@blueprint.get("/could-it-be-shared/<token>")
@public
@behind_a_secret_link
def selection_read(token: str) -> ResponseReturnValue:
    """For somebody without an account. A link that never was and one that ended answer alike."""
    found = selections.behind(token, now())
    if found is None:
        return make_response(render_template("roles/selection_gone.html"), 404)
    role, row = found
    return render_template(
        "roles/selection_read.html", role=role, row=row, token=token, **_words(row)
    )


@blueprint.get("/could-it-be-shared/<token>.pdf")
@public
@behind_a_secret_link
@limits.papers
def selection_read_pdf(token: str) -> ResponseReturnValue:
    found = selections.behind(token, now())
    if found is None:
        return make_response(render_template("roles/selection_gone.html"), 404)
    return _paper(*found)


def _editable(role_id: UUID) -> Role:
    role = queries.one_of_member(current_actor(), role_id)
    require(current_actor(), "role.edit", role)
    return role


def _questions(role: Role, form: SelectionForm, rows: Any = ()) -> str:
    count = len(form.answers())
    return render_template(
        "roles/selection.html", role=role, form=form, questions=QUESTIONS, count=count, rows=rows
    )


def _overtaken(
    role: Role, form: SelectionForm, error: AnsweredMeanwhileError
) -> ResponseReturnValue:
    """Both sheets side by side; the next save rests on what the page has now shown."""
    row = selections.of_role(role.id)
    saved, typed = row.answers if row else {}, form.answers()
    rows = [
        (one.text, *(found.words if (found := one.answer(sheet.get(one.key))) else "No answer"
                     for sheet in (saved, typed)))
        for one in QUESTIONS if saved.get(one.key) != typed.get(one.key)
    ]  # fmt: skip
    form.lock_version.data = str(row.lock_version if row else 0)
    form.blame(error)
    return _questions(role, form, rows), 409


def _words(row: Selection | None) -> dict[str, Any]:
    answers = row.answers if row else {}
    return {
        "found": result(answers),
        "sections": printed.sections(answers),
        "counted": printed.counted(answers),
    }


def _address(link: SelectionLink) -> str:
    """From BASE_URL, not from the name this request came under."""
    base = str(current_app.config["BASE_URL"]).rstrip("/")
    return base + url_for("roles.selection_read", token=link.token())


def _paper(role: Role, row: Selection | None) -> ResponseReturnValue:
    words = _words(row)
    at = row.answered_at if row else role.created_at
    title = f"{role.heading}: could it be shared?"
    paper = Paper(
        title=title,
        kind="Role selection on Twofold",
        heading=role.heading,
        subheading=f"{role.employer}. {words['found'].headline}.",
        people=(),
        sections=words["sections"],
        at=at,
        lead=[words["counted"]],
        foot=f"{title} As answered on {day(at)}.",
    )
    return answer(paper, title)
