"""What the one who remains may use again: a copy of their own, and a draft that begins from it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from jobboard.applications import queries, sections, snapshot
from jobboard.applications.domain import SectionKind
from jobboard.applications.leaving import placed, reusable
from jobboard.applications.models import Application, KeptText
from jobboard.applications.service.settling import person_behind
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.partnerships.domain import Who


def keep_copy(actor: Actor, application: Application, at: datetime) -> KeptText:
    """In the caller's transaction; without the leaver's own words and the track record."""
    owner = person_behind(actor)
    side = application.partnership.side_of(owner)
    contents = {section.kind: section.content for section in application.sections}
    row = KeptText(
        id=uuid4(),
        owner_id=owner,
        application_id=application.id,
        contents=reusable(contents, side or Who.A),
        kept_at=at,
    )
    session().add(row)
    return row


def fill(application: Application, kept: KeptText, owner_id: UUID | None) -> None:
    """Put a kept copy into a draft that nobody has written in yet."""
    side = application.partnership.side_of(owner_id) or Who.A
    entries = queries.track_record(application.partnership_id)
    frame = snapshot.frame_for(application, entries)
    for kind, content in placed(kept.contents, side).items():
        if kind in set(SectionKind):
            application.section(kind).content = sections.fit(kind, content, frame)
    application.content_hash = snapshot.hash_of(application, entries)
    session().flush()
