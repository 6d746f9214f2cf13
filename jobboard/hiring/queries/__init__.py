from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from jobboard.accounts.models import User
from jobboard.applications.models import Application, Submission
from jobboard.applications.queries.leaving import departures
from jobboard.core.activity import Activity, trail_of
from jobboard.core.db import session
from jobboard.hiring.domain import LIVE, TAB_STAGES, Sort, Stage, Tab, tab_counts
from jobboard.hiring.lines import RoleLine, Slice
from jobboard.hiring.models import Candidacy, PrivateNote
from jobboard.organisations.domain import READERS
from jobboard.organisations.models import Membership, Organisation
from jobboard.partnerships.models import Partnership
from jobboard.roles.domain import GONE, PUBLIC, Origin
from jobboard.roles.models import Role
from jobboard.roles.queries.doors import worked_on_by

_STANDING = sa.func.coalesce(Candidacy.stage_kept, Candidacy.stage)
"""Where a candidacy stands in the tabs: the stage that is kept while a partner decides."""
_PEOPLE = Candidacy.application, Application.partnership
_TABLE_ORDER: dict[Sort, tuple[sa.ColumnElement[Any], ...]] = {
    Sort.NEWEST: (Candidacy.visible_from.desc(),),
    Sort.FTE: (Candidacy.total_tenths.desc(), Candidacy.visible_from.desc()),
    Sort.OVERLAP: (Candidacy.overlap.desc(), Candidacy.visible_from.desc()),
    Sort.TOGETHER: (Candidacy.pair_months.desc(), Candidacy.visible_from.desc()),
}


def candidacy(user_id: UUID | None, candidacy_id: UUID, at: datetime) -> Candidacy:
    """With role, employer, both people and the notes. Raises NoResultFound for a stranger."""
    found = visible_to(user_id, at).where(Candidacy.id == candidacy_id)
    return session().scalars(_with_people(found).options(*_WHOLE)).one()


def compared(
    user_id: UUID | None, role_id: UUID, ids: Sequence[UUID], at: datetime
) -> list[Candidacy]:
    """In the order asked for. Raises NoResultFound if one of them is not this reader's to see."""
    found = visible_to(user_id, at).where(Candidacy.role_id == role_id, Candidacy.id.in_(ids))
    rows = {row.id: row for row in session().scalars(_with_people(found).options(*_WHOLE))}
    if set(ids) - set(rows):
        raise sa.exc.NoResultFound("not all of these can be seen")
    return [rows[candidacy_id] for candidacy_id in ids]


def table(
    user_id: UUID | None, role_id: UUID, tab: Tab, sort: Sort, at: datetime, offset: int, limit: int
) -> list[Candidacy]:
    """Rows of the table of one role with both people, in a total order."""
    found = (
        visible_to(user_id, at)
        .where(Candidacy.role_id == role_id, _STANDING.in_(TAB_STAGES[tab]))
        .order_by(*_TABLE_ORDER[sort], Candidacy.id)
    )
    return list(session().scalars(_with_people(found).offset(offset).limit(limit)))


def counts(
    user_id: UUID | None, role_ids: Iterable[UUID], at: datetime
) -> dict[UUID, dict[Tab, int]]:
    """How many visible candidacies each of these roles has in each tab."""
    found = (
        visible_to(user_id, at)
        .where(Candidacy.role_id.in_(list(role_ids)))
        .with_only_columns(Candidacy.role_id, _STANDING, sa.func.count(Candidacy.id))
        .group_by(Candidacy.role_id, _STANDING)
    )
    by_role: dict[UUID, dict[Stage, int]] = defaultdict(dict)
    for role_id, stage, number in session().execute(found):
        by_role[role_id][stage] = number
    return {role_id: tab_counts(by_role[role_id]) for role_id in role_ids}


def role(user_id: UUID | None, role_id: UUID) -> Role:
    """A role once published, through membership. Raises NoResultFound."""
    found = roles_of(user_id).where(Role.id == role_id)
    return session().scalars(found).one()


def board(user_id: UUID | None, at: datetime, offset: int, limit: int) -> Slice:
    """RoleLines of everything this member's organisations have published, the live ones first."""
    mine = roles_of(user_id)
    total = session().scalar(mine.with_only_columns(sa.func.count(Role.id))) or 0
    is_gone = sa.case((Role.status.in_(GONE), 1), else_=0)
    ordered = mine.order_by(is_gone, Role.closes_at.desc(), Role.title, Role.id)
    roles = list(session().scalars(ordered.offset(offset).limit(limit)))
    by_role = counts(user_id, [row.id for row in roles], at) if roles else {}
    return Slice([RoleLine(row, by_role[row.id]) for row in roles], total)


