"""An employer's adverts from elsewhere, as drafts to go on with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.planning.wording import listed
from jobboard.roles.forms.bringing import BringingForm
from jobboard.roles.importing.rows import rows_of
from jobboard.roles.queries.doors import employers_of
from jobboard.roles.service.bringing import MOST, Brought, bring
from jobboard.roles.views.room import blueprint
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in

LINES_NAMED = 5
REASONS_NAMED = 4
NOTHING = "The file is empty: no line holds an advert."


@blueprint.route("/roles/bringing", methods=["GET", "POST"])
@signed_in
def bringing() -> ResponseReturnValue:
    actor = current_actor()
    mine = employers_of(actor)
    if not mine:
        return render_template("roles/no_organisation.html")
    form = BringingForm()
    form.offer(mine)
    if request.method == "GET":
        return _page(form)
    if not form.validate():
        return _page(form, 422)
    employer = form.chosen
    names = {employer.organisation.name, form.named.data or employer.organisation.name}
    try:
        found = bring(actor, employer, rows_of(form.file.data.stream), names, now())
    except UserError as error:
        form.blame(error)
        return _page(form, 422)
    if not found.made and not found.there:
        form.file.errors = _turned_away(found) or [NOTHING]
        return _page(form, 422)
    flash(_summary(found), "good")
    for sentence in _turned_away(found):
        flash(sentence, "warn")
    return redirect(url_for("roles.mine", state="drafts"))


def _page(form: BringingForm, status: int = 200) -> ResponseReturnValue:
    return render_template("roles/bringing.html", form=form, most=MOST), status


def _summary(found: Brought) -> str:
    drafts = len(found.made)
    words = f"{drafts} draft{'' if drafts == 1 else 's'} made from your adverts."
    if found.there:
        words += f" {found.there} had been brought before and stay as they are."
    return words


def _turned_away(found: Brought) -> list[str]:
    """One sentence for each reason, with the first lines it hit."""
    lines: dict[str, list[int]] = defaultdict(list)
    for reject in found.rejected:
        lines[reject.reason].append(reject.line_no)
    return [_reason(reason, hit) for reason, hit in list(lines.items())[:REASONS_NAMED]]


def _reason(reason: str, lines: Sequence[int]) -> str:
    named = [str(line) for line in lines[:LINES_NAMED]]
    if len(lines) > LINES_NAMED:
        named.append(f"{len(lines) - LINES_NAMED} more")
    return f"Not used, line{'' if len(lines) == 1 else 's'} {listed(named)}: {reason}"
