"""Two at one text: where each is, what each has read, and an older text brought back.

Where somebody is and what they have read is no edit: it moves no version, takes no signature, and
leaves nothing in the trail.
"""

from __future__ import annotations

from datetime import datetime

from jobboard.applications import queries, sections, snapshot
from jobboard.applications.domain import LIFECYCLE, PLACES, SectionKind, StaleSectionError
from jobboard.applications.models import Application
from jobboard.applications.queries import together as kept
from jobboard.applications.service import visits
from jobboard.applications.service.keeping import Saved, put
from jobboard.applications.service.settling import person_behind
from jobboard.core.activity import record
from jobboard.core.db import transaction
from jobboard.core.policy import Actor, require


def be_here(actor: Actor, application: Application, place: str | None, at: datetime) -> None:
    """This person is in the editor now, in this place of it (None: no place in particular)."""
    with transaction():
        require(actor, "application.read", application)
        known = place if place in PLACES else None
        visits.note(application, person_behind(actor), seen_at=at, section=known)


def mark_read(actor: Actor, application: Application, version: int) -> None:
    """This person says that they have read everything up to this version; never back."""
    with transaction():
        require(actor, "application.read", application)
        user_id = person_behind(actor)
        read = min(max(version, 1), application.version)
        before = kept.visit_of(application.id, user_id)
        if before is None or before.read_version < read:
            visits.note(application, user_id, read_version=read)


def restore(
    actor: Actor,
    application: Application,
    kind: SectionKind,
    number: int,
    base_number: int,
    at: datetime,
) -> Saved:
    """An older text of a section becomes its newest one, as it fits beside today's role.

    An edit like any other: StaleSectionError if somebody saved meanwhile, signatures fall, and the
    text that stood there stays in the history. NoResultFound for a number that was never kept.
    """
    with transaction():
        require(actor, "application.edit", application)
        application = queries.locked(application.id)
        LIFECYCLE.after("edit", application.status)
        entries = queries.track_record(application.partnership_id)
        section = application.section(kind)
        require(actor, "section.write", section)
        frame = snapshot.frame_for(application, entries)
        older = kept.kept_text(application.id, kind, number)
        mine = sections.fit(kind, older.content, frame)
        theirs = sections.fit(kind, section.content, frame)
        if mine == theirs:
            return Saved(changed=False)
        if base_number != section.number:
            raise StaleSectionError(kind, mine, theirs, section.number)
        saved = put(actor, application, entries, section, mine, at, begins_anew=True)
        record(actor, "application.restored", application, kind=kind.value, number=number)
        return saved
