from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.sql.elements import ColumnElement

from jobboard.accounts.models import EmailAddress, User
from jobboard.accounts.queries import verified_owner
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.core.tokens import digest
from jobboard.partnerships.domain import LIVE, PartnershipStatus, Standing
from jobboard.partnerships.models import (
    Partnership,
    PartnershipBreak,
    PartnershipInvitation,
    TrackRecordEntry,
    two_ids,
)
from jobboard.partnerships.queries.blocking import between

_PEOPLE = (joinedload(Partnership.first), joinedload(Partnership.second))
_WHOLE = (*_PEOPLE, selectinload(Partnership.track_record))


def _mine(actor: Actor) -> ColumnElement[bool]:
    return sa.or_(Partnership.first_id == actor.user_id, Partnership.second_id == actor.user_id)


def one_of_member(actor: Actor, partnership_id: UUID) -> Partnership:
    """With both people and the track record. Raises NoResultFound for everybody else."""
    found = sa.select(Partnership).where(Partnership.id == partnership_id, _mine(actor))
    return session().scalars(found.options(*_WHOLE)).one()


def of_person(actor: Actor) -> Sequence[Partnership]:
    """All partnerships of this person, live ones first, then the newest; with people and record."""
    is_over = sa.case((Partnership.status.in_(LIVE), 0), else_=1)
    found = sa.select(Partnership).where(_mine(actor)).options(*_WHOLE)
    order = (is_over, Partnership.created_at.desc(), Partnership.id)
    return session().scalars(found.order_by(*order)).all()


def formed_of_person(actor: Actor) -> Sequence[Partnership]:
    """The pairs this person may apply with, newest first; with people and record."""
    found = sa.select(Partnership).where(
        _mine(actor), Partnership.status == PartnershipStatus.FORMED
    )
    order = (Partnership.formed_at.desc(), Partnership.id)
    return session().scalars(found.options(*_WHOLE).order_by(*order)).all()


def locked(partnership: Partnership) -> Partnership:
    """The same row as it stands now, kept from others until the transaction ends."""
    found = sa.select(Partnership).where(Partnership.id == partnership.id)
    return session().scalars(
        found.with_for_update().execution_options(populate_existing=True)
    ).one()  # fmt: skip


def with_people(partnership_id: UUID) -> Partnership:
    """For whoever writes to both: people and their addresses."""
    addresses = (
        joinedload(Partnership.first).selectinload(User.addresses),
        joinedload(Partnership.second).selectinload(User.addresses),
    )
    found = sa.select(Partnership).where(Partnership.id == partnership_id).options(*addresses)
    return session().scalars(found).one()


def live_of_two(one: UUID, other: UUID) -> Partnership | None:
    """The partnership these two already have, whoever invited."""
    found = sa.select(Partnership).where(
        Partnership.two == two_ids(one, other), Partnership.status.in_(LIVE)
    )
    return session().scalars(found.options(*_PEOPLE)).one_or_none()


def entry_of_member(actor: Actor, partnership_id: UUID, entry_id: UUID) -> TrackRecordEntry:
    """With its partnership and people. Raises NoResultFound."""
    found = (
        sa.select(TrackRecordEntry)
        .join(TrackRecordEntry.partnership)
        .where(TrackRecordEntry.id == entry_id, Partnership.id == partnership_id, _mine(actor))
        .options(joinedload(TrackRecordEntry.partnership).options(*_PEOPLE))
    )
    return session().scalars(found).one()


def has_entry(partnership_id: UUID, entry_id: UUID) -> bool:
    found = sa.exists().where(
        TrackRecordEntry.id == entry_id, TrackRecordEntry.partnership_id == partnership_id
    )
    return bool(session().scalar(sa.select(found)))


def entry_count(partnership: Partnership) -> int:
    found = sa.select(sa.func.count()).where(TrackRecordEntry.partnership_id == partnership.id)
    return session().scalar(found) or 0


def invitation(invitation_id: UUID) -> PartnershipInvitation:
    """With who sent it, for the writer of the mail. Raises NoResultFound."""
    found = sa.select(PartnershipInvitation).where(PartnershipInvitation.id == invitation_id)
    return session().scalars(found.options(joinedload(PartnershipInvitation.inviter))).one()


def invitation_behind(token: str) -> PartnershipInvitation | None:
    """The invitation a link leads to, with who sent it."""
    found = sa.select(PartnershipInvitation).where(
        PartnershipInvitation.token_hash == digest(token)
    )
    loaded = found.options(joinedload(PartnershipInvitation.inviter))
    return session().scalars(loaded).one_or_none()


def locked_invitation(row: PartnershipInvitation) -> PartnershipInvitation:
    found = sa.select(PartnershipInvitation).where(PartnershipInvitation.id == row.id)
    return session().scalars(
        found.with_for_update().execution_options(populate_existing=True)
    ).one()  # fmt: skip


