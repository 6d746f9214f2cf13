from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from jobboard.applications.domain import LIVE
from jobboard.applications.models import Application
from jobboard.core.db import session
from jobboard.core.tokens import digest
from jobboard.diary.models import DiaryAddress
from jobboard.partnerships.domain import LIVE as LIVE_PAIRS
from jobboard.partnerships.models import Partnership
from jobboard.roles.models import Role

MOST = 50


def address_of(partnership_id: UUID) -> DiaryAddress | None:
    """Through a pair that was loaded for one of its two."""
    found = sa.select(DiaryAddress).where(DiaryAddress.partnership_id == partnership_id)
    return session().scalars(found.execution_options(populate_existing=True)).one_or_none()


def behind(token: str, at: datetime) -> Partnership | None:
    """The pair whose diary this address opens now; renewed, run out or parted: nothing."""
    people = (joinedload(Partnership.first), joinedload(Partnership.second))
    found = (
        sa.select(DiaryAddress)
        .join(DiaryAddress.partnership)
        .options(contains_eager(DiaryAddress.partnership).options(*people))
        .where(
            DiaryAddress.token_hash == digest(token),
            DiaryAddress.expires_at > at,
            Partnership.status.in_(sorted(LIVE_PAIRS)),
        )
    )
    row = session().scalars(found).one_or_none()
    return row.partnership if row else None


def live_applications(partnership_id: UUID) -> list[Application]:
    """Those with both still in, the latest touched first, with role and sections."""
    found = (
        sa.select(Application)
        .where(
            Application.partnership_id == partnership_id,
            Application.status.in_(sorted(LIVE)),
            Application.left_by_id.is_(None),
        )
        .options(
            joinedload(Application.role).joinedload(Role.organisation),
            selectinload(Application.sections),
        )
        .order_by(Application.updated_at.desc(), Application.id)
        .limit(MOST)
    )
    return list(session().scalars(found).unique())
