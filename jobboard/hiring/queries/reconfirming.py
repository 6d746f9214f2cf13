"""What becomes of candidacies when their role changes or ends."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from jobboard.accounts.models import User
from jobboard.applications.models import Application
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.hiring.domain import APPOINTED, LIVE, Stage
from jobboard.hiring.models import Candidacy, Reconfirmation
from jobboard.partnerships.models import Partnership
from jobboard.roles.models import Role

_PAIR = Candidacy.application, Application.partnership


def undecided_of_role(role_id: UUID) -> list[Candidacy]:
    """With an employer and not decided, seen already or not; held until the transaction ends."""
    undecided = Candidacy.role_id == role_id, Candidacy.stage.in_(LIVE | {Stage.PARTNER_LEFT})
    held = sa.select(Candidacy.id).where(*undecided).order_by(Candidacy.id)
    session().execute(held.with_for_update()).all()
    found = (
        sa.select(Candidacy)
        .where(*undecided)
        .options(joinedload(Candidacy.application).joinedload(Application.partnership))
        .order_by(Candidacy.id)
        .execution_options(populate_existing=True)
    )
    return list(session().scalars(found))


def reconfirmations(candidacy_ids: Collection[UUID]) -> dict[UUID, list[Reconfirmation]]:
    """Who of each was asked about the role as it is now, answered or not, by candidacy."""
    found = (
        sa.select(Reconfirmation)
        .where(Reconfirmation.candidacy_id.in_(candidacy_ids))
        .options(joinedload(Reconfirmation.user))
        .order_by(Reconfirmation.answered_at.is_(None), Reconfirmation.answered_at)
        .order_by(Reconfirmation.id)
    )
    rows: dict[UUID, list[Reconfirmation]] = {}
    for row in session().scalars(found):
        rows.setdefault(row.candidacy_id, []).append(row)
    return rows


def of_partner(actor: Actor, application_id: UUID) -> Candidacy:
    """A pair's own, seen by the employer or not, with role and people. Raises NoResultFound."""
    found = (
        sa.select(Candidacy)
        .join(Candidacy.application)
        .join(Application.partnership)
        .where(
            Candidacy.application_id == application_id,
            sa.or_(Partnership.first_id == actor.user_id, Partnership.second_id == actor.user_id),
        )
        .options(
            contains_eager(*_PAIR).joinedload(Partnership.first),
            contains_eager(*_PAIR).joinedload(Partnership.second),
            joinedload(Candidacy.role).joinedload(Role.organisation),
        )
    )
    return session().scalars(found).one()


def own(candidacy_id: UUID, user_id: UUID | None) -> Reconfirmation | None:
    """What this person is asked, read anew with the candidacy held: of two who answer at once,
    the second sees the first."""
    held = sa.select(Candidacy.id).where(Candidacy.id == candidacy_id)
    session().execute(held.with_for_update()).all()
    found = sa.select(Reconfirmation).where(
        Reconfirmation.candidacy_id == candidacy_id, Reconfirmation.user_id == user_id
    )
    return session().scalars(found.execution_options(populate_existing=True)).one_or_none()


def is_complete(candidacy_id: UUID) -> bool:
    """Everybody who was asked has said yes."""
    waiting = sa.select(Reconfirmation.id).where(
        Reconfirmation.candidacy_id == candidacy_id, Reconfirmation.answered_at.is_(None)
    )
    return session().scalar(waiting.limit(1)) is None


def asked(candidacy_ids: Collection[UUID], version: int) -> list[tuple[Application, User]]:
    """Who is asked about this version of the role, with their addresses."""
    found = (
        sa.select(Application, User)
        .join(Candidacy, Candidacy.application_id == Application.id)
        .join(Reconfirmation, Reconfirmation.candidacy_id == Candidacy.id)
        .join(User, User.id == Reconfirmation.user_id)
        .where(Candidacy.id.in_(candidacy_ids), Reconfirmation.role_version == version)
        .options(selectinload(User.addresses))
        .order_by(Application.id, User.id)
    )
    return [(application, user) for application, user in session().execute(found)]


def has_appointed(role_id: UUID) -> bool:
    """Somebody has accepted an offer for it here."""
    found = sa.select(Candidacy.id).where(
        Candidacy.role_id == role_id, Candidacy.stage.in_(APPOINTED)
    )
    return session().scalar(found.limit(1)) is not None


def undecided_count(role_id: UUID) -> int:
    """How many applications for it still wait for the employer's word."""
    found = sa.select(sa.func.count(Candidacy.id)).where(
        Candidacy.role_id == role_id,
        Candidacy.stage.in_((LIVE | {Stage.PARTNER_LEFT}) - APPOINTED),
    )
    return session().scalar(found) or 0
