"""The same form sent twice counts once (decisions.md 19).

The key travels as a hidden field. The web edge puts it in play; the first outermost transaction
of the request stores it in the same commit as whatever the form created.
"""

from __future__ import annotations

from contextvars import ContextVar
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from jobboard.core.clock import now
from jobboard.core.db import Model, Str80, before_commit, session
from jobboard.core.errors import AlreadyDoneError
from jobboard.core.privacy import classes


class UsedKey(Model):
    __tablename__ = "used_keys"
    __privacy__ = classes(technical="id key at location")

    key: Mapped[Str80] = mapped_column(unique=True)
    at: Mapped[datetime] = mapped_column(index=True)
    location: Mapped[str | None] = mapped_column(sa.String(500))


_in_play: ContextVar[str | None] = ContextVar("idempotency_key", default=None)


def put_in_play(key: str | None) -> None:
    _in_play.set(key)


def first_use(key: str) -> UsedKey | None:
    return session().scalars(sa.select(UsedKey).where(UsedKey.key == key)).one_or_none()


def remember_location(key: str, location: str) -> None:
    """After the commit: where the first sending led, so that the second one lands there too."""
    session().execute(sa.update(UsedKey).where(UsedKey.key == key).values(location=location[:500]))
    session().commit()


@before_commit
def store_key(current: Session) -> None:
    key = _in_play.get()
    if key is None:
        return
    _in_play.set(None)
    current.flush()
    current.add(UsedKey(key=key, at=now()))
    try:
        current.flush()
    except IntegrityError:
        current.rollback()
        used = first_use(key)
        raise AlreadyDoneError(used.location if used else None) from None
