"""The row that says where somebody is and what they have read: one statement, no edit."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from jobboard.applications.models import Application, Visit
from jobboard.applications.queries import together as kept
from jobboard.applications.together import unread
from jobboard.core.db import insert, session


def note(application: Application, user_id: UUID, **values: Any) -> None:
    """Whichever of two windows comes first, there is one row."""
    key = {"application_id": application.id, "user_id": user_id}
    row = {"id": uuid5(application.id, str(user_id)), "read_version": 1, **key, **values}
    added = insert(Visit).values(row)
    session().execute(added.on_conflict_do_update(index_elements=list(key), set_=values))


def follow(application: Application, user_id: UUID) -> None:
    """Whoever had read everything before their own save has read that too."""
    visit = kept.visit_of(application.id, user_id)
    if not unread(application, user_id, visit):
        note(application, user_id, read_version=application.version)
