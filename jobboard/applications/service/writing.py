"""Writing one section: decisions.md 6."""

from __future__ import annotations

from datetime import datetime

from jobboard.applications import queries, sections, snapshot
from jobboard.applications.domain import (
    LIFECYCLE,
    SectionKind,
    SignedMeanwhileError,
    StaleSectionError,
)
from jobboard.applications.models import Application
from jobboard.applications.service.keeping import Saved, put
from jobboard.core.activity import record
from jobboard.core.db import transaction
from jobboard.core.policy import Actor, require
from jobboard.partnerships.models import TrackRecordEntry


def save_section(
    actor: Actor,
    application: Application,
    kind: SectionKind,
    base_number: int,
    content: sections.Raw,
    at: datetime,
    *,
    by_itself: bool = False,
) -> Saved:
    """Store what one partner wrote. A rule that fails is shown, it never refuses a draft.

    StaleSectionError with both texts if the partner saved meanwhile; InvalidInputError for what
    cannot be stored; the same content again is no edit, whatever its base. `by_itself`: nobody
    pressed a button, so a signature is never taken away (SignedMeanwhileError).
    """
    with transaction():
        application, entries = for_edit(actor, application)
        section = application.section(kind)
        require(actor, "section.write", section)
        frame = snapshot.frame_for(application, entries, today=at.date())
        mine = sections.clean(kind, content, frame)
        theirs = sections.fit(kind, section.content, frame)
        if mine == theirs:
            return Saved(changed=False)
        if base_number != section.number:
            raise StaleSectionError(kind, mine, theirs, section.number)
        if by_itself and application.signatures:
            raise SignedMeanwhileError
        saved = put(actor, application, entries, section, mine, at)
        record(actor, "application.edited", application, kind=kind.value, number=section.number)
        return saved


def for_edit(actor: Actor, application: Application) -> tuple[Application, list[TrackRecordEntry]]:
    """The application for this transaction alone, where it can still be written in."""
    require(actor, "application.edit", application)
    application = queries.locked(application.id)
    LIFECYCLE.after("edit", application.status)
    return application, queries.track_record(application.partnership_id)
