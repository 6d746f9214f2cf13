"""Members only; which step is possible when is the life cycle's business."""

from __future__ import annotations

from jobboard.core.policy import Actor, rule
from jobboard.partnerships.models import Partnership, PartnershipInvitation


@rule("partnership.invite")
def invite(actor: Actor, _: object) -> bool:
    return actor.user_id is not None


@rule("partnership.manage_invitation")
def manage_invitation(actor: Actor, invitation: PartnershipInvitation) -> bool:
    """Take back or send again: only who sent it."""
    return actor.user_id is not None and actor.user_id == invitation.inviter_id


@rule("partnership.answer_invitation")
def answer_invitation(actor: Actor, invitation: PartnershipInvitation) -> bool:
    """Whoever holds the link, except the person who sent it."""
    return actor.user_id != invitation.inviter_id


@rule("partnership.edit")
def edit(actor: Actor, partnership: Partnership) -> bool:
    return partnership.includes(actor.user_id)


@rule("partnership.confirm")
def confirm(actor: Actor, partnership: Partnership) -> bool:
    return partnership.includes(actor.user_id)


@rule("partnership.part")
def part(actor: Actor, partnership: Partnership) -> bool:
    return partnership.includes(actor.user_id)


@rule("partnership.pause")
@rule("partnership.dissolve")
def rest_or_end(actor: Actor, partnership: Partnership) -> bool:
    """Either of the two, alone; which step is possible is the life cycle's business."""
    return partnership.includes(actor.user_id)
