from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.candidates import queries, service
from jobboard.candidates.domain import ProfileFields, StaleProfileError
from jobboard.candidates.forms import ProfileForm
from jobboard.candidates.models import Profile
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.planning import levels
from jobboard.planning.sectors import SECTORS
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in

blueprint = Blueprint("candidates", __name__)


@blueprint.route("/profile", methods=["GET", "POST"])
@signed_in
def profile() -> ResponseReturnValue:
    """One page to read and to write; a stale save shows both and keeps what was typed."""
    actor = current_actor()
    saved = queries.profile_of(actor.user_id)
    form = ProfileForm.of(saved)
    if not form.is_submitted() or "redraw" in request.form:
        return _page(form, saved)
    if not form.validate():
        return _page(form, saved), 422
    try:
        service.save(actor, form.fields(), form.base.data, now())
    except StaleProfileError as error:
        return _stale(form, error)
    except UserError as error:
        form.blame(error)
        return _page(form, saved), 422
    flash("Your profile is saved.", "good")
    return redirect(url_for("candidates.profile"))


def _page(
    form: ProfileForm, saved: Profile | None, rows: list[tuple[str, str, str]] | None = None
) -> str:
    return render_template(
        "candidates/profile.html", form=form, saved=saved, rows=rows, levels=levels.LEVELS,
        sectors=SECTORS,
    )  # fmt: skip


def _stale(form: ProfileForm, error: StaleProfileError) -> ResponseReturnValue:
    """What differs, row by row; the form below keeps what was typed and stands on the new base."""
    both = zip(_named(error.saved), _named(form.fields()), strict=True)
    rows = [(name, old, new) for (name, old), (_, new) in both if old != new]
    if not rows:
        return redirect(url_for("candidates.profile"))
    form.base.data = error.number
    return _page(form, None, rows), 409


def _named(fields: ProfileFields) -> list[tuple[str, str]]:
    return [
        ("Headline", fields.headline),
        ("Level", levels.level(fields.level).label if fields.level else ""),
        ("Sectors", ", ".join(SECTORS[key] for key in SECTORS if key in fields.sectors)),
        ("Place", fields.place),
        ("Your week", fields.availability),
        ("Skills", ", ".join(fields.skills)),
    ]
