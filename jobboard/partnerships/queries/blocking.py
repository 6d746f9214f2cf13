"""Who wants to hear no more of whom. Only whoever blocked may be told; the rest is filtered."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute

from jobboard.accounts.models import EmailAddress
from jobboard.core.db import session
from jobboard.partnerships.models import PartnershipInvitation
from jobboard.partnerships.models.blocks import Block

Id = UUID | InstrumentedAttribute[UUID] | None


def between(one: Id, other: Id) -> sa.ColumnElement[bool]:
    """Whether either has blocked the other, as a condition."""
    return sa.exists().where(
        sa.or_(
            sa.and_(Block.blocker_id == one, Block.blocked_id == other),
            sa.and_(Block.blocker_id == other, Block.blocked_id == one),
        )
    )


def is_between(one: UUID | None, other: UUID | None) -> bool:
    return bool(session().scalar(sa.select(between(one, other))))


def block_of(blocker_id: UUID | None, blocked_id: UUID) -> Block | None:
    found = sa.select(Block).where(Block.blocker_id == blocker_id, Block.blocked_id == blocked_id)
    return session().scalars(found).one_or_none()


def open_invitations(inviter_id: UUID | None, to_id: UUID, at: datetime) -> list[UUID]:
    """Ids of those that this person sent to an address of the other and nobody answered."""
    theirs = sa.select(EmailAddress.address).where(
        EmailAddress.user_id == to_id, EmailAddress.verified_at.is_not(None)
    )
    found = sa.select(PartnershipInvitation).where(
        PartnershipInvitation.inviter_id == inviter_id, PartnershipInvitation.address.in_(theirs)
    )
    return [row.id for row in session().scalars(found) if row.is_open(at)]
