"""Questions for two: a page of each deck, and a page of each step for one question."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.partnerships import queries, service
from jobboard.partnerships.forms import ConfirmForm
from jobboard.partnerships.forms.growing import AnswerForm, NoteForm
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.prompts import Deck, prompt
from jobboard.partnerships.queries import agreement as asked
from jobboard.partnerships.queries.agreement import Leaf
from jobboard.partnerships.sharing import AnsweredElsewhereError, StaleNoteError
from jobboard.partnerships.views.rooms import blueprint
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in

_ONE = "/partnerships/<uuid:partnership_id>/questions/<key>"


@blueprint.get('/partnerships/<uuid:partnership_id>/<any("agreement", "coaching"):deck>')
@signed_in
def questions(partnership_id: UUID, deck: str) -> ResponseReturnValue:
    """All questions of a deck: mine, and what both may read."""
    pair = queries.one_of_member(current_actor(), partnership_id)
    leaves = asked.leaves(current_actor(), pair, Deck(deck))
    check = asked.newest_check(pair.id)
    return render_template(
        "partnerships/questions.html",
        pair=pair,
        partner=pair.partner_of(current_actor().user_id),
        deck=deck,
        leaves=leaves,
        read=asked.read_by_both(leaves, Deck(deck)),
        check=check,
        is_due=check is not None and check.is_due(now()),
    )


@blueprint.route(_ONE, methods=["GET", "POST"])
@signed_in
def answer(partnership_id: UUID, key: str) -> ResponseReturnValue:
    """One's own answer; private unless both have shared theirs."""
    pair, leaf = _one(partnership_id, key)
    form = AnswerForm.of(leaf)
    if not form.is_submitted():
        return _page("answer", pair, leaf, form)
    if not form.validate():
        return _page("answer", pair, leaf, form), 422
    words = form.words.data or ""
    try:
        service.answer(
            current_actor(), pair, leaf.prompt, form.chosen, words, form.base.data, now()
        )
    except AnsweredElsewhereError as error:
        form.base.data = error.number
        return _page("answer", pair, leaf, form, saved=error), 409
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return _page("answer", pair, leaf, form), 422
    if leaf.reveal is not None:
        return _back(pair, leaf, "Saved. You both see the new answer, with today’s date.")
    return _back(pair, leaf, "Kept, for your eyes only. Say so when you are ready to share it.")


@blueprint.route(f"{_ONE}/sharing", methods=["GET", "POST"])
@signed_in
def share(partnership_id: UUID, key: str) -> ResponseReturnValue:
    """The yes that cannot be taken back once the partner has said it too."""
    pair, leaf = _one(partnership_id, key)
    form = ConfirmForm()
    name = first_name(pair.partner_of(current_actor().user_id), current_actor().user_id)
    if not form.validate_on_submit():
        return _page("sharing", pair, leaf, form)
    try:
        is_shown = service.share(current_actor(), pair, leaf.prompt, now())
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return _page("sharing", pair, leaf, form), 422
    if is_shown:
        return _back(pair, leaf, f"You and {name} read both answers now.")
    return _back(pair, leaf, f"You are ready. It opens for you both when {name} is.")


@blueprint.route(f"{_ONE}/keeping", methods=["GET", "POST"])
@signed_in
def keep_back(partnership_id: UUID, key: str) -> ResponseReturnValue:
    pair, leaf = _one(partnership_id, key)
    form = ConfirmForm()
    if not form.validate_on_submit():
        return _page("keeping", pair, leaf, form)
    service.keep_back(current_actor(), pair, leaf.prompt)
    return _back(pair, leaf, "Kept back. It stays private until you are ready.")


@blueprint.route(f"{_ONE}/note", methods=["GET", "POST"])
@signed_in
def talk(partnership_id: UUID, key: str) -> ResponseReturnValue:
    """You have talked: one note for both, and the question rests."""
    pair, leaf = _one(partnership_id, key)
    reveal = leaf.reveal
    if reveal is None:
        return redirect(url_for("partnerships.answer", partnership_id=pair.id, key=key))
    form = NoteForm(data={"note": reveal.note, "base": reveal.lock_version})
    if not form.is_submitted():
        return _page("talk", pair, leaf, form)
    if not form.validate():
        return _page("talk", pair, leaf, form), 422
    try:
        service.talk(
            current_actor(), pair, leaf.prompt, form.note.data or "", form.base.data, now()
        )
    except StaleNoteError as error:
        form.base.data = error.number
        return _page("talk", pair, leaf, form, saved=error), 409
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return _page("talk", pair, leaf, form), 422
    return _back(pair, leaf, "Marked as talked about.")


@blueprint.route("/partnerships/<uuid:partnership_id>/agreement/check", methods=["GET", "POST"])
@signed_in
def check(partnership_id: UUID) -> ResponseReturnValue:
    """Once a year: read it again, each for themselves, and say that it still holds."""
    actor = current_actor()
    pair = queries.one_of_member(actor, partnership_id)
    form = ConfirmForm()
    if form.validate_on_submit():
        name = first_name(pair.partner_of(actor.user_id), actor.user_id)
        is_done = service.still_holds(actor, pair, now())
        both = "You have both looked again. The next time is in a year."
        flash(both if is_done else f"Noted. It is {name}’s turn to look.", "good")
        return redirect(
            url_for("partnerships.questions", partnership_id=pair.id, deck="agreement")
        )  # fmt: skip
    row = asked.newest_check(pair.id)
    return render_template(
        "partnerships/check.html",
        form=form,
        pair=pair,
        partner=pair.partner_of(actor.user_id),
        check=row,
        is_due=row is not None and row.is_due(now()),
        leaves=[one for one in asked.leaves(actor, pair, Deck.AGREEMENT) if one.reveal],
    )


def _one(partnership_id: UUID, key: str) -> tuple[Partnership, Leaf]:
    """The question as this person may see it; a stranger, or an unknown question, gets a 404."""
    pair = queries.one_of_member(current_actor(), partnership_id)
    asked_for = prompt(key)
    if asked_for is None:
        abort(404)
    return pair, asked.leaf(current_actor(), pair, asked_for)


def _page(
    name: str,
    pair: Partnership,
    leaf: Leaf,
    form: AnswerForm | NoteForm | ConfirmForm,
    saved: AnsweredElsewhereError | StaleNoteError | None = None,
) -> str:
    return render_template(
        f"partnerships/{name}.html",
        pair=pair,
        partner=pair.partner_of(current_actor().user_id),
        leaf=leaf,
        form=form,
        saved=saved,
    )


def _back(pair: Partnership, leaf: Leaf, words: str) -> ResponseReturnValue:
    flash(words, "good")
    anchor = leaf.prompt.key.replace(".", "-")
    return redirect(
        url_for(
            "partnerships.questions",
            partnership_id=pair.id,
            deck=leaf.prompt.deck.value,
            _anchor=anchor,
        )
    )
