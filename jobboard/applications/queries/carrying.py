from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from jobboard.applications.models import Application
from jobboard.core.db import session
from jobboard.roles.models import Role


def latest_of_partnership(partnership_id: UUID) -> Application | None:
    """The pair's last application in any state, with its text and its role's duties."""
    found = (
        sa.select(Application)
        .where(Application.partnership_id == partnership_id)
        .options(
            selectinload(Application.sections),
            joinedload(Application.role).selectinload(Role.duties),
        )
        .order_by(Application.created_at.desc(), Application.id)
        .limit(1)
    )
    return session().scalars(found).one_or_none()
