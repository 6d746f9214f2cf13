"""What employers said of how it ended."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from jobboard.core.db import session
from jobboard.roles.models import RoleOutcome


def outcome(role_id: UUID) -> RoleOutcome | None:
    """With whoever said it, read anew."""
    found = sa.select(RoleOutcome).where(RoleOutcome.role_id == role_id)
    found = found.options(joinedload(RoleOutcome.answered_by))
    return session().scalars(found.execution_options(populate_existing=True)).one_or_none()


def outcomes_of(role_ids: Collection[UUID]) -> dict[UUID, RoleOutcome]:
    """By role; of whose end nothing was said, there is none."""
    found = sa.select(RoleOutcome).where(RoleOutcome.role_id.in_(role_ids))
    return {row.role_id: row for row in session().scalars(found)}
