"""Questions about roles, each through what its reader may see."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from jobboard.accounts.models import User
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.organisations.domain import STAFF
from jobboard.organisations.models import Organisation
from jobboard.roles.asking import QuestionState
from jobboard.roles.domain import PUBLIC
from jobboard.roles.models import Role, RoleQuestion
from jobboard.roles.queries.doors import worked_on_by

MOST = 100


def answered(role_id: UUID) -> list[RoleQuestion]:
    """What anybody may read, in the order of the answers."""
    found = sa.select(RoleQuestion).where(
        RoleQuestion.role_id == role_id, RoleQuestion.status == QuestionState.ANSWERED
    )
    return list(session().scalars(found.order_by(RoleQuestion.said_at, RoleQuestion.id)))


def of_staff(role: Role) -> list[RoleQuestion]:
    """Those that wait, the oldest first, then the others; not what was taken back."""
    waits = RoleQuestion.status == QuestionState.WAITING
    found = (
        sa.select(RoleQuestion)
        .where(RoleQuestion.role_id == role.id, RoleQuestion.status != QuestionState.WITHDRAWN)
        .order_by(sa.case((waits, 0), else_=1), RoleQuestion.asked_at, RoleQuestion.id)
    )
    return list(session().scalars(found.limit(MOST)))


def one_of_role(role: Role, question_id: UUID) -> RoleQuestion:
    """For staff, in any state. Raises NoResultFound."""
    found = sa.select(RoleQuestion).where(
        RoleQuestion.id == question_id, RoleQuestion.role_id == role.id
    )
    return session().scalars(found).one()


def of_asker(actor: Actor) -> list[RoleQuestion]:
    """One's own, the newest first, each with its role and organisation."""
    found = (
        sa.select(RoleQuestion)
        .where(RoleQuestion.asker_id == actor.user_id)
        .options(joinedload(RoleQuestion.role).joinedload(Role.organisation))
        .order_by(RoleQuestion.asked_at.desc(), RoleQuestion.id)
    )
    return list(session().scalars(found.limit(MOST)))


def one_of_asker(actor: Actor, question_id: UUID) -> RoleQuestion:
    """Raises NoResultFound."""
    found = sa.select(RoleQuestion).where(
        RoleQuestion.id == question_id, RoleQuestion.asker_id == actor.user_id
    )
    with_role = joinedload(RoleQuestion.role).joinedload(Role.organisation)
    return session().scalars(found.options(with_role)).one()


def waiting_of(actor: Actor, role: Role) -> int:
    found = sa.select(sa.func.count(RoleQuestion.id)).where(
        RoleQuestion.role_id == role.id,
        RoleQuestion.asker_id == actor.user_id,
        RoleQuestion.status == QuestionState.WAITING,
    )
    return session().scalars(found).one()


def waiting(role_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many wait, by role; a role without is missing."""
    found = (
        sa.select(RoleQuestion.role_id, sa.func.count(RoleQuestion.id))
        .where(RoleQuestion.role_id.in_(role_ids), RoleQuestion.status == QuestionState.WAITING)
        .group_by(RoleQuestion.role_id)
    )
    return {role_id: number for role_id, number in session().execute(found)}


def roles_asked(actor: Actor) -> list[tuple[Role, int]]:
    """Public roles of which this person is staff and where questions wait, with how many."""
    number = sa.func.count(RoleQuestion.id).label("number")
    counted = (
        sa.select(RoleQuestion.role_id, number)
        .where(RoleQuestion.status == QuestionState.WAITING)
        .group_by(RoleQuestion.role_id)
        .subquery()
    )
    found = (
        sa.select(Role, counted.c.number)
        .join(counted, counted.c.role_id == Role.id)
        .join(Role.organisation)
        .where(worked_on_by(actor.user_id, STAFF), Role.status.in_(sorted(PUBLIC)))
        .options(contains_eager(Role.organisation))
        .order_by(Role.title, Role.id)
    )
    return [(role, number) for role, number in session().execute(found)]


def of_worker(question_id: UUID) -> RoleQuestion | None:
    """With its role and organisation; for letters."""
    found = sa.select(RoleQuestion).where(RoleQuestion.id == question_id)
    with_role = joinedload(RoleQuestion.role).joinedload(Role.organisation)
    return session().scalars(found.options(with_role)).one_or_none()


def locked(question: RoleQuestion) -> RoleQuestion:
    """Read anew, for this transaction alone."""
    found = sa.select(RoleQuestion).where(RoleQuestion.id == question.id).with_for_update()
    return session().scalars(found.execution_options(populate_existing=True)).one()


def locked_role(role: Role) -> Role:
    """Held with its members, so that whoever asks meets the state that stands."""
    session().execute(sa.select(Role.id).where(Role.id == role.id).with_for_update()).all()
    members = joinedload(Role.organisation).selectinload(Organisation.memberships)
    found = sa.select(Role).where(Role.id == role.id).options(members)
    return session().scalars(found.execution_options(populate_existing=True)).one()


def asker(question: RoleQuestion) -> User | None:
    """For the letter to them; no page of an employer asks this."""
    if question.asker_id is None:
        return None
    return session().get(User, question.asker_id)