def invitation_sent_by(actor: Actor, invitation_id: UUID) -> PartnershipInvitation:
    """Raises NoResultFound for everybody but who sent it."""
    found = sa.select(PartnershipInvitation).where(
        PartnershipInvitation.id == invitation_id,
        PartnershipInvitation.inviter_id == actor.user_id,
    )
    return session().scalars(found).one()


_UNANSWERED = sa.and_(
    PartnershipInvitation.accepted_at.is_(None),
    PartnershipInvitation.declined_at.is_(None),
    PartnershipInvitation.cancelled_at.is_(None),
)


def sent_by(actor: Actor, declined_after: datetime) -> Sequence[PartnershipInvitation]:
    """Unanswered ones, open or expired, and those declined since; newest first."""
    shown = sa.or_(_UNANSWERED, PartnershipInvitation.declined_at > declined_after)
    found = sa.select(PartnershipInvitation).where(
        PartnershipInvitation.inviter_id == actor.user_id, shown
    )
    order = (PartnershipInvitation.created_at.desc(), PartnershipInvitation.id)
    return session().scalars(found.order_by(*order).limit(50)).all()


def received_by(actor: Actor, at: datetime) -> Sequence[PartnershipInvitation]:
    """Open invitations to any address this person has verified, with who sent them; none between
    two of whom one has blocked the other."""
    mine = sa.select(EmailAddress.address).where(
        EmailAddress.user_id == actor.user_id, EmailAddress.verified_at.is_not(None)
    )
    found = sa.select(PartnershipInvitation).where(
        _UNANSWERED,
        PartnershipInvitation.expires_at > at,
        PartnershipInvitation.inviter_id != actor.user_id,
        PartnershipInvitation.address.in_(mine),
        ~between(actor.user_id, PartnershipInvitation.inviter_id),
    )
    order = (PartnershipInvitation.created_at.desc(), PartnershipInvitation.id)
    loaded = found.options(joinedload(PartnershipInvitation.inviter))
    return session().scalars(loaded.order_by(*order).limit(50)).all()


def unanswered_to(inviter_id: UUID | None, address: str) -> PartnershipInvitation | None:
    """The newest invitation to this address that can be sent again instead of a second one."""
    found = sa.select(PartnershipInvitation).where(
        _UNANSWERED,
        PartnershipInvitation.inviter_id == inviter_id,
        PartnershipInvitation.address == address,
    )
    order = (PartnershipInvitation.created_at.desc(), PartnershipInvitation.id)
    return session().scalars(found.order_by(*order).limit(1)).one_or_none()


def open_count(inviter_id: UUID | None, at: datetime) -> int:
    found = sa.select(sa.func.count()).where(
        _UNANSWERED,
        PartnershipInvitation.inviter_id == inviter_id,
        PartnershipInvitation.expires_at > at,
    )
    return session().scalar(found) or 0


def was_declined(inviter_id: UUID | None, address: str, after: datetime) -> bool:
    found = sa.select(PartnershipInvitation.id).where(
        PartnershipInvitation.inviter_id == inviter_id,
        PartnershipInvitation.address == address,
        PartnershipInvitation.declined_at > after,
    )
    return session().scalar(found.limit(1)) is not None


def accepted_through(inviter_id: UUID | None, address: str) -> Partnership | None:
    """The live partnership that began with my invitation to this address: I know of it already."""
    found = (
        sa.select(Partnership)
        .join(PartnershipInvitation, PartnershipInvitation.partnership_id == Partnership.id)
        .where(
            PartnershipInvitation.inviter_id == inviter_id,
            PartnershipInvitation.address == address,
            Partnership.status.in_(LIVE),
        )
    )
    return session().scalars(found.limit(1)).one_or_none()


def standing(actor: Actor, row: PartnershipInvitation) -> Standing:
    """Who stands before this invitation. Only the holder of its link may be told."""
    if actor.user_id == row.inviter_id:
        return Standing.INVITER
    owner = verified_owner(row.address)
    if actor.user_id is None:
        return Standing.KNOWN if owner else Standing.NEWCOMER
    if owner is None:
        return Standing.ADDING
    return Standing.OWNER if owner.id == actor.user_id else Standing.FOREIGN


def open_breaks(partnership_ids: Sequence[UUID]) -> dict[UUID, PartnershipBreak]:
    """The pause or the end that each of these partnerships is in, read anew."""
    found = sa.select(PartnershipBreak).where(
        PartnershipBreak.partnership_id.in_(partnership_ids), PartnershipBreak.over_at.is_(None)
    )
    fresh = found.execution_options(populate_existing=True)
    return {row.partnership_id: row for row in session().scalars(fresh)}


def one_break(break_id: UUID) -> PartnershipBreak:
    """Raises NoResultFound."""
    return (
        session().scalars(sa.select(PartnershipBreak).where(PartnershipBreak.id == break_id)).one()
    )
