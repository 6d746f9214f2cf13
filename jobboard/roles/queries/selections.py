"""The ten questions of a role, and what stands behind the link to their result."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from jobboard.core.db import session
from jobboard.core.tokens import digest
from jobboard.roles.domain import GONE
from jobboard.roles.models import Role, Selection, SelectionLink


def of_role(role_id: UUID) -> Selection | None:
    return session().scalars(sa.select(Selection).where(Selection.role_id == role_id)).first()


def link_of(role_id: UUID) -> SelectionLink | None:
    found = sa.select(SelectionLink).where(SelectionLink.role_id == role_id)
    return session().scalars(found).first()


def behind(token: str, at: datetime) -> tuple[Role, Selection] | None:
    """What this link shows; None for one that never was, has run out or was taken back, and for a
    role that is gone."""
    found = (
        sa.select(Role, Selection)
        .join(SelectionLink, SelectionLink.role_id == Role.id)
        .join(Selection, Selection.role_id == Role.id)
        .where(
            SelectionLink.token_hash == digest(token),
            SelectionLink.expires_at > at,
            Role.status.not_in(GONE),
        )
        .options(joinedload(Role.organisation))
    )
    row = session().execute(found).first()
    return (row[0], row[1]) if row else None
