"""Who may do what with an advert: the kinds of member that write roles for their organisation."""

from __future__ import annotations

from jobboard.core.policy import Actor, rule
from jobboard.organisations.domain import STAFF
from jobboard.organisations.models import Organisation
from jobboard.roles.models import Role


@rule("role.create")
def may_create(actor: Actor, organisation: Organisation) -> bool:
    return organisation.member_kind(actor.user_id) in STAFF


@rule("role.edit")
@rule("role.publish")
@rule("role.pause")
@rule("role.resume")
@rule("role.close_early")
@rule("role.cancel")
@rule("role.fill")
@rule("role.discard")
def may_change(actor: Actor, role: Role) -> bool:
    """Imported adverts belong to their source: nobody edits them here."""
    return not role.is_imported and may_create(actor, role.organisation)
