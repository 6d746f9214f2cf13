"""What waits in an inbox: the list of a pair's conversations, and the counts of the home pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from jobboard.applications.models import Application
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.hiring import queries as hiring
from jobboard.hiring.models import Candidacy
from jobboard.inbox.lines import Line, Waiting
from jobboard.inbox.models import Message, Receipt, Thread
from jobboard.inbox.queries import PEOPLE, with_an_employer
from jobboard.partnerships.models import Partnership
from jobboard.roles.models import Role


def count_conversations(partnership_id: UUID, at: datetime) -> int:
    found = with_an_employer(at).where(Application.partnership_id == partnership_id)
    return session().scalar(found.with_only_columns(sa.func.count(Application.id))) or 0


def conversations(
    actor: Actor, partnership_id: UUID, at: datetime, offset: int, limit: int
) -> list[Line]:
    """With employers, the one with the newest message first. Two queries, the pair being theirs."""
    figures = _figures(actor.user_id)
    latest = sa.func.coalesce(figures.c.last_at, Application.visible_from)
    found = (
        with_an_employer(at)
        .where(Application.partnership_id == partnership_id)
        .outerjoin(figures, figures.c.thread_id == Thread.id)
        .options(joinedload(Application.role).joinedload(Role.organisation))
        .with_only_columns(Application, Thread.id, figures.c.unread, latest)
        .order_by(latest.desc(), Application.id)
    )
    rows = session().execute(found.offset(offset).limit(limit)).all()
    last = _newest([row[1] for row in rows if row[1]], actor.user_id)
    return [Line(row[0], row[2] or 0, row[3], last.get(row[1])) for row in rows]


def between_the_two(actor: Actor, partnership_id: UUID) -> Line:
    figures = _figures(actor.user_id)
    found = (
        sa.select(Thread.id, figures.c.unread, figures.c.last_at)
        .outerjoin(figures, figures.c.thread_id == Thread.id)
        .where(Thread.partnership_id == partnership_id, Thread.application_id.is_(None))
    )
    row = session().execute(found).one_or_none()
    if row is None:
        return Line(None, 0, None, None)
    return Line(None, row[1] or 0, row[2], _newest([row[0]], actor.user_id).get(row[0]))


def waiting_for(user_id: UUID | None) -> list[Waiting]:
    """Unread messages by pair, for one of its two. One query."""
    number = sa.func.count(Receipt.id).label("number")
    counted = (
        _waiting(user_id, Thread.partnership_id, number).group_by(Thread.partnership_id).subquery()
    )
    found = (
        sa.select(Partnership, counted.c.number)
        .join(counted, counted.c.partnership_id == Partnership.id)
        .where(sa.or_(Partnership.first_id == user_id, Partnership.second_id == user_id))
        .options(*PEOPLE)
        .order_by(Partnership.created_at, Partnership.id)
    )
    return [Waiting(pair, count) for pair, count in session().execute(found)]


def waiting_for_employer(
    user_id: UUID | None, at: datetime, most: int
) -> list[tuple[Candidacy, int]]:
    """Unread messages by candidacy, for a member who may see it; the oldest candidacy first."""
    number = sa.func.count(Receipt.id).label("number")
    counted = (
        _waiting(user_id, Thread.candidacy_id, number).group_by(Thread.candidacy_id).subquery()
    )
    found = (
        hiring.visible_to(user_id, at)
        .join(counted, counted.c.candidacy_id == Candidacy.id)
        .options(
            contains_eager(Candidacy.role),
            contains_eager(Candidacy.application, Application.partnership).options(*PEOPLE),
        )
        .add_columns(counted.c.number)
        .order_by(Candidacy.visible_from, Candidacy.id)
    )
    return [(row, count) for row, count in session().execute(found.limit(most))]


def _waiting(user_id: UUID | None, *columns: Any) -> sa.Select[Any]:
    return (
        sa.select(*columns)
        .select_from(Receipt)
        .join(Receipt.message)
        .join(Message.thread)
        .where(Receipt.user_id == user_id, Receipt.read_at.is_(None))
    )


def _figures(user_id: UUID | None) -> Any:
    """By thread: how many this person has not read, and the newest they may read."""
    is_unread = sa.and_(Receipt.id.is_not(None), Receipt.read_at.is_(None))
    return (
        sa.select(
            Message.thread_id,
            sa.func.max(Message.sent_at).label("last_at"),
            sa.func.sum(sa.case((is_unread, 1), else_=0)).label("unread"),
        )
        .outerjoin(Receipt, _reached(user_id))
        .where(sa.or_(Message.author_id == user_id, Receipt.id.is_not(None)))
        .group_by(Message.thread_id)
        .subquery()
    )


def _newest(thread_ids: Sequence[UUID], user_id: UUID | None) -> dict[UUID, Message]:
    """The newest message of each thread that this person may read."""
    if not thread_ids:
        return {}
    place = sa.func.row_number().over(
        partition_by=Message.thread_id, order_by=(Message.sent_at.desc(), Message.id)
    )
    ranked = (
        sa.select(Message.id, place.label("place"))
        .outerjoin(Receipt, _reached(user_id))
        .where(Message.thread_id.in_(thread_ids))
        .where(sa.or_(Message.author_id == user_id, Receipt.id.is_not(None)))
        .subquery()
    )
    found = sa.select(Message).join(ranked, ranked.c.id == Message.id).where(ranked.c.place == 1)
    rows = session().scalars(found.options(joinedload(Message.author)))
    return {row.thread_id: row for row in rows}


def _reached(user_id: UUID | None) -> sa.ColumnElement[bool]:
    return sa.and_(Receipt.message_id == Message.id, Receipt.user_id == user_id)