def is_a_reader(user_id: UUID | None) -> bool:
    """Whether this person reads applications of any organisation."""
    found = sa.select(Membership.id).where(
        Membership.user_id == user_id, Membership.kind.in_(READERS)
    )
    return session().scalar(found.limit(1)) is not None


def latest_acts(candidacy_ids: Sequence[UUID]) -> dict[UUID, Activity]:
    """The newest act on each of these candidacies, where there is one."""
    place = sa.func.row_number().over(
        partition_by=Activity.subject_id, order_by=(Activity.at.desc(), Activity.id)
    )
    ranked = (
        sa.select(Activity.id, place.label("place"))
        .where(Activity.subject_id.in_(candidacy_ids))
        .subquery()
    )
    found = sa.select(Activity).join(ranked, ranked.c.id == Activity.id).where(ranked.c.place == 1)
    return {act.subject_id: act for act in session().scalars(found)}


def trail(of: Candidacy) -> list[Activity]:
    """What was done with it, newest first."""
    return trail_of([of.id])


def people(acts: Iterable[Activity]) -> dict[UUID | None, User]:
    """Those who acted, by id; whoever has left is missing."""
    ids = {act.actor_id for act in acts if act.actor_id is not None}
    if not ids:
        return {}
    return {user.id: user for user in session().scalars(sa.select(User).where(User.id.in_(ids)))}


def of_application(application_id: UUID) -> Candidacy | None:
    """For handlers: whatever the clock says, with the pair and the role."""
    found = sa.select(Candidacy).where(Candidacy.application_id == application_id)
    return session().scalars(found).one_or_none()


def live_of_partnership(partnership_id: UUID) -> list[Candidacy]:
    """What of this pair is with an employer and not decided, seen already or not."""
    found = (
        sa.select(Candidacy)
        .join(Candidacy.application)
        .where(Application.partnership_id == partnership_id, Candidacy.stage.in_(LIVE))
        .order_by(Candidacy.id)
    )
    return list(session().scalars(found))


def decide_by(rows: Iterable[Candidacy]) -> dict[UUID, datetime]:
    """By application, where one partner left, until when the other decides; else no query."""
    waiting = [row.application_id for row in rows if row.stage is Stage.PARTNER_LEFT]
    found = departures(waiting) if waiting else {}
    return {application_id: row.answer_by for application_id, row in found.items()}


def submissions(application_ids: Iterable[UUID]) -> dict[UUID, Submission]:
    """The frozen bytes of these applications, by application."""
    found = sa.select(Submission).where(Submission.application_id.in_(list(application_ids)))
    return {row.application_id: row for row in session().scalars(found)}


def visible_to(user_id: UUID | None, at: datetime) -> sa.Select[Candidacy]:
    """The one door: whoever reads for the role, from `visible_from` on, never one's own.

    A member who applied to their own employer (decisions.md 14) reads that pair as a partner only.
    """
    return (
        sa.select(Candidacy)
        .join(Candidacy.role)
        .join(Candidacy.application)
        .join(Application.partnership)
        .where(
            worked_on_by(user_id, READERS),
            Candidacy.visible_from <= at,
            Partnership.first_id != user_id,
            Partnership.second_id != user_id,
        )
    )


def _with_people(found: sa.Select[Candidacy]) -> sa.Select[Candidacy]:
    pair = contains_eager(*_PEOPLE)
    return found.options(pair.joinedload(Partnership.first), pair.joinedload(Partnership.second))


_WHOLE = (
    contains_eager(Candidacy.role)
    .joinedload(Role.organisation)
    .selectinload(Organisation.memberships),
    selectinload(Candidacy.notes).joinedload(PrivateNote.author),
    joinedload(Candidacy.refusal),
)


def roles_of(user_id: UUID | None) -> sa.Select[Role]:
    """Once published, of those whose applications this person reads."""
    return (
        sa.select(Role)
        .options(joinedload(Role.organisation))
        .where(
            worked_on_by(user_id, READERS),
            Role.origin == Origin.POSTED,
            Role.status.in_(PUBLIC | GONE),
        )
    )
