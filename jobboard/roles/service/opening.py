"""Somebody looked at an advert: one more on that day, and nothing about who."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

from jobboard.core.db import insert, transaction
from jobboard.roles.models import RoleOpenings


def count_opening(role_id: UUID, day: date, number: int = 1) -> None:
    """In one statement, so that two at once are two; leaves no trail."""
    key = {"role_id": role_id, "day": day}
    added = insert(RoleOpenings).values(id=uuid5(role_id, day.isoformat()), number=number, **key)
    grown = {"number": RoleOpenings.number + number}
    with transaction() as current:
        current.execute(added.on_conflict_do_update(index_elements=list(key), set_=grown))
