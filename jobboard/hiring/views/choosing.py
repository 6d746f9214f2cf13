"""What an employer reads of the applications for a role, and how it decides."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.applications import papers
from jobboard.applications.models import Submission
from jobboard.applications.queries import signatures_of
from jobboard.applications.reading import Reading
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.hiring import queries, service
from jobboard.hiring.comparison import side_by_side
from jobboard.hiring.domain import (
    COMPARE_MAX,
    COMPARE_MIN,
    REASON_WORDS,
    CompareError,
    Sort,
    Tab,
    moves_for,
)
from jobboard.hiring.forms import MoveForm, NoteForm
from jobboard.hiring.models import Candidacy
from jobboard.hiring.queries.reconfirming import reconfirmations
from jobboard.hiring.views.room import blueprint
from jobboard.hiring.wording import act_words
from jobboard.hiring.words import IN_TEMPLATES
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in
from jobboard.web.pagination import Page, page_number
from jobboard.web.papers import answer

ROLES_A_PAGE = 20
PAIRS_A_PAGE = 50


blueprint.app_context_processor(lambda: IN_TEMPLATES)


@blueprint.get("/hiring")
@signed_in
def index() -> ResponseReturnValue:
    me, number = current_actor().user_id, page_number(request.args.get("page"))
    found = queries.board(me, now(), (number - 1) * ROLES_A_PAGE, ROLES_A_PAGE)
    url = partial(_page_url, "hiring.index")
    page = Page(found.rows, found.total, number, ROLES_A_PAGE, url)
    is_member = bool(found.total) or queries.is_a_reader(me)
    return render_template("hiring/index.html", page=page, is_member=is_member, tabs=Tab)


@blueprint.get("/hiring/roles/<uuid:role_id>")
@signed_in
def role(role_id: UUID) -> ResponseReturnValue:
    me, at = current_actor().user_id, now()
    role = queries.role(me, role_id)
    counts = queries.counts(me, [role_id], at)[role_id]
    tab, sort = _choice(Tab, "stage", Tab.OPEN), _choice(Sort, "sort", Sort.NEWEST)
    number = page_number(request.args.get("page"), counts[tab], PAIRS_A_PAGE)
    rows = queries.table(me, role_id, tab, sort, at, (number - 1) * PAIRS_A_PAGE, PAIRS_A_PAGE)
    url = partial(_page_url, "hiring.role", role_id=role_id, stage=tab, sort=sort)
    acts = queries.latest_acts([row.id for row in rows])
    return render_template(
        "hiring/role.html",
        role=role,
        counts=counts,
        tab=tab,
        sort=sort,
        page=Page(rows, counts[tab], number, PAIRS_A_PAGE, url),
        chosen=request.args.getlist("c"),
        acts=acts,
        people=queries.people(acts.values()),
        act_words=act_words,
        decide_by=queries.decide_by(rows),
        asked_again=reconfirmations([row.id for row in rows]),
    )


@blueprint.get("/hiring/roles/<uuid:role_id>/comparison")
@signed_in
def compare(role_id: UUID) -> ResponseReturnValue:
    me = current_actor().user_id
    role = queries.role(me, role_id)
    ids = list(dict.fromkeys(_ids(request.args.getlist("c"))))
    if not COMPARE_MIN <= len(ids) <= COMPARE_MAX:
        words = {"role": role, "chosen": ids, "message": CompareError.message}
        return render_template("hiring/compare_choose.html", **words), 400
    rows = queries.compared(me, role_id, ids, now())
    texts = queries.submissions(row.application_id for row in rows)
    pairs = side_by_side(role, [(row, _reading(texts[row.application_id])) for row in rows])
    words = {"role": role, "moves_for": moves_for, "decide_by": queries.decide_by(rows)}
    return render_template("hiring/compare.html", pairs=pairs, **words)


@blueprint.get("/hiring/candidacies/<uuid:candidacy_id>")
@signed_in
def candidacy(candidacy_id: UUID) -> ResponseReturnValue:
    return _candidacy_page(load(candidacy_id), NoteForm())


@blueprint.get("/hiring/candidacies/<uuid:candidacy_id>/application.pdf")
@signed_in
@limits.papers
def candidacy_pdf(candidacy_id: UUID) -> ResponseReturnValue:
    row = load(candidacy_id)
    frozen = queries.submissions([row.application_id])[row.application_id]
    signatures = signatures_of(row.application_id)
    withdrawn_at = row.application.withdrawn_at
    paper = papers.of_submission(frozen, _reading(frozen), signatures, withdrawn_at)
    return answer(paper, paper.title)


@blueprint.post("/hiring/candidacies/<uuid:candidacy_id>/notes")
@signed_in
def note(candidacy_id: UUID) -> ResponseReturnValue:
    row, form = load(candidacy_id), NoteForm()
    if form.validate_on_submit():
        try:
            service.add_note(current_actor(), row, form.text.data, now())
            return redirect(url_for("hiring.candidacy", candidacy_id=row.id, _anchor="notes"), 303)
        except UserError as error:
            form.blame(error)
    return _candidacy_page(row, form), 422


def load(candidacy_id: UUID) -> Candidacy:
    return queries.candidacy(current_actor().user_id, candidacy_id, now())


def _candidacy_page(row: Candidacy, form: NoteForm) -> str:
    begin = MoveForm()
    begin.seen.data = row.lock_version
    acts = queries.trail(row)
    text = queries.submissions([row.application_id])[row.application_id]
    return render_template(
        "hiring/candidacy.html",
        candidacy=row,
        role=row.role,
        reading=_reading(text),
        reason_words=REASON_WORDS,
        submission=text,
        moves=moves_for(row.stage),
        begin=begin,
        form=form,
        acts=acts,
        people=queries.people(acts),
        act_words=act_words,
        decide_by=queries.decide_by([row]),
        asked_again=reconfirmations([row.id]),
    )


def _reading(text: Submission) -> Reading:
    """From the frozen bytes, never from live tables; time together counts to the signature."""
    return Reading.of_sent(text, current_actor().user_id)


def _choice(kind: Any, name: str, default: Any) -> Any:
    value = request.args.get(name, "")
    return kind(value) if value in set(kind) else default


def _ids(texts: list[str]) -> list[UUID]:
    try:
        return [UUID(text) for text in texts]
    except ValueError:
        abort(404)


def _page_url(endpoint: str, number: int, **values: Any) -> str:
    return url_for(endpoint, **values, page=number if number > 1 else None)
