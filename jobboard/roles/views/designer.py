"""Writing a role: one form with sections that works without a script."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.core.policy import require
from jobboard.roles import contents, queries, readiness, service, wording
from jobboard.roles.content import Content
from jobboard.roles.domain import (
    Gap,
    NotEditableError,
    RoleEditedMeanwhileError,
    SavedByHandError,
)
from jobboard.roles.employers import Employer
from jobboard.roles.forms import RoleForm
from jobboard.roles.models import Role
from jobboard.roles.queries.doors import employers_of
from jobboard.roles.steps import STEPS, Step, after, step_called
from jobboard.roles.views.designer_page import DesignerPage
from jobboard.roles.views.room import blueprint, settled
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in
from jobboard.web.week_grids import grid_of, redrawn

STORES = ("save", "next", "preview", "publish", "selection")
"""Buttons that keep what was typed. All others only change the page."""
LEADS = {
    "preview": "roles.preview",
    "publish": "roles.publication",
    "selection": "roles.selection",
}


@blueprint.route("/roles/new", methods=["GET", "POST"])
@signed_in
def new() -> ResponseReturnValue:
    mine = employers_of(current_actor())
    if not mine:
        return render_template("roles/no_organisation.html")
    step = _posted_step() if request.method == "POST" else STEPS[0]
    page = DesignerPage(RoleForm.opened(Content(), 0, mine), organisations=mine, step=step)
    return page.render() if request.method == "GET" else _answer(page, None, mine)


@blueprint.route("/roles/<uuid:role_id>/edit", methods=["GET", "POST"])
@signed_in
def edit(role_id: UUID) -> ResponseReturnValue:
    role = queries.one_of_member(current_actor(), role_id)
    require(current_actor(), "role.edit", role)
    if not role.is_editable:
        return settled(role)
    organisations = [Employer(role.organisation, role.agency)]
    form = RoleForm.opened(contents.of(role), role.lock_version, organisations)
    page = DesignerPage(form, role=role, organisations=organisations)
    if request.method == "POST":
        return _answer(page, role, organisations)
    stored = contents.of(role)
    found = service.missing(role, stored, now()) if "check" in request.args else []
    _blame(form, found or readiness.week_gaps(stored))
    return page.render()


@blueprint.route("/roles/<uuid:role_id>/steps/<key>", methods=["GET", "POST"])
@signed_in
def step(role_id: UUID, key: str) -> ResponseReturnValue:
    """One step of the role, kept on its own."""
    chosen = step_called(key) or abort(404)
    role = queries.one_of_member(current_actor(), role_id)
    require(current_actor(), "role.edit", role)
    if not role.is_editable:
        return settled(role)
    page = _page_of(role, chosen)
    if request.method == "POST":
        return _answer(page, role, page.organisations)
    stored = contents.of(role)
    found = service.missing(role, stored, now()) if "check" in request.args else []
    gaps = found or readiness.week_gaps(stored)
    _blame(page.form, [gap for gap in gaps if gap.field in chosen.fields])
    return page.render()


@blueprint.post("/roles/<uuid:role_id>/steps/<key>/autosave")
@signed_in
def autosave(role_id: UUID, key: str) -> ResponseReturnValue:
    """The same save as by the button, but one that overwrites nothing and that no reader sees.

    200 {number, version}; 409 {why: stale | public}; 422 {sentences}: nothing was stored then.
    """
    chosen = step_called(key) or abort(404)
    role = queries.one_of_member(current_actor(), role_id)
    require(current_actor(), "role.edit", role)
    page = _page_of(role, chosen)
    if not page.judge():
        return {"sentences": [sentence for _, sentence in page.form.all_errors()]}, 422
    try:
        service.save_step(
            *(current_actor(), role, chosen, page.form.content(), page.form.base, now()),
            by_itself=True,
        )
    except RoleEditedMeanwhileError:
        return {"why": "stale"}, 409
    except (SavedByHandError, NotEditableError):
        return {"why": "public"}, 409
    return {"number": role.step_numbers.get(key, 0), "version": role.version}


def _page_of(role: Role, chosen: Step) -> DesignerPage:
    number = role.step_numbers.get(chosen.key, 0)
    employer = [Employer(role.organisation, role.agency)]
    form = RoleForm.opened(contents.of(role), number, employer)
    return DesignerPage(form, role=role, organisations=employer, step=chosen)


def _posted_step() -> Step | None:
    """A new role is begun with its first step; without one the form holds all of it."""
    return STEPS[0] if request.form.get("step") == STEPS[0].key else None


def _answer(
    page: DesignerPage, role: Role | None, organisations: Sequence[Employer]
) -> ResponseReturnValue:
    act, _, detail = request.form.get("act", "save").partition(":")
    if act not in STORES and act != "check":
        _rearrange(page, act, detail)
        page.is_unsaved = True
        return page.render()
    form = page.form
    if not page.judge():
        return page.render(422)
    content = page.content
    if act == "check":
        return page.render(422 if _blame(form, readiness.week_gaps(content)) else 200)
    if act == "publish" and _blame(form, _missing(role, content)):
        return page.render(422)
    return _kept(page, role, organisations, act)


def _rearrange(page: DesignerPage, act: str, detail: str) -> None:
    """Buttons that change the form and store nothing; whatever nobody drew changes nothing."""
    form = page.form
    name, _, index = detail.partition(":")
    if act in ("add", "drop") and name in ("duties", "criteria"):
        form.change_lines(name, int(index) if act == "drop" and index.isdecimal() else None)
    elif act == "even" and name == "duties":
        form.balance_duties()
    elif act == "start" and detail in dict(DesignerPage.starts):
        form.need.set(redrawn(detail, grid_of(form.need.data)))
    elif act == "fix" and (found := readiness.sums(page.content)):
        for fix in [fix for fix in found.fixes if fix.kind == detail]:
            form.mend(fix)
            page.mended = fix.sentence


def _missing(role: Role | None, content: Content) -> list[Gap]:
    return service.missing(role, content, now()) if role else readiness.gaps(content, now())


def _blame(form: RoleForm, found: list[Gap]) -> bool:
    for gap in found:
        form.blame(UserError(gap.sentence, field=gap.field))
    return bool(found)


def _kept(
    page: DesignerPage, role: Role | None, organisations: Sequence[Employer], act: str
) -> ResponseReturnValue:
    actor, form = current_actor(), page.form
    try:
        if role is None:
            chosen = next(each for each in organisations if each.id == form.organisation.data)
            role = service.create(actor, chosen.organisation, page.content, now(), chosen.agency)
        elif page.step:
            service.save_step(actor, role, page.step, form.content(), form.base, now())
        else:
            service.save(actor, role, form.content(), form.base, now())
    except RoleEditedMeanwhileError as error:
        return _overtaken(page, error)
    except UserError as error:
        form.blame(error)
        return page.render(422)
    if act not in ("preview", "publish", "selection"):
        flash("Saved." if role.is_unpublished else "Saved. The role page shows it now.", "good")
    return redirect(_onward(page, role, act))


def _onward(page: DesignerPage, role: Role, act: str) -> str:
    """Where a button leads after what was typed is kept."""
    if act == "publish" and not role.is_unpublished:
        return url_for("roles.show", role_id=role.id)
    if act in LEADS:
        return url_for(LEADS[act], role_id=role.id)
    if page.step is None:
        return url_for("roles.edit", role_id=role.id)
    if act == "save":
        return url_for("roles.step", role_id=role.id, key=page.step.key)
    if following := after(page.step):
        return url_for("roles.step", role_id=role.id, key=following.key)
    last = "roles.publication" if role.is_unpublished else "roles.show"
    return url_for(last, role_id=role.id)


def _overtaken(page: DesignerPage, error: RoleEditedMeanwhileError) -> ResponseReturnValue:
    """Both texts side by side; the next save rests on what the page has now shown."""
    role = page.role = queries.one_of_member(current_actor(), page.role_id)
    typed = contents.settle(page.content, role)
    page.differences = wording.differences(contents.of(role), typed)
    page.message = error.message
    page.settle_base()
    return page.render(409)
