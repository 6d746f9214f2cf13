"""The employer proposes: a form, a warning where the week says otherwise, the invitation."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.models import User
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.core.policy import require
from jobboard.hiring import queries as hiring
from jobboard.hiring.domain import Stage
from jobboard.hiring.models import Candidacy
from jobboard.interviews import queries, service
from jobboard.interviews.domain import Kind, NotForInterviewError
from jobboard.interviews.forms import ProposalForm
from jobboard.interviews.views.room import blueprint, first_names, warnings_for
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in

BEFORE = (Stage.SHORTLISTED, Stage.INTERVIEWING)
"""Stages of a candidacy at which an interview may be proposed."""


@blueprint.route("/hiring/candidacies/<uuid:candidacy_id>/interviews/new", methods=["GET", "POST"])
@signed_in
@limits.interviews
def propose(candidacy_id: UUID) -> ResponseReturnValue:
    """Where a half-day is not a named person's, the first press warns and the second proposes."""
    actor = current_actor()
    row = hiring.candidacy(actor.user_id, candidacy_id, now())
    require(actor, "interview.propose", row)
    if row.stage not in BEFORE:
        raise NotForInterviewError
    form, staff = ProposalForm(), _staff(row)
    form.offer(first_names(row), staff)
    if not form.is_submitted():
        form.kind.data, form.members.data = Kind.JOINT.value, [str(actor.user_id)]
        return _page(row, form)
    if not form.validate():
        return _page(row, form), 422
    try:
        wanted = _proposal(form)
        if warnings := warnings_for(form, row, wanted.kind, wanted.slot):
            return _page(row, form, warnings)
        made = service.propose(actor, row, wanted, now())
    except NotForInterviewError:
        raise
    except UserError as error:
        form.blame(error)
        return _page(row, form), 422
    flash("It is proposed. Everybody who is invited is being told.", "good")
    return redirect(url_for("interviews.show", interview_id=made.id), 303)


def _staff(row: Candidacy) -> list[User]:
    pair = row.application.partnership
    return [one for one in queries.staff(row.role) if not pair.includes(one.id)]


def _proposal(form: ProposalForm) -> service.Proposal:
    members = tuple(UUID(one) for one in form.members.data or [])
    return service.Proposal(Kind(form.kind.data), form.slot(), members, form.others.value)


def _page(row: Candidacy, form: ProposalForm, warnings: list[str] | None = None) -> str:
    return render_template(
        "interviews/new.html",
        candidacy=row,
        role=row.role,
        form=form,
        warnings=warnings or [],
        moves=row.stage is Stage.SHORTLISTED,
    )
