"""One text takes the place of another, and the older one is kept (decisions.md 6)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jobboard.applications import queries
from jobboard.applications.domain import MERGE_WINDOW
from jobboard.applications.models import Application, Section, SectionVersion
from jobboard.applications.sections import Content
from jobboard.applications.service import visits
from jobboard.applications.service.settling import person_behind, settle
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.partnerships.models import TrackRecordEntry

MUCH = 200
"""Characters. A save that takes out that many, and a third of the text, begins a row of its own:
whoever clears a section by mistake finds it in the history, however soon the page saved itself."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save did: nothing (the same text again) or a new version, and if a signature fell."""

    changed: bool
    cleared: bool = False


def put(
    actor: Actor,
    application: Application,
    entries: list[TrackRecordEntry],
    section: Section,
    content: Content,
    at: datetime,
    *,
    begins_anew: bool = False,
) -> Saved:
    """The new text of a section. `begins_anew`: it replaces no earlier row, however recent."""
    by_id = person_behind(actor)
    _keep_beginning(application, section)
    keep = None if begins_anew else _version_to_replace(section, content, by_id, at)
    section.content, section.number = content, section.number + 1
    section.saved_by_id, section.saved_at = by_id, at
    cleared = settle(application, entries, by_id, at)
    section.version = application.version
    _keep_version(keep, section, by_id, at)
    visits.follow(application, by_id)
    return Saved(changed=True, cleared=cleared)


def _keep_beginning(application: Application, section: Section) -> None:
    """The text a section began with becomes number 0 when something else takes its place."""
    if section.number > 0:
        return
    session().add(
        SectionVersion(
            application_id=application.id,
            kind=section.kind,
            number=0,
            version=section.version,
            content=section.content,
            saved_by_id=application.started_by_id,
            began_at=application.created_at,
            saved_at=application.created_at,
        )
    )


def _version_to_replace(
    section: Section, content: Content, by_id: UUID, at: datetime
) -> SectionVersion | None:
    """The row that this save replaces: the same hand, within ten minutes of its first save, and
    nobody has signed that text. Counted from the first, so that a long afternoon of saves leaves a
    text every ten minutes."""
    if section.saved_by_id != by_id or section.saved_at is None:
        return None
    if at - section.saved_at > MERGE_WINDOW or loses_much(section.content, content):
        return None
    latest = queries.latest_version(section.application_id, section.kind, section.number)
    if latest is None or at - latest.began_at > MERGE_WINDOW:
        return None
    signed = queries.last_signed_version(section.application_id)
    return latest if latest.version > signed else None


def loses_much(before: Content, after: Content) -> bool:
    old, new = (len(json.dumps(one, ensure_ascii=False)) for one in (before, after))
    return old - new >= MUCH and new * 3 <= old * 2


def _keep_version(
    replaced: SectionVersion | None, section: Section, by_id: UUID, at: datetime
) -> None:
    """Numbers always grow, also for a replaced row: a base names one text and no other."""
    row = replaced or SectionVersion(
        application_id=section.application_id, kind=section.kind, began_at=at
    )
    row.number, row.version, row.content = section.number, section.version, section.content
    row.saved_by_id, row.saved_at = by_id, at
    session().add(row)
