"""Who hears that an advert changed."""

from __future__ import annotations

from jobboard.core.events import emit
from jobboard.roles.events import RoleChanged
from jobboard.roles.models import Role


def tell(role: Role) -> None:
    """Nobody outside can see a draft, so nobody needs to hear that it changed."""
    if not role.is_unpublished:
        emit(RoleChanged(role_id=role.id))
