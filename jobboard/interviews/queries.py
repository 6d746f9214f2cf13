from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from jobboard.accounts.models import User
from jobboard.applications.models import Application
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.hiring.models import Candidacy
from jobboard.interviews.domain import MAX_MINUTES, OPEN, Answer, Slot, State, overlap
from jobboard.interviews.models import Interview, InterviewAnswer, PanelMember
from jobboard.organisations import queries as organisations
from jobboard.organisations.domain import READERS, STAFF
from jobboard.organisations.models import Organisation
from jobboard.partnerships.models import Partnership
from jobboard.roles.models import Role
from jobboard.roles.queries.doors import people_of, worked_on_by

MOST, SHOWN = 50, 5


def for_staff(actor: Actor, interview_id: UUID, at: datetime) -> Interview:
    """Through the candidacy this member may read. Raises NoResultFound for everybody else."""
    found = _whole().where(
        Interview.id == interview_id,
        worked_on_by(actor.user_id, READERS),
        Candidacy.visible_from <= at,
        Partnership.first_id != actor.user_id,
        Partnership.second_id != actor.user_id,
    )
    return session().scalars(found).unique().one()


def for_named(actor: Actor, interview_id: UUID) -> Interview:
    """Through one's own answer: a partner it does not name finds nothing (NoResultFound)."""
    mine = InterviewAnswer.user_id == actor.user_id
    found = _whole().where(Interview.id == interview_id, Interview.answers.any(mine))
    return session().scalars(found).unique().one()


def interview(interview_id: UUID) -> Interview:
    """For handlers and mails, which act for nobody: with people, panel and their addresses."""
    addresses = (
        selectinload(Interview.answers).joinedload(InterviewAnswer.user),
        selectinload(Interview.panel).joinedload(PanelMember.user),
    )
    found = _whole().where(Interview.id == interview_id).options(
        *(one.selectinload(User.addresses) for one in addresses)
    )  # fmt: skip
    return session().scalars(found).unique().one()


def of_candidacy(candidacy_id: UUID) -> list[Interview]:
    """Of a candidacy that was loaded for this reader: in the order of time, with the answers."""
    return _listed(Interview.candidacy_id == candidacy_id)


def of_person(actor: Actor, application_id: UUID) -> list[Interview]:
    """What of this application names the reader; another's own interview is not theirs to see."""
    return _listed(
        Interview.answers.any(InterviewAnswer.user_id == actor.user_id),
        Interview.candidacy.has(Candidacy.application_id == application_id),
    )


def waiting_for(actor: Actor, at: datetime) -> list[Interview]:
    """Those to come that want this person's own answer, with the role."""
    mine = sa.and_(
        InterviewAnswer.user_id == actor.user_id, InterviewAnswer.answer == Answer.WAITING
    )
    return _to_come(at, Interview.answers.any(mine))


def asked_to_move(actor: Actor, at: datetime) -> list[Interview]:
    """Those to come for which somebody asks this reader's organisation for another time."""
    asked = InterviewAnswer.answer == Answer.ASKED_TO_MOVE
    found = _to_come(at, Interview.answers.any(asked), worked_on_by(actor.user_id, STAFF))
    return [
        row for row in found if not row.candidacy.application.partnership.includes(actor.user_id)
    ]


def _to_come(at: datetime, *conditions: sa.ColumnElement[bool]) -> list[Interview]:
    candidacy = contains_eager(Interview.candidacy)
    pair = candidacy.joinedload(Candidacy.application).joinedload(Application.partnership)
    found = (
        sa.select(Interview)
        .join(Interview.candidacy)
        .join(Candidacy.role)
        .where(Interview.state == State.PROPOSED, Interview.starts_at > at, *conditions)
        .options(
            candidacy.contains_eager(Candidacy.role).joinedload(Role.organisation),
            pair.joinedload(Partnership.first),
            pair.joinedload(Partnership.second),
        )
        .order_by(Interview.starts_at, Interview.id)
        .limit(SHOWN)
    )
    return list(session().scalars(found))


