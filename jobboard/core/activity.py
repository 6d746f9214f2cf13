"""The trail: who did what to which thing, when. Ids and codes, never words (decisions.md 17)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from jobboard.core.clock import now
from jobboard.core.db import JsonDict, Model, Str40, Str80, session
from jobboard.core.policy import Actor
from jobboard.core.privacy import classes


class Activity(Model):
    """One row per act, in order; a trigger in the database refuses UPDATE and DELETE."""

    __tablename__ = "activities"
    __table_args__ = (sa.Index("ix_activities_subject", "subject_kind", "subject_id", "at"),)
    __privacy__ = classes(technical="id at actor_id action subject_kind subject_id codes")

    at: Mapped[datetime]
    actor_id: Mapped[UUID | None]
    action: Mapped[Str80]
    subject_kind: Mapped[Str40]
    subject_id: Mapped[UUID] = mapped_column(index=True)
    codes: Mapped[JsonDict]


def record(actor: Actor, action: str, thing: Model, **codes: str | int | bool | None) -> None:
    """Leave a row in the caller's transaction. `codes` hold ids, states and counts, never texts."""
    plain: dict[str, Any] = dict(codes)
    session().add(
        Activity(
            at=now(),
            actor_id=actor.user_id,
            action=action,
            subject_kind=thing.__tablename__,
            subject_id=thing.id,
            codes=plain,
        )
    )


def trail_of(subject_ids: list[UUID], limit: int = 50) -> list[Activity]:
    """The newest acts on these things, newest first."""
    found = sa.select(Activity).where(Activity.subject_id.in_(subject_ids))
    return list(session().scalars(found.order_by(Activity.at.desc(), Activity.id).limit(limit)))
