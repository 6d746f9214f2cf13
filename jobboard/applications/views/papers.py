"""The same reading on paper: a tagged PDF for the pair, in any state."""

from __future__ import annotations

from uuid import UUID

from flask.typing import ResponseReturnValue

from jobboard.applications import papers, queries, signing, snapshot
from jobboard.applications.reading import Reading
from jobboard.applications.views.room import blueprint
from jobboard.core.clock import now
from jobboard.core.documents.paper import Paper
from jobboard.partnerships.queries.referees import confirmed_of
from jobboard.web import limits
from jobboard.web.actor import current_actor
from jobboard.web.guards import signed_in
from jobboard.web.papers import answer


@blueprint.get("/applications/<uuid:application_id>/panel-view.pdf")
@signed_in
@limits.papers
def panel_view_pdf(application_id: UUID) -> ResponseReturnValue:
    """What was sent where it was sent, else the draft with its mark on every page."""
    paper = _paper(application_id)
    return answer(paper, paper.title)


def _paper(application_id: UUID) -> Paper:
    viewer = current_actor()
    application = queries.of_pair_to_sign(viewer, application_id)
    frozen = queries.submission_of(application_id)
    if frozen is not None:
        reading = Reading.of_sent(frozen, viewer.user_id)
        signatures = queries.signatures_of(application_id)
        return papers.of_submission(frozen, reading, signatures, application.withdrawn_at)
    entries = queries.track_record(application.partnership_id)
    document = snapshot.document_of(application, entries)
    content_hash = signing.digest(signing.canonical(document))
    reading = Reading(document, now().date(), viewer.user_id, confirmed_of(entries))
    return papers.of_draft(application, reading, content_hash)
