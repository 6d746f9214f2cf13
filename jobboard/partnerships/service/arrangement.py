"""The map of who leads what, and the card; an application may hand both down."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.errors import UserError
from jobboard.core.policy import Actor
from jobboard.partnerships.call_card import CardFields, StaleCardError
from jobboard.partnerships.duty_map import MAX_WHY, DutyMap, StaleMapError
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.models.arrangement import CallCard, MapVersion
from jobboard.partnerships.queries import arrangement as kept
from jobboard.partnerships.service.agreement import writable


def save_map(
    actor: Actor, partnership: Partnership, duties: DutyMap, why: str, base: int, at: datetime
) -> int:
    """Add the next version; `base` is the number it rests on, 0 for none. The same map again adds
    nothing. Returns the number that stands. Raises StaleMapError, InvalidInputError, UserError.
    """
    with transaction():
        partnership = writable(actor, partnership)
        duties.check()
        if len(why) > MAX_WHY:
            raise UserError(f"Use {MAX_WHY} characters at most.", field="why")
        newest = kept.newest_map(partnership.id)
        number = newest.number if newest else 0
        if newest is not None and newest.map == duties:
            return number
        if base != number:
            raise StaleMapError(newest.map if newest else DutyMap(), number)
        row = MapVersion(
            id=uuid4(),
            partnership_id=partnership.id,
            number=number + 1,
            duties=duties.plain(),
            why=why,
            written_by_id=actor.user_id,
            written_at=at,
        )
        session().add(row)
        record(actor, "duty_map.saved", row, number=row.number)
        return row.number


def save_card(
    actor: Actor, partnership: Partnership, fields: CardFields, base: int, at: datetime
) -> None:
    """`base` is the card's number, 0 for none. Raises StaleCardError, InvalidInputError."""
    with transaction():
        partnership = writable(actor, partnership)
        fields.check()
        row = kept.card(partnership.id)
        if row is not None and fields_of(row) == fields:
            return
        number = row.number if row else 0
        if base != number:
            raise StaleCardError(fields_of(row) if row else CardFields(fields.week), number)
        row = row or CallCard(id=uuid4(), partnership_id=partnership.id)
        for name in CardFields.__slots__:
            setattr(row, name, getattr(fields, name))
        row.number, row.written_by_id, row.written_at = number + 1, actor.user_id, at
        session().add(row)
        session().flush()
        record(actor, "call_card.saved", row)


def fields_of(row: CallCard) -> CardFields:
    return CardFields(row.week, row.joint_email, row.joint_phone, row.days_off)


def keep_as_ours(
    actor: Actor,
    partnership: Partnership,
    duties: DutyMap,
    week: str,
    why: str,
    bases: tuple[int, int],
    at: datetime,
) -> None:
    """What an application settled becomes the pair's own map and usual week. `bases` are the
    numbers of map and card that the person saw. Either may be empty and is left as it is then.
    """
    with transaction():
        if duties.duties:
            save_map(actor, partnership, duties, why[:MAX_WHY], bases[0], at)
        card = kept.card(partnership.id)
        fields = CardFields(week, card.joint_email, card.joint_phone, card.days_off) if card else (
            CardFields(week)
        )  # fmt: skip
        if week:
            save_card(actor, partnership, fields, bases[1], at)
