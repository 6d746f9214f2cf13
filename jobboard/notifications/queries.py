from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload, selectinload

from jobboard.accounts.models import User
from jobboard.applications.domain import LIVE as LIVE_APPLICATIONS
from jobboard.applications.models import Applicant, Application
from jobboard.core.db import session
from jobboard.hiring.domain import LIVE, Stage
from jobboard.hiring.models import Candidacy
from jobboard.organisations.domain import STAFF
from jobboard.roles.models import Role
from jobboard.roles.queries.doors import people_of, works_on


def candidacy(candidacy_id: UUID) -> Candidacy | None:
    """None once it is forgotten: withdrawn within the cool-off."""
    found = sa.select(Candidacy).where(Candidacy.id == candidacy_id)
    return session().scalars(found.options(joinedload(Candidacy.refusal))).one_or_none()


def candidacy_of(application_id: UUID) -> Candidacy | None:
    found = sa.select(Candidacy).where(Candidacy.application_id == application_id)
    return session().scalars(found).one_or_none()


def applicants(role_id: UUID) -> list[tuple[Application, User]]:
    """Who stands in an application for this role that is not decided, with their addresses; not
    who has left it."""
    undecided = sa.or_(Candidacy.id.is_(None), Candidacy.stage.in_(LIVE | {Stage.PARTNER_LEFT}))
    found = (
        sa.select(Application, User)
        .join(Applicant, Applicant.application_id == Application.id)
        .join(User, User.id == Applicant.user_id)
        .outerjoin(Candidacy, Candidacy.application_id == Application.id)
        .where(
            Application.role_id == role_id,
            Application.status.in_(LIVE_APPLICATIONS),
            Applicant.is_live,
            sa.or_(Application.left_by_id.is_(None), Application.left_by_id != User.id),
            undecided,
        )
        .options(selectinload(User.addresses))
        .order_by(Application.id, User.id)
    )
    return [(application, user) for application, user in session().execute(found)]


def readers(role: Role) -> list[User]:
    """Owners and recruiters who work on the role, with their addresses, in a stable order."""
    return people_of(role, STAFF)


def is_reader(role: Role, user_id: UUID | None) -> bool:
    return works_on(role, user_id, STAFF)
