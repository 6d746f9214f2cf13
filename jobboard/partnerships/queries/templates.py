"""What a pair keeps of one application for the next."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from jobboard.core.db import session
from jobboard.partnerships.models import PartnershipTemplate


def templates_of(partnership_id: UUID) -> list[PartnershipTemplate]:
    """At most one a kind of section, with who kept it."""
    found = (
        sa.select(PartnershipTemplate)
        .where(PartnershipTemplate.partnership_id == partnership_id)
        .order_by(PartnershipTemplate.kind, PartnershipTemplate.id)
        .options(sa.orm.joinedload(PartnershipTemplate.saved_by))
    )
    return list(session().scalars(found))


def template_of(partnership_id: UUID, kind: str) -> PartnershipTemplate | None:
    return next((one for one in templates_of(partnership_id) if one.kind == kind), None)
