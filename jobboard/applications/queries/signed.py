"""What somebody has at stake when their name changes."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from jobboard.applications.domain import EDITABLE
from jobboard.applications.models import Applicant, Application, Signature
from jobboard.core.db import session


def signed_and_unsent(user_id: UUID | None) -> int:
    """How many unsent applications of this person's carry a signature that counts, of either."""
    is_theirs = sa.exists().where(
        Applicant.application_id == Application.id, Applicant.user_id == user_id
    )
    is_signed = sa.exists().where(
        Signature.application_id == Application.id, Signature.cleared_at.is_(None)
    )
    found = sa.select(sa.func.count(Application.id)).where(
        Application.status.in_(sorted(EDITABLE)), is_theirs, is_signed
    )
    return session().scalar(found) or 0
