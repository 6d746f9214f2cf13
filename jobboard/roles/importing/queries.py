"""What is already there of the adverts in a batch."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa

from jobboard.core.db import session
from jobboard.organisations.models import Organisation
from jobboard.roles.models import BroughtAdvert, Role

_IMPORTS = 7_202_611
"""Number of the lock that imports share on PostgreSQL; any number nobody else uses."""


def wait_for_other_imports() -> None:
    """Until the transaction ends, no other import writes: SQLite has one writer anyway."""
    if session().get_bind().dialect.name == "postgresql":
        session().execute(sa.select(sa.func.pg_advisory_xact_lock(_IMPORTS)))


def stored(source_ids: Collection[str], names: Collection[str]) -> dict[str, Mapping[str, Any]]:
    """Source id to the row: its `id` and the columns named."""
    wanted = [getattr(Role, name) for name in names]
    found = sa.select(Role.source_id, Role.id, *wanted).where(Role.source_id.in_(source_ids))
    return {row[0]: cast("Mapping[str, Any]", row._mapping) for row in session().execute(found)}


def organisations_of(keys: Collection[str]) -> dict[str, UUID]:
    """Imported key to the id of the organisation that has it."""
    found = sa.select(Organisation.imported_key, Organisation.id)
    rows = session().execute(found.where(Organisation.imported_key.in_(keys)))
    return {key: id_ for key, id_ in rows if key is not None}


def brought_ids(organisation_id: UUID) -> set[str]:
    """Ids, in the adverts' own system, of what this organisation has brought before."""
    found = sa.select(BroughtAdvert.source_id).where(
        BroughtAdvert.organisation_id == organisation_id
    )
    return set(session().scalars(found))
