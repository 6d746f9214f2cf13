"""The list of one's applications, and how one begins."""

from __future__ import annotations

from uuid import UUID

from flask import abort, flash, redirect, render_template
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import display_name, first_name
from jobboard.applications import queries, service, snapshot
from jobboard.applications.cards import card_of
from jobboard.applications.forms import StartForm
from jobboard.applications.models import KeptText
from jobboard.applications.queries import leaving
from jobboard.applications.views.room import blueprint, status, to
from jobboard.core.clock import now
from jobboard.core.errors import UserError
from jobboard.partnerships.models import Partnership
from jobboard.roles.models import Role
from jobboard.web.actor import current_actor
from jobboard.web.filters import day
from jobboard.web.guards import signed_in


@blueprint.get("/applications")
@signed_in
def index() -> ResponseReturnValue:
    viewer, at = current_actor().user_id, now()
    found = queries.applications_of_person(viewer)
    left = leaving.departures([one.id for one in found if one.left_by_id])
    cards = [card_of(one, viewer, at, left.get(one.id)) for one in found]
    names = {card.names for card in cards}
    return render_template(
        "applications/index.html",
        key_names=names.pop() if len(names) == 1 else ("Whoever invited", "Whoever accepted"),
        live=[card for card in cards if card.goes_on],
        past=[card for card in cards if not card.goes_on],
    )


@blueprint.route("/roles/<uuid:role_id>/application", methods=["GET", "POST"])
@signed_in
def start(role_id: UUID) -> ResponseReturnValue:
    """Which pair applies; what it would rest on; why not, where it cannot start."""
    actor, role = current_actor(), queries.published_role(role_id)
    if role.is_gone:
        abort(410)
    pairs = queries.live_partnerships_of(actor.user_id)
    formed = [pair for pair in pairs if pair.is_formed]
    form = StartForm()
    form.offer([(str(pair.id), _pair_words(pair, actor.user_id)) for pair in formed])
    copies = leaving.kept_of(actor.user_id)
    form.offer_kept([(str(one.id), _copy_words(one)) for one in copies])
    if form.validate_on_submit():
        copy = next((one for one in copies if str(one.id) == form.kept.data), None)
        chosen = next(pair for pair in formed if str(pair.id) == form.partnership.data)
        try:
            application = service.start(actor, role, chosen, now(), copy)
        except UserError as error:
            form.blame(error)
        else:
            partner = first_name(chosen.partner_of(actor.user_id), actor.user_id)
            flash(f"Your joint application is open to you both. {partner} is told.", "good")
            return redirect(to("edit", application))
    return _start_page(form, role, pairs), status(form)


def _start_page(form: StartForm, role: Role, pairs: list[Partnership]) -> str:
    viewer = current_actor().user_id
    mine = queries.live_for_role(role.id, [viewer]) if viewer else []
    return render_template(
        "applications/start.html",
        form=form,
        role=role,
        need=snapshot.need_of(role) if role.coverage else None,
        is_open=role.takes_applications(now()),
        mine=mine[0] if mine else None,
        formed=[pair for pair in pairs if pair.is_formed],
        unformed=[pair for pair in pairs if not pair.is_formed],
    )


def _copy_words(copy: KeptText) -> str:
    return f"Your copy of the text for {copy.application.role.title}, kept on {day(copy.kept_at)}"


def _pair_words(pair: Partnership, viewer_id: UUID | None) -> str:
    return f"You and {display_name(pair.partner_of(viewer_id), viewer_id)}: {pair.name}"
