from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from sqlalchemy.exc import IntegrityError

from jobboard.candidates import queries
from jobboard.candidates.domain import ProfileFields, StaleProfileError
from jobboard.candidates.models import Profile
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor, require


def save(actor: Actor, fields: ProfileFields, base: int, at: datetime) -> Profile:
    """Store the actor's own profile. `base` is the `lock_version` the form was opened on, 0 for
    none. Raises StaleProfileError when another window was faster, InvalidInputError for a field.
    """
    with transaction():
        saved = queries.profile_of(actor.user_id)
        profile = saved or Profile(id=uuid4(), user_id=actor.user_id)
        require(actor, "profile.edit", profile)
        fields.check()
        if base != (saved.lock_version if saved else 0):
            raise _stale(saved)
        _write(profile, fields, at)
        try:
            session().flush()
        except IntegrityError:
            raise _stale(None) from None
        record(actor, "profile.saved", profile)
    return profile


def _stale(saved: Profile | None) -> StaleProfileError:
    if saved is None:
        return StaleProfileError(ProfileFields(), 0)
    return StaleProfileError(saved.fields, saved.lock_version)


def _write(profile: Profile, fields: ProfileFields, at: datetime) -> None:
    profile.headline = fields.headline
    profile.level = fields.level
    profile.sectors = list(fields.sectors)
    profile.place = fields.place
    profile.availability = fields.availability
    profile.skills = list(fields.skills)
    profile.updated_at = at
    session().add(profile)