def of_pair(partnership_id: UUID, at: datetime) -> list[Interview]:
    """Open ones that are not over, of the pair's applications as they stand, with the role."""
    of_theirs = Candidacy.application.has(
        sa.and_(Application.partnership_id == partnership_id, Application.left_by_id.is_(None))
    )
    found = (
        sa.select(Interview)
        .join(Interview.candidacy)
        .where(
            of_theirs,
            Interview.state.in_(sorted(OPEN)),
            Interview.starts_at > at - timedelta(minutes=MAX_MINUTES),
        )
        .options(
            contains_eager(Interview.candidacy)
            .joinedload(Candidacy.role)
            .joinedload(Role.organisation),
            selectinload(Interview.answers),
        )
        .order_by(Interview.starts_at, Interview.id)
        .limit(MOST)
    )
    return [row for row in session().scalars(found) if row.ends_at > at]


def _listed(*conditions: sa.ColumnElement[bool]) -> list[Interview]:
    found = (
        sa.select(Interview)
        .where(*conditions)
        .options(joinedload(Interview.answers))
        .order_by(Interview.starts_at, Interview.id)
    )
    return list(session().scalars(found).unique())


def hold_candidacy(candidacy: Candidacy) -> Candidacy:
    """As it stands now, kept from others together with the diary of the whole organisation: two
    who book the same panel for two pairs wait for each other."""
    organisations.hold(candidacy.role.organisation_id)
    session().execute(
        sa.select(Candidacy.id).where(Candidacy.id == candidacy.id).with_for_update()
    ).all()
    found = sa.select(Candidacy).where(Candidacy.id == candidacy.id)
    return session().scalars(found.execution_options(populate_existing=True)).one()


def hold(row: Interview) -> Interview:
    """As it stands now with its answers, kept from others until the transaction ends.

    Two statements on purpose: see `applications.queries.locked`.
    """
    session().execute(sa.select(Interview.id).where(Interview.id == row.id).with_for_update()).all()
    found = sa.select(Interview).where(Interview.id == row.id).options(
        selectinload(Interview.answers)
    )  # fmt: skip
    return session().scalars(found.execution_options(populate_existing=True)).one()


def open_of_candidacy(candidacy_id: UUID) -> list[Interview]:
    found = sa.select(Interview).where(
        Interview.candidacy_id == candidacy_id, Interview.state.in_(sorted(OPEN))
    )
    return list(session().scalars(found.order_by(Interview.id)))


def at_the_same_time(
    organisation_id: UUID, slot: Slot, besides: UUID | None
) -> Sequence[Interview]:
    """What else of this employer, not cancelled, shares a moment with the slot; with who comes.

    Of other employers nothing is said: when somebody is there is not this one's to know.
    """
    earliest = slot.starts_at - timedelta(minutes=MAX_MINUTES)
    found = (
        sa.select(Interview)
        .join(Interview.candidacy)
        .join(Candidacy.role)
        .where(
            Role.organisation_id == organisation_id,
            Interview.state != State.CANCELLED,
            Interview.starts_at > earliest,
            Interview.starts_at < slot.ends_at,
        )
        .options(
            selectinload(Interview.answers).joinedload(InterviewAnswer.user),
            selectinload(Interview.panel),
        )
        .order_by(Interview.starts_at, Interview.id)
    )
    rows = session().scalars(found.execution_options(populate_existing=True)).all()
    return [row for row in rows if row.id != besides and overlap(row.slot, slot)]


def staff(role: Role) -> list[User]:
    """Who reads applications for the role, with their addresses, in a stable order."""
    return people_of(role, READERS)


def _whole() -> sa.Select[Interview]:
    candidacy = contains_eager(Interview.candidacy)
    pair = candidacy.contains_eager(Candidacy.application).contains_eager(Application.partnership)
    role = candidacy.contains_eager(Candidacy.role)
    return (
        sa.select(Interview)
        .join(Interview.candidacy)
        .join(Candidacy.role)
        .join(Candidacy.application)
        .join(Application.partnership)
        .options(
            pair.joinedload(Partnership.first),
            pair.joinedload(Partnership.second),
            role.joinedload(Role.organisation).selectinload(Organisation.memberships),
            selectinload(Interview.answers).joinedload(InterviewAnswer.user),
            selectinload(Interview.panel),
        )
    )
