"""Who may do what with an organisation. A stranger never gets this far: they see a 404."""

from __future__ import annotations

from jobboard.core.policy import Actor, rule
from jobboard.organisations.domain import OWNERS, STAFF
from jobboard.organisations.models import Organisation


@rule("organisation.view")
def may_view(actor: Actor, organisation: Organisation) -> bool:
    return organisation.standing_of(actor.user_id) is not None


@rule("organisation.edit")
def may_edit(actor: Actor, organisation: Organisation) -> bool:
    return organisation.standing_of(actor.user_id) in OWNERS


@rule("organisation.invite")
def may_invite(actor: Actor, organisation: Organisation) -> bool:
    """To a kind that is not above one's own (`may_grant`)."""
    return organisation.standing_of(actor.user_id) in STAFF


@rule("organisation.remove_member")
def may_remove_member(actor: Actor, organisation: Organisation) -> bool:
    return organisation.standing_of(actor.user_id) in OWNERS


@rule("organisation.change_kind")
def may_change_kind(actor: Actor, organisation: Organisation) -> bool:
    return organisation.standing_of(actor.user_id) in OWNERS


@rule("organisation.leave")
def may_leave(actor: Actor, organisation: Organisation) -> bool:
    return organisation.has_member(actor.user_id)


@rule("organisation.post_role")
def may_post_role(actor: Actor, organisation: Organisation) -> bool:
    return organisation.member_kind(actor.user_id) in STAFF
