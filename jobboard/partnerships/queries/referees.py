from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.core.tokens import digest
from jobboard.partnerships.models import Partnership, TrackRecordEntry
from jobboard.partnerships.models.referees import RefereeAsk
from jobboard.partnerships.queries import entry_of_member


def asks(entry: TrackRecordEntry) -> Sequence[RefereeAsk]:
    """Every ask about the entry, newest first, also about older texts of it."""
    found = sa.select(RefereeAsk).where(RefereeAsk.entry_id == entry.id)
    return session().scalars(found.order_by(RefereeAsk.created_at.desc(), RefereeAsk.id)).all()


def standing(entry: TrackRecordEntry) -> RefereeAsk | None:
    """The newest ask about the entry as it reads now."""
    return next((row for row in asks(entry) if _holds(row, entry)), None)


def standing_of(pair: Partnership) -> dict[UUID, RefereeAsk]:
    """The same for every entry of a pair, with one statement (load its track record before)."""
    ids = [entry.id for entry in pair.track_record]
    if not ids:
        return {}
    found = sa.select(RefereeAsk).where(RefereeAsk.entry_id.in_(ids))
    rows = session().scalars(found.order_by(RefereeAsk.created_at, RefereeAsk.id.desc())).all()
    entries = {entry.id: entry for entry in pair.track_record}
    return {row.entry_id: row for row in rows if _holds(row, entries[row.entry_id])}


def confirmed_of(entries: Sequence[TrackRecordEntry]) -> dict[str, str]:
    """By id of the entries that are confirmed as they read now: how the referee may be named."""
    if not entries:
        return {}
    by_id = {entry.id: entry for entry in entries}
    found = sa.select(RefereeAsk).where(
        RefereeAsk.entry_id.in_(by_id), RefereeAsk.confirmed.is_(True)
    )
    rows = session().scalars(found.order_by(RefereeAsk.created_at, RefereeAsk.id)).all()
    return {str(row.entry_id): row.shown_as for row in rows if _holds(row, by_id[row.entry_id])}


def _holds(row: RefereeAsk, entry: TrackRecordEntry) -> bool:
    return row.cancelled_at is None and row.entry_version == entry.lock_version


def ask_of_member(
    actor: Actor, partnership_id: UUID, entry_id: UUID, ask_id: UUID
) -> tuple[TrackRecordEntry, RefereeAsk]:
    """Raises NoResultFound for everybody but the two."""
    entry = entry_of_member(actor, partnership_id, entry_id)
    found = sa.select(RefereeAsk).where(RefereeAsk.id == ask_id, RefereeAsk.entry_id == entry.id)
    return entry, session().scalars(found).one()


def ask(ask_id: UUID) -> RefereeAsk | None:
    """None where the entry, and the ask with it, was removed."""
    return session().scalars(sa.select(RefereeAsk).where(RefereeAsk.id == ask_id)).one_or_none()


def ask_behind(token: str) -> RefereeAsk | None:
    found = sa.select(RefereeAsk).where(RefereeAsk.token_hash == digest(token))
    return session().scalars(found).one_or_none()


def entry_of(entry_id: UUID) -> TrackRecordEntry:
    """As the database has it now, with the two people."""
    found = sa.select(TrackRecordEntry).where(TrackRecordEntry.id == entry_id)
    people = joinedload(TrackRecordEntry.partnership).options(
        joinedload(Partnership.first), joinedload(Partnership.second)
    )
    return session().scalars(found.options(people).execution_options(populate_existing=True)).one()


def locked_ask(row: RefereeAsk) -> RefereeAsk:
    found = sa.select(RefereeAsk).where(RefereeAsk.id == row.id)
    return session().scalars(
        found.with_for_update().execution_options(populate_existing=True)
    ).one()  # fmt: skip
