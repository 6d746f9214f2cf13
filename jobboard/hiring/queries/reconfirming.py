"""What becomes of candidacies when their role changes or ends."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from jobboard.applications.models import Application
from jobboard.core.db import session
from jobboard.hiring.domain import LIVE, Stage
from jobboard.hiring.models import Candidacy, Reconfirmation


def undecided_of_role(role_id: UUID) -> list[Candidacy]:
    """With an employer and not decided, seen already or not; with the pair's people."""
    found = (
        sa.select(Candidacy)
        .where(Candidacy.role_id == role_id, Candidacy.stage.in_(LIVE | {Stage.PARTNER_LEFT}))
        .options(joinedload(Candidacy.application).joinedload(Application.partnership))
        .order_by(Candidacy.id)
    )
    return list(session().scalars(found))


def reconfirmations(candidacy_ids: Collection[UUID]) -> list[Reconfirmation]:
    """Who was asked about the role as it is now, answered or not."""
    found = sa.select(Reconfirmation).where(Reconfirmation.candidacy_id.in_(candidacy_ids))
    return list(session().scalars(found.order_by(Reconfirmation.asked_at, Reconfirmation.id)))
