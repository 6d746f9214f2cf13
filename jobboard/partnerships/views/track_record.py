from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import display_name
from jobboard.core.clock import now
from jobboard.core.errors import ConflictError, UserError
from jobboard.core.policy import require
from jobboard.partnerships import queries, service
from jobboard.partnerships.domain import KIND_WORDS, MAX_OUTCOME_WORDS
from jobboard.partnerships.forms import ConfirmForm, EntryForm
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.record import EntryFields, StaleEntryError
from jobboard.partnerships.views.rooms import blueprint
from jobboard.web.actor import current_actor
from jobboard.web.filters import month
from jobboard.web.guards import signed_in

REMOVED = (
    "This entry was removed while you were writing. What you typed is below: save it as a new"
    " entry, or leave it."
)


@blueprint.route("/partnerships/<uuid:partnership_id>/track-record/new", methods=["GET", "POST"])
@signed_in
def new_entry(partnership_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    pair = queries.one_of_member(actor, partnership_id)
    form = EntryForm(data={"kind": "as_pair", "who": "both"})
    _name_people(form, pair)
    if not form.is_submitted():
        return _page(form, pair)
    if not form.validate():
        return _page(form, pair), 422
    try:
        service.add_entry(actor, pair, form.fields(), now())
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return _page(form, pair), 422
    return _back(pair, "Added to your track record.")


@blueprint.route(
    "/partnerships/<uuid:partnership_id>/track-record/<uuid:entry_id>", methods=["GET", "POST"]
)
@signed_in
def edit_entry(partnership_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    """A stale save, or one of an entry that is gone, keeps what was typed."""
    actor = current_actor()
    if request.method == "POST" and not queries.has_entry(partnership_id, entry_id):
        return _removed_meanwhile(partnership_id)
    entry = queries.entry_of_member(actor, partnership_id, entry_id)
    require(actor, "track_record.change", entry)
    pair = entry.partnership
    form = EntryForm.of(entry)
    _name_people(form, pair)
    if not form.is_submitted():
        return _page(form, pair, entry_id)
    if not form.validate():
        return _page(form, pair, entry_id), 422
    try:
        service.edit_entry(actor, entry, form.fields(), form.base.data, now())
    except StaleEntryError as error:
        form.base.data = error.number
        rows = _differing(pair, error.saved, form.fields())
        return _page(form, pair, entry_id, rows), 409
    except ConflictError:
        raise
    except UserError as error:
        form.blame(error)
        return _page(form, pair, entry_id), 422
    return _back(pair, "Saved for you both.")


@blueprint.route(
    "/partnerships/<uuid:partnership_id>/track-record/<uuid:entry_id>/removal",
    methods=["GET", "POST"],
)
@signed_in
def remove_entry(partnership_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    actor = current_actor()
    entry = queries.entry_of_member(actor, partnership_id, entry_id)
    require(actor, "track_record.change", entry)
    form = ConfirmForm()
    if not form.validate_on_submit():
        return render_template("partnerships/remove_entry.html", form=form, entry=entry)
    service.remove_entry(actor, entry)
    return _back(entry.partnership, "Removed from your track record.")


def _removed_meanwhile(partnership_id: UUID) -> ResponseReturnValue:
    """What was typed comes back as a new entry, which may be saved or left."""
    pair = queries.one_of_member(current_actor(), partnership_id)
    form = EntryForm()
    _name_people(form, pair)
    form.form_errors.append(REMOVED)
    page = _page(form, pair, action=url_for("partnerships.new_entry", partnership_id=pair.id))
    return page, 409


def _back(pair: Partnership, words: str) -> ResponseReturnValue:
    flash(words, "good")
    return redirect(url_for("partnerships.show", partnership_id=pair.id, _anchor="track"))


def _name_people(form: EntryForm, pair: Partnership) -> None:
    viewer = current_actor().user_id
    form.name_people(display_name(pair.first, viewer), display_name(pair.second, viewer))


def _page(
    form: EntryForm,
    pair: Partnership,
    entry_id: UUID | None = None,
    rows: list[tuple[str, str, str]] | None = None,
    action: str = "",
) -> str:
    return render_template(
        "partnerships/entry.html",
        form=form,
        pair=pair,
        entry_id=entry_id,
        rows=rows,
        action=action,
        partner=pair.partner_of(current_actor().user_id),
        most=MAX_OUTCOME_WORDS,
    )


def _differing(
    pair: Partnership, saved: EntryFields, typed: EntryFields
) -> list[tuple[str, str, str]]:
    both = zip(_named(pair, saved), _named(pair, typed), strict=True)
    return [(name, old, new) for (name, old), (_, new) in both if old != new]


def _named(pair: Partnership, fields: EntryFields) -> list[tuple[str, str]]:
    viewer = current_actor().user_id
    names = {"a": pair.first, "b": pair.second}
    who = names.get(fields.who)
    return [
        ("What it was", KIND_WORDS[fields.kind]),
        ("Whose it was", display_name(who, viewer) if who else "Both of us"),
        ("Organisation", fields.organisation),
        ("Role", fields.role),
        ("From", month(fields.started_on)),
        ("To", month(fields.ended_on)),
        ("What came of it", fields.outcome),
        ("A figure that shows it", fields.measure),
    ]
