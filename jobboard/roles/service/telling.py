"""Who hears that an advert changed."""

from __future__ import annotations

from datetime import datetime

from jobboard.core.db import session
from jobboard.core.events import emit
from jobboard.roles import contents, wording
from jobboard.roles.content import TERMS, Content
from jobboard.roles.events import RoleChanged, RoleExtended, RoleRelisted, RoleTermsChanged
from jobboard.roles.models import Role, RoleRevision


def tell(role: Role) -> None:
    """Nobody outside can see a draft, so nobody needs to hear that it changed."""
    if not role.is_unpublished:
        emit(RoleChanged(role_id=role.id))


def tell_of_edit(role: Role, before: Content, was_running: bool, at: datetime) -> None:
    """What was saved, by whatever form: `before` is what it said, `was_running` whether it took or
    would take applications."""
    tell(role)
    if role.is_unpublished:
        return
    after = contents.of(role)
    _tell_of_new_terms(role, before, after, at)
    if after.closes_at is not None and after.closes_at != before.closes_at:
        if was_running:
            emit(RoleExtended(role_id=role.id, closes_at=after.closes_at))
        elif role.is_open(at):
            emit(RoleRelisted(role_id=role.id, closes_at=after.closes_at))


def _tell_of_new_terms(role: Role, before: Content, after: Content, at: datetime) -> None:
    """Whoever has signed relied on them, and is asked again (domain.md §4)."""
    found = wording.differences(before, after, TERMS)
    if not found:
        return
    changes = [[each.label, each.saved, each.typed] for each in found]
    session().add(
        RoleRevision(role_id=role.id, version=role.version, changes=changes, changed_at=at)
    )
    session().flush()
    emit(RoleTermsChanged(role_id=role.id, version=role.version))
