"""Writing imported adverts, a batch a transaction: whole rows or none.

One activity row stands for a whole run, not one for each advert: the source decided, no member
of ours did, and the run's numbers say more than 14,000 equal lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.exc import DataError, IntegrityError

from jobboard.core.activity import Activity
from jobboard.core.db import expect_writes, session, transaction
from jobboard.organisations.models import Organisation
from jobboard.roles.domain import Origin, RoleStatus
from jobboard.roles.importing import queries
from jobboard.roles.importing.columns import (
    columns,
    has_changed,
    organisation_key,
    published,
    slug,
)
from jobboard.roles.importing.records import ImportedAdvert, Reject
from jobboard.roles.models import Role
from jobboard.search import indexer

KIND = "role"
REFUSED = "The database refused this advert: it breaks a rule that every role keeps."


@dataclass(frozen=True, slots=True)
class Incoming:
    """An advert and where in the file it stood."""

    advert: ImportedAdvert
    line_no: int
    excerpt: str


@dataclass(slots=True)
class Tally:
    """What became of the lines so far. `rejected` counts by reason."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: Counter[str] = field(default_factory=Counter)

    @property
    def stored(self) -> int:
        return self.new + self.changed + self.unchanged

    @property
    def lines(self) -> int:
        return self.stored + self.rejected.total()


def store(
    batch: Sequence[Incoming], at: datetime, reopen: int | None, tally: Tally
) -> list[Reject]:
    """Insert what is new, update what differs, leave the rest untouched; counts go to `tally`.

    A row the database refuses is found by halving the batch; it becomes a Reject, the others stay.
    No source id may occur twice in a batch.
    """
    if not batch:
        return []
    try:
        new, changed = _store(batch, at, reopen)
    except (DataError, IntegrityError):
        if len(batch) == 1:
            one = batch[0]
            return [Reject(one.line_no, one.advert.source_id, REFUSED, one.excerpt)]
        half = len(batch) // 2
        return [
            *store(batch[:half], at, reopen, tally),
            *store(batch[half:], at, reopen, tally),
        ]
    tally.new += new
    tally.changed += changed
    tally.unchanged += len(batch) - new - changed
    return []


def close_run(tally: Tally, run_id: UUID, at: datetime, *, is_complete: bool) -> None:
    """Leave the trail of a run, finished or stopped."""
    with _writing() as current:
        current.add(
            Activity(
                at=at,
                actor_id=None,
                action="roles.imported",
                subject_kind="imports",
                subject_id=run_id,
                codes={
                    "new": tally.new,
                    "changed": tally.changed,
                    "unchanged": tally.unchanged,
                    "rejected": tally.rejected.total(),
                    "complete": is_complete,
                },
            )
        )


def _writing() -> Any:
    expect_writes()
    return transaction()


def _store(batch: Sequence[Incoming], at: datetime, reopen: int | None) -> tuple[int, int]:
    with _writing() as current:
        queries.wait_for_other_imports()
        owners = _organisations(batch, at)
        wanted = {
            one.advert.source_id: columns(one.advert, at, reopen)
            | {"organisation_id": owners[organisation_key(one.advert.organisation)]}
            for one in batch
        }
        there = queries.stored(wanted, next(iter(wanted.values())))
        fresh = [
            _fresh(one.advert, wanted[one.advert.source_id], at)
            for one in batch
            if one.advert.source_id not in there
        ]
        differing = [
            {"row_id": there[source_id]["id"], "updated_at": at, **values}
            for source_id, values in wanted.items()
            if source_id in there and has_changed(there[source_id], values)
        ]
        if fresh:
            current.execute(sa.insert(Role), fresh)
        if differing:
            current.connection().execute(_update(differing[0]), differing)
        touched = [row["id"] for row in fresh] + [row["row_id"] for row in differing]
        indexer.enqueue_all(KIND, touched)
    return len(fresh), len(differing)


def _fresh(advert: ImportedAdvert, values: dict[str, Any], at: datetime) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "source_id": advert.source_id,
        "origin": Origin.IMPORTED,
        "status": RoleStatus.PUBLISHED,
        "published_at": published(advert, at),
        "created_at": at,
        "updated_at": at,
        "lock_version": 1,
        **values,
    }


def _update(row: dict[str, Any]) -> sa.Update:
    """By primary key, for any number of rows. A status that a person has set is not undone."""
    table = sa.inspect(Role).local_table
    assert isinstance(table, sa.Table)
    values: dict[str, Any] = {name: sa.bindparam(name) for name in row if name != "row_id"}
    values |= {"version": table.c.version + 1, "lock_version": table.c.lock_version + 1}
    return sa.update(table).where(table.c.id == sa.bindparam("row_id")).values(values)


def _organisations(batch: Sequence[Incoming], at: datetime) -> dict[str, UUID]:
    """The organisation of every key in the batch; missing ones are made, unclaimed."""
    names: dict[str, str] = {}
    for one in batch:
        names.setdefault(organisation_key(one.advert.organisation), one.advert.organisation)
    there = queries.organisations_of(names)
    missing: list[dict[str, Any]] = [
        {
            "id": uuid4(),
            "name": name,
            "slug": slug(name, key),
            "imported_key": key,
            "created_at": at,
            "lock_version": 1,
        }
        for key, name in names.items()
        if key not in there
    ]
    if missing:
        session().execute(sa.insert(Organisation), missing)
    return there | {row["imported_key"]: row["id"] for row in missing}
