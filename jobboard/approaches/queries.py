"""Approaches through what each side may see."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import joinedload, selectinload

from jobboard.accounts.models import User
from jobboard.approaches.domain import LIVE, SHOWN, ApproachState
from jobboard.approaches.models import Approach, ApproachSignature
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.organisations.domain import STAFF
from jobboard.organisations.models import Membership, Organisation
from jobboard.partnerships.models import Partnership
from jobboard.roles.domain import Origin, RoleStatus
from jobboard.roles.models import Role

MOST = 100
_PAIR = joinedload(Approach.partnership)
_WHOLE = (
    _PAIR.joinedload(Partnership.first),
    _PAIR.joinedload(Partnership.second),
    joinedload(Approach.organisation).selectinload(Organisation.memberships),
    joinedload(Approach.role),
    joinedload(Approach.invited_to),
    selectinload(Approach.signatures),
)


def _mine(actor: Actor) -> sa.ColumnElement[bool]:
    is_one = sa.or_(Partnership.first_id == actor.user_id, Partnership.second_id == actor.user_id)
    return Approach.partnership_id.in_(sa.select(Partnership.id).where(is_one))


def _staffed_by(actor: Actor) -> sa.ColumnElement[bool]:
    found = sa.select(Membership.organisation_id).where(
        Membership.user_id == actor.user_id, Membership.kind.in_(sorted(STAFF))
    )
    return Approach.organisation_id.in_(found)


def _of_staff(actor: Actor) -> sa.ColumnElement[bool]:
    return sa.and_(_staffed_by(actor), Approach.status.in_(sorted(SHOWN)))


def one_of_pair(actor: Actor, approach_id: UUID) -> Approach:
    """Raises NoResultFound for everybody but the two."""
    found = sa.select(Approach).where(Approach.id == approach_id, _mine(actor))
    return session().scalars(found.options(*_WHOLE)).one()


def of_partnership(actor: Actor, partnership_id: UUID) -> list[Approach]:
    """The newest first."""
    found = sa.select(Approach).where(Approach.partnership_id == partnership_id, _mine(actor))
    order = (Approach.created_at.desc(), Approach.id)
    return list(session().scalars(found.options(*_WHOLE).order_by(*order).limit(MOST)))


def signed_drafts(actor: Actor) -> sa.ColumnElement[bool]:
    """Of an Approach: this person and a partner are writing it, and the partner has signed."""
    theirs = Approach.signatures.any(ApproachSignature.user_id != actor.user_id)
    return sa.and_(_mine(actor), Approach.status == ApproachState.DRAFTED, theirs)


def drafts_of(actor: Actor) -> list[Approach]:
    """The oldest first."""
    found = sa.select(Approach).where(signed_drafts(actor))
    return list(session().scalars(found.options(*_WHOLE).order_by(Approach.created_at)))


def typed_by_staff(actor: Actor, organisation_id: UUID, approach_id: UUID) -> Approach:
    """Also when it was withdrawn while somebody wrote the answer: their words come back. Raises
    NoResultFound."""
    found = sa.select(Approach).where(
        Approach.id == approach_id,
        Approach.organisation_id == organisation_id,
        Approach.sent_at.is_not(None),
        _staffed_by(actor),
    )
    return session().scalars(found.options(*_WHOLE)).one()


def one_of_staff(actor: Actor, organisation_id: UUID, approach_id: UUID) -> Approach:
    """Once it was sent and while it is not withdrawn. Raises NoResultFound."""
    found = sa.select(Approach).where(
        Approach.id == approach_id,
        Approach.organisation_id == organisation_id,
        _of_staff(actor),
    )
    return session().scalars(found.options(*_WHOLE)).one()


def of_organisation(actor: Actor, organisation_id: UUID) -> list[Approach]:
    """What waits first, then the newest."""
    waits = Approach.status.in_([ApproachState.SENT, ApproachState.READ])
    found = (
        sa.select(Approach)
        .where(Approach.organisation_id == organisation_id, _of_staff(actor))
        .options(*_WHOLE)
        .order_by(sa.case((waits, 0), else_=1), Approach.sent_at.desc(), Approach.id)
    )
    return list(session().scalars(found.limit(MOST)))


def staffed(actor: Actor, organisation_id: UUID) -> Organisation:
    """Raises NoResultFound for whoever does not write roles there."""
    found = sa.select(Organisation).where(Organisation.id == organisation_id)
    members = selectinload(Organisation.memberships)
    organisation = session().scalars(found.options(members)).one()
    if organisation.member_kind(actor.user_id) not in STAFF:
        raise NoResultFound(f"organisation {organisation_id}")
    return organisation


def waiting_at(actor: Actor) -> list[tuple[Organisation, int]]:
    """Organisations whose staff this person is, with how many approaches wait there."""
    number = sa.func.count(Approach.id).label("number")
    counted = (
        sa.select(Approach.organisation_id, number)
        .where(
            _of_staff(actor),
            Approach.status.in_([ApproachState.SENT, ApproachState.READ]),
        )
        .group_by(Approach.organisation_id)
        .subquery()
    )
    found = sa.select(Organisation, counted.c.number).join(
        counted, counted.c.organisation_id == Organisation.id
    )
    rows = session().execute(found.order_by(Organisation.name, Organisation.id))
    return [(organisation, number) for organisation, number in rows]


def addressee(organisation_id: UUID) -> Organisation:
    """Anybody may look whom they could write to. Raises NoResultFound."""
    found = sa.select(Organisation).where(Organisation.id == organisation_id)
    return session().scalars(found.options(selectinload(Organisation.memberships))).one()


def advert(organisation_id: UUID, role_id: UUID) -> Role:
    """An open imported advert of theirs. Raises NoResultFound."""
    found = sa.select(Role).where(
        Role.id == role_id,
        Role.organisation_id == organisation_id,
        Role.origin == Origin.IMPORTED,
        Role.status == RoleStatus.PUBLISHED,
    )
    return session().scalars(found).one()


def open_roles(organisation_id: UUID) -> list[Role]:
    """Published ones that a pair may apply for; whether they are past closing is the row's."""
    found = sa.select(Role).where(
        Role.organisation_id == organisation_id,
        Role.origin == Origin.POSTED,
        Role.status == RoleStatus.PUBLISHED,
    )
    return list(session().scalars(found.order_by(Role.title, Role.id)))


