"""Who leads what in a pair, and the card for whoever calls."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa

from jobboard.core.db import session
from jobboard.partnerships.models.arrangement import CallCard, MapVersion


def maps(partnership_id: UUID) -> Sequence[MapVersion]:
    """All versions, newest first."""
    found = sa.select(MapVersion).where(MapVersion.partnership_id == partnership_id)
    return session().scalars(found.order_by(MapVersion.number.desc(), MapVersion.id)).all()


def newest_map(partnership_id: UUID) -> MapVersion | None:
    found = sa.select(MapVersion).where(MapVersion.partnership_id == partnership_id)
    return session().scalars(
        found.order_by(MapVersion.number.desc(), MapVersion.id).limit(1)
    ).one_or_none()  # fmt: skip


def card(partnership_id: UUID) -> CallCard | None:
    found = sa.select(CallCard).where(CallCard.partnership_id == partnership_id)
    return session().scalars(found.execution_options(populate_existing=True)).one_or_none()
