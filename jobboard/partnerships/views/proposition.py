from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, InvalidInputError, UserError
from jobboard.partnerships import queries, service
from jobboard.partnerships.domain import (
    MAX_PROPOSITION_WORDS,
    MIN_PROPOSITION_WORDS,
    StaleTemplateError,
)
from jobboard.partnerships.forms import MergeForm, PropositionForm
from jobboard.partnerships.merging import BOTH, MINE, THEIRS, merged, passages
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.views.rooms import blueprint
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in

CHOOSE = "Choose for each passage first, then fill the text. Nothing is saved yet."
WRITE = "Fill the text from your choices, or write it. Nothing is saved yet."


@blueprint.route("/partnerships/<uuid:partnership_id>/proposition", methods=["GET", "POST"])
@signed_in
def proposition(partnership_id: UUID) -> ResponseReturnValue:
    """The shared template. A stale save shows both texts, to choose from passage by passage."""
    pair = queries.one_of_member(current_actor(), partnership_id)
    if "mine" in request.form:
        return _merge(pair)
    form = PropositionForm(
        data={"text": pair.proposition, "base": pair.proposition_number}
    )  # fmt: skip
    if not form.is_submitted():
        return _page(form, pair)
    if not form.validate():
        return _page(form, pair), 422
    return _save(form, pair) or (_page(form, pair), 422)


def _merge(pair: Partnership) -> ResponseReturnValue:
    """Fill the text from the passages chosen, or save it as it stands."""
    form = MergeForm()
    if not form.validate():
        return _merge_page(form, pair), 422
    if "fill" in request.form:
        return _filled(form, pair)
    if not form.text.data:
        form.blame(InvalidInputError({"text": [WRITE]}))
        return _merge_page(form, pair), 422
    return _save(form, pair) or (_merge_page(form, pair), 422)


def _filled(form: MergeForm, pair: Partnership) -> ResponseReturnValue:
    parts = passages(form.mine.data or "", pair.proposition)
    count = sum(part.differs for part in parts)
    choices = [request.form.get(f"p{i}", "") for i in range(count)]
    if not set(choices) <= {MINE, THEIRS, BOTH}:
        form.form_errors.append(CHOOSE)
        return _merge_page(form, pair), 422
    form.text.data = merged(parts, choices)
    return _merge_page(form, pair)


def _save(form: PropositionForm | MergeForm, pair: Partnership) -> ResponseReturnValue | None:
    """A redirect, the merge page, or None when the form carries what the rules said."""
    try:
        service.save_proposition(
            current_actor(), pair, form.text.data or "", form.base.data, now()
        )  # fmt: skip
    except StaleTemplateError as error:
        fresh = MergeForm(formdata=None, data={"text": "", "mine": error.mine})
        return _merge_page(fresh, pair), 409
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return None
    flash("Your shared text is saved.", "good")
    return redirect(url_for("partnerships.show", partnership_id=pair.id, _anchor="proposition"))


def _page(form: PropositionForm, pair: Partnership) -> str:
    return render_template(
        "partnerships/proposition.html",
        form=form,
        pair=pair,
        least=MIN_PROPOSITION_WORDS,
        most=MAX_PROPOSITION_WORDS,
    )


def _merge_page(form: MergeForm, pair: Partnership) -> str:
    """Both texts side by side; the form rests on the newest number from here on."""
    actor = current_actor()
    form.base.data = pair.proposition_number
    return render_template(
        "partnerships/merge.html",
        form=form,
        pair=pair,
        parts=passages(form.mine.data or "", pair.proposition),
        mine=pair.side_of(actor.user_id),
        partner=pair.partner_of(actor.user_id),
        chosen=request.form,
        most=MAX_PROPOSITION_WORDS,
    )