def earlier(partnership_id: UUID, organisation_id: UUID) -> list[Approach]:
    """All of this pair to this employer, the newest first."""
    found = sa.select(Approach).where(
        Approach.partnership_id == partnership_id, Approach.organisation_id == organisation_id
    )
    return list(session().scalars(found.order_by(Approach.created_at.desc(), Approach.id)))


def live_of_partnership(partnership_id: UUID) -> list[Approach]:
    found = sa.select(Approach).where(
        Approach.partnership_id == partnership_id, Approach.status.in_(sorted(LIVE))
    )
    return list(session().scalars(found.options(*_WHOLE).order_by(Approach.id)))


def of_worker(approach_id: UUID) -> Approach | None:
    found = sa.select(Approach).where(Approach.id == approach_id)
    return session().scalars(found.options(*_WHOLE)).one_or_none()


def locked(approach_id: UUID) -> Approach:
    """As it stands, kept from others until the transaction ends."""
    held = sa.select(Approach.id).where(Approach.id == approach_id).with_for_update()
    session().execute(held).one()
    found = sa.select(Approach).where(Approach.id == approach_id).options(*_WHOLE)
    return session().scalars(found.execution_options(populate_existing=True)).one()


def staff(organisation_id: UUID) -> list[User]:
    """Who writes roles there, with addresses, in a steady order."""
    found = (
        sa.select(User)
        .join(Membership, Membership.user_id == User.id)
        .where(Membership.organisation_id == organisation_id, Membership.kind.in_(sorted(STAFF)))
        .options(selectinload(User.addresses))
        .order_by(User.id)
    )
    return list(session().scalars(found))
