"""An employer moves a pair on, or says no: the page that asks, and what it says when it is done."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.core.policy import require
from jobboard.hiring import queries, service
from jobboard.hiring.domain import EMPLOYER_MOVES, STAGE_WORDS, TOLD, moves_for
from jobboard.hiring.forms import MoveForm, NoteForm, RefusalForm, form_for
from jobboard.hiring.models import Candidacy
from jobboard.hiring.views.choosing import load
from jobboard.hiring.views.room import blueprint
from jobboard.hiring.wording import ASKED, TOLD_WORDS, act_words
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.route("/hiring/candidacies/<uuid:candidacy_id>/stage", methods=["GET", "POST"])
@signed_in
def stage(candidacy_id: UUID) -> ResponseReturnValue:
    row, move = load(candidacy_id), request.args.get("move", "")
    form = form_for(move) if move in EMPLOYER_MOVES else abort(404)
    require(current_actor(), "candidacy.move", row)
    if move not in moves_for(row.stage):
        return _settled_page(row, form), 409
    if request.method == "GET":
        form.seen.data = row.lock_version
        return _stage_page(row, move, form)
    if not form.validate_on_submit():
        return _stage_page(row, move, form), 422
    try:
        service.move(current_actor(), row, move, now(), seen=form.seen.data, **_said(form))
    except ConflictError as error:
        form.blame(error)
        if move not in moves_for(row.stage):
            return _settled_page(row, form), 409
        form.seen.raw_data, form.seen.data = None, row.lock_version
        return _stage_page(row, move, form), 409
    except UserError as error:
        form.blame(error)
        return _stage_page(row, move, form), 422
    flash(_done(row, move), "good")
    return redirect(url_for("hiring.candidacy", candidacy_id=row.id), 303)


def _settled_page(row: Candidacy, form: MoveForm) -> str:
    """Somebody was first: who, where the pair stands now, and what was typed, to be kept."""
    moves = [act for act in queries.trail(row) if act.action == "candidacy.moved"]
    note = NoteForm(formdata=None, text="".join(filter(None, _typed(form).values())))
    return render_template(
        "hiring/settled.html",
        candidacy=row,
        role=row.role,
        stage_words=STAGE_WORDS[row.stage],
        act=moves[0] if moves else None,
        people=queries.people(moves),
        act_words=act_words,
        form=note,
    )


def _stage_page(row: Candidacy, move: str, form: MoveForm) -> str:
    return render_template(
        "hiring/stage.html",
        candidacy=row,
        role=row.role,
        move=move,
        asked=ASKED[move],
        told=TOLD_WORDS.get(move),
        form=form,
        is_refusal=isinstance(form, RefusalForm),
    )


def _said(form: MoveForm) -> dict[str, Any]:
    names = {"note", "reason", "words"} & set(form._fields)
    return {name: form._fields[name].data for name in names}


def _typed(form: MoveForm) -> dict[str, Any]:
    return {name: text for name, text in _said(form).items() if name != "reason"}


def _done(row: Candidacy, move: str) -> str:
    kept = f"The stage is now “{STAGE_WORDS[row.stage]}”."
    return f"{kept} Both partners are being told." if move in TOLD else kept
