"""One person wants to hear no more of another; alone, at once, and without the other being told."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

import sqlalchemy as sa

from jobboard.accounts.queries import user
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor, NotAllowedError, require
from jobboard.partnerships import queries
from jobboard.partnerships.domain import NotYourInvitationError
from jobboard.partnerships.models import Partnership, PartnershipInvitation
from jobboard.partnerships.models.blocks import Block
from jobboard.partnerships.queries import blocking
from jobboard.partnerships.service.ending import end_at_once
from jobboard.partnerships.service.invitations import decline


def block(actor: Actor, partnership: Partnership, at: datetime) -> None:
    """The other's invitations reach this person no more; a live pair ends in this instant.

    What both wrote stays. Blocking twice changes nothing.
    """
    with transaction():
        require(actor, "partnership.block", partnership)
        partnership = queries.locked(partnership)
        _put(actor, partnership.partner_of(actor.user_id).id, at)
        if partnership.is_live:
            end_at_once(actor, partnership, at)


def unblock(actor: Actor, partnership: Partnership) -> None:
    """Either may invite the other again. What has ended does not come back."""
    with transaction() as current:
        require(actor, "partnership.block", partnership)
        row = blocking.block_of(actor.user_id, partnership.partner_of(actor.user_id).id)
        if row is not None:
            record(actor, "person.unblocked", row)
            current.delete(row)
            current.flush()


def decline_and_block(actor: Actor, invitation: PartnershipInvitation, at: datetime) -> None:
    """A no, told as kindly as any, and no further invitation from this person. For an account that
    owns the invited address; else NotYourInvitationError. InvitationSpentError."""
    with transaction():
        if actor.user_id is None or not user(actor.user_id).owns(invitation.address):
            raise NotYourInvitationError
        decline(actor, invitation, at)
        _put(actor, invitation.inviter_id, at)


def _put(actor: Actor, other_id: UUID, at: datetime) -> None:
    if actor.user_id is None:
        raise NotAllowedError("nobody is signed in")
    if blocking.block_of(actor.user_id, other_id) is not None:
        return
    row = Block(id=uuid4(), blocker_id=actor.user_id, blocked_id=other_id, at=at)
    session().add(row)
    session().flush()
    record(actor, "person.blocked", row)
    mine = blocking.open_invitations(actor.user_id, other_id, at)
    taken_back = sa.update(PartnershipInvitation).where(PartnershipInvitation.id.in_(mine))
    session().execute(taken_back.values(cancelled_at=at))
