from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from jobboard.applications.models import Application
from jobboard.core.db import session
from jobboard.roles.models import Role


def latest_of_partnership(partnership_id: UUID, role_id: UUID | None = None) -> Application | None:
    """The pair's last application in any state, with its text and its role's duties; of those for
    one role where it is named."""
    of_role = sa.true() if role_id is None else Application.role_id == role_id
    found = (
        sa.select(Application)
        .where(Application.partnership_id == partnership_id, of_role)
        .options(
            selectinload(Application.sections),
            joinedload(Application.role).selectinload(Role.duties),
        )
        .order_by(Application.created_at.desc(), Application.id)
        .limit(1)
    )
    return session().scalars(found).one_or_none()
