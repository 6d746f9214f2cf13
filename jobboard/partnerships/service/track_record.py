from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.errors import UserError
from jobboard.core.events import emit
from jobboard.core.policy import Actor, require
from jobboard.partnerships import queries
from jobboard.partnerships.domain import MAX_ENTRIES, PartnershipEndedError
from jobboard.partnerships.events import TrackRecordChanged
from jobboard.partnerships.models import Partnership, TrackRecordEntry
from jobboard.partnerships.record import EntryFields, StaleEntryError


def add_entry(
    actor: Actor, partnership: Partnership, fields: EntryFields, at: datetime
) -> TrackRecordEntry:
    """One line more of the joint track record, 20 at most. Raises InvalidInputError."""
    with transaction():
        partnership = _writable(actor, partnership)
        fields.check(at.date())
        if queries.entry_count(partnership) >= MAX_ENTRIES:
            raise UserError(
                f"A track record holds {MAX_ENTRIES} entries. Remove one before you add another."
            )
        entry = TrackRecordEntry(
            id=uuid4(),
            partnership_id=partnership.id,
            written_by_id=actor.user_id,
            created_at=at,
        )
        _write(entry, fields)
        session().add(entry)
        session().flush()
        _tell(actor, entry, "track_record.added")
    return entry


def edit_entry(
    actor: Actor, entry: TrackRecordEntry, fields: EntryFields, base: int, at: datetime
) -> None:
    """`base` is the `lock_version` the form was opened on. Raises StaleEntryError."""
    with transaction():
        _writable(actor, entry.partnership)
        require(actor, "track_record.change", entry)
        session().refresh(entry, ["lock_version", *EntryFields.__slots__])
        fields.check(at.date())
        if fields == entry.fields:
            return
        if base != entry.lock_version:
            raise StaleEntryError(entry.fields, entry.lock_version)
        _write(entry, fields)
        _tell(actor, entry, "track_record.edited")


def remove_entry(actor: Actor, entry: TrackRecordEntry) -> None:
    with transaction():
        _writable(actor, entry.partnership)
        require(actor, "track_record.change", entry)
        _tell(actor, entry, "track_record.removed")
        session().delete(entry)


def _writable(actor: Actor, partnership: Partnership) -> Partnership:
    require(actor, "partnership.edit", partnership)
    partnership = queries.locked(partnership)
    if not partnership.is_live:
        raise PartnershipEndedError
    return partnership


def _write(entry: TrackRecordEntry, fields: EntryFields) -> None:
    for name in EntryFields.__slots__:
        setattr(entry, name, getattr(fields, name))


def _tell(actor: Actor, entry: TrackRecordEntry, action: str) -> None:
    assert actor.user_id is not None
    record(actor, action, entry, partnership_id=str(entry.partnership_id))
    emit(TrackRecordChanged(partnership_id=entry.partnership_id, actor_id=actor.user_id))
