"""Members only; which step is possible when is the life cycle's business."""

from __future__ import annotations

from jobboard.core.policy import Actor, rule
from jobboard.partnerships.domain import Who
from jobboard.partnerships.models import Partnership, PartnershipInvitation, TrackRecordEntry


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


@rule("partnership.block")
def block(actor: Actor, partnership: Partnership) -> bool:
    """Either of the two, in any state, alone."""
    return partnership.includes(actor.user_id)


@rule("track_record.change")
def change_entry(actor: Actor, entry: TrackRecordEntry) -> bool:
    """What both did, either of the two; what one did alone, that one, or whoever wrote it down."""
    is_writer = actor.user_id is not None and actor.user_id == entry.written_by_id
    return entry.partnership.includes(actor.user_id) and (is_writer or _is_about(actor, entry))


@rule("track_record.ask_referee")
def ask_referee(actor: Actor, entry: TrackRecordEntry) -> bool:
    """Nobody writes to the other’s own past employer: it may tell a present one who is looking."""
    return entry.partnership.includes(actor.user_id) and _is_about(actor, entry)


def _is_about(actor: Actor, entry: TrackRecordEntry) -> bool:
    return entry.who in (Who.BOTH, entry.partnership.side_of(actor.user_id))
