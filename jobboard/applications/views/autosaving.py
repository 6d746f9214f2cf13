"""What a page does by itself while two people write: saving, and saying where somebody is."""

from __future__ import annotations

from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from jobboard.accounts.naming import first_name
from jobboard.applications import queries, service, snapshot
from jobboard.applications.domain import SignedMeanwhileError, StaleSectionError, section_words
from jobboard.applications.forms import FORMS
from jobboard.applications.queries import together
from jobboard.applications.together import presence_of, signed_words
from jobboard.applications.views import closed, page
from jobboard.applications.views.room import blueprint
from jobboard.core.clock import now
from jobboard.core.errors import InvalidInputError
from jobboard.core.policy import require
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in


@blueprint.post("/applications/<uuid:application_id>/sections/<kind>/autosave")
@signed_in
@closed.gives_back(closed.as_json)
def autosave(application_id: UUID, kind: str) -> ResponseReturnValue:
    """The same save as by the button, but one that takes no signature and overwrites nothing.

    200 {number, version}; 409 {why: stale | signed | closed, words};
    422 {sentences}: nothing was stored then.
    """
    section = page.section_kind(kind)
    application = page.editable(application_id)
    require(current_actor(), "section.write", application.section(section))
    entries = queries.track_record(application.partnership_id)
    form = FORMS[section]()
    frame = snapshot.frame_for(application, entries, current_actor().user_id)
    raw = form.raw(frame)
    if not form.validate():
        return {"sentences": _sentences(form.errors)}, 422
    try:
        service.save_section(
            current_actor(), application, section, form.base.data, raw, now(), by_itself=True
        )
    except StaleSectionError:
        return {"why": "stale"}, 409
    except SignedMeanwhileError:
        application = queries.one_of_pair(current_actor(), application_id)
        words = signed_words(application, application.signatures, current_actor().user_id)
        return {"why": "signed", "words": words}, 409
    except InvalidInputError as error:
        return {"sentences": _sentences(error.errors)}, 422
    application = queries.one_of_pair(current_actor(), application_id)
    return {
        "number": application.section(section).number,
        "version": application.version,
        "wrote": f"Last wrote in {section_words(section, frame.names)}, just now",
    }


@blueprint.post("/applications/<uuid:application_id>/presence")
@signed_in
def presence(application_id: UUID) -> ResponseReturnValue:
    """I am here, in this place of the editor; the answer is where my partner is."""
    actor, at = current_actor(), now()
    application = queries.one_of_pair(actor, application_id)
    service.be_here(actor, application, request.form.get("place"), at)
    partner = application.partnership.partner_of(actor.user_id)
    visit = together.visits_of(application_id).get(partner.id)
    found = presence_of(visit, first_name(partner, actor.user_id), at)
    return {"words": found.words, "place": found.place, "near": found.near,
            "version": application.version}  # fmt: skip


def _sentences(errors: object) -> list[str]:
    """Every sentence in what a form or a rule says, however deep."""
    if isinstance(errors, str):
        return [errors]
    if isinstance(errors, dict):
        return [one for value in errors.values() for one in _sentences(value)]
    if isinstance(errors, list | tuple):
        return [one for value in errors for one in _sentences(value)]
    return []
