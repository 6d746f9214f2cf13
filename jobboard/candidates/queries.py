from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

import sqlalchemy as sa

from jobboard.candidates.models import Profile
from jobboard.core.db import session


def profile_of(user_id: UUID | None) -> Profile | None:
    """One person's profile, or None while they have written none."""
    return session().scalars(sa.select(Profile).where(Profile.user_id == user_id)).one_or_none()


def profiles_of(user_ids: Collection[UUID]) -> dict[UUID, Profile]:
    """Profiles by person, in one query; whoever has written none is missing."""
    found = sa.select(Profile).where(Profile.user_id.in_(user_ids))
    return {profile.user_id: profile for profile in session().scalars(found)}
