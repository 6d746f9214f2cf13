from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from jobboard.accounts.models import User
from jobboard.applications.models import Application
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.hiring import queries as hiring
from jobboard.hiring.models import Candidacy
from jobboard.inbox.models import Message, Receipt, Thread
from jobboard.inbox.places import Place
from jobboard.organisations.domain import STAFF
from jobboard.partnerships.models import Partnership
from jobboard.roles.models import Role
from jobboard.roles.queries.doors import people_of

T = TypeVar("T")
PEOPLE = (joinedload(Partnership.first), joinedload(Partnership.second))


def about_application(actor: Actor, application_id: UUID, at: datetime) -> Place:
    """Through the pair, from the moment the employer can read it; else NoResultFound."""
    found = (
        with_an_employer(at)
        .where(Application.id == application_id, _is_partner(actor.user_id))
        .join(Application.partnership)
        .options(
            contains_eager(Application.partnership).options(*PEOPLE),
            joinedload(Application.role).joinedload(Role.organisation),
        )
    )
    application, candidacy = session().execute(found).one()
    return Place(application.partnership, application, candidacy)


def about_candidacy(actor: Actor, candidacy_id: UUID, at: datetime) -> Place:
    """Through what the employer's member may see; NoResultFound for everybody else."""
    row = hiring.candidacy(actor.user_id, candidacy_id, at)
    return Place(row.application.partnership, row.application, row, is_employer=True)


def locked(place: Place) -> Place:
    """The same place as it stands now, kept from others until the transaction ends.

    Pair, application, candidacy: in the order in which an end and a withdrawal hold them.
    """
    pair = sa.select(Partnership).where(Partnership.id == place.partnership.id)
    if place.application is None:
        return Place(_fresh(pair.with_for_update()).one())
    partnership = _fresh(pair.with_for_update(read=True, key_share=True)).one()
    application = _fresh(
        sa.select(Application).where(Application.id == place.application.id).with_for_update()
    ).one()
    if place.candidacy is None:
        return Place(partnership, application)
    candidacy = _fresh(
        sa.select(Candidacy)
        .where(Candidacy.id == place.candidacy.id, Candidacy.application_id == application.id)
        .with_for_update()
    ).one_or_none()
    return Place(partnership, application, candidacy, place.is_employer)


def _fresh(found: sa.Select[T]) -> sa.ScalarResult[T]:
    return session().scalars(found, execution_options={"populate_existing": True})


def thread(thread_id: UUID) -> Thread | None:
    return session().get(Thread, thread_id)


def count_messages(place: Place, viewer_id: UUID | None) -> int:
    found = sa.select(sa.func.count(Message.id)).join(Message.thread)
    return session().scalar(found.where(_in(place), *_seen_by(place, viewer_id))) or 0


def messages(place: Place, viewer_id: UUID | None, offset: int, limit: int) -> list[Message]:
    """The newest first, with authors, receipts and the pair. Two queries."""
    people = contains_eager(Message.thread).joinedload(Thread.partnership).options(*PEOPLE)
    found = (
        sa.select(Message)
        .join(Message.thread)
        .where(_in(place), *_seen_by(place, viewer_id))
        .options(people, joinedload(Message.author), selectinload(Message.receipts))
        .order_by(Message.sent_at.desc(), Message.id)
    )
    return list(session().scalars(found.offset(offset).limit(limit)))


def unread(place: Place, user_id: UUID | None, message_ids: Sequence[UUID]) -> list[UUID]:
    """Receipts of this person for these messages, as far as they are here and not yet read."""
    found = (
        sa.select(Receipt.id)
        .join(Receipt.message)
        .join(Message.thread)
        .where(_in(place), Receipt.user_id == user_id, Receipt.read_at.is_(None))
        .where(Receipt.message_id.in_(message_ids))
    )
    return list(session().scalars(found))


def employer_readers(place: Place) -> list[UUID]:
    """Who writes to pairs there, except the two themselves; in a stable order."""
    if place.application is None:
        return []
    pair = place.partnership
    people = people_of(place.application.role, STAFF)
    return [each.id for each in people if not pair.includes(each.id)]


def message(message_id: UUID) -> Message:
    """For letters, which act for nobody: with everybody it reached and their addresses."""
    about = joinedload(Message.thread)
    found = (
        sa.select(Message)
        .where(Message.id == message_id)
        .options(
            joinedload(Message.author),
            about.joinedload(Thread.partnership).options(*PEOPLE),
            about.joinedload(Thread.application)
            .joinedload(Application.role)
            .joinedload(Role.organisation),
            selectinload(Message.receipts).joinedload(Receipt.user).selectinload(User.addresses),
        )
    )
    return session().scalars(found).one()


def with_an_employer(at: datetime) -> sa.Select[Application, Candidacy]:
    """Applications that an employer can read, or once wrote about, beside their candidacy."""
    is_there = sa.and_(Candidacy.application_id == Application.id, Candidacy.visible_from <= at)
    return (
        sa.select(Application, Candidacy)
        .outerjoin(Candidacy, is_there)
        .outerjoin(Thread, Thread.application_id == Application.id)
        .where(sa.or_(Candidacy.id.is_not(None), Thread.id.is_not(None)))
    )


def _in(place: Place) -> sa.ColumnElement[bool]:
    if place.application is None:
        is_theirs = Thread.partnership_id == place.partnership.id
        return sa.and_(is_theirs, Thread.application_id.is_(None))
    if place.is_employer:
        assert place.candidacy is not None
        return Thread.candidacy_id == place.candidacy.id
    return Thread.application_id == place.application.id


def _seen_by(place: Place, viewer_id: UUID | None) -> list[sa.ColumnElement[bool]]:
    """Of a pair each reads what they wrote and what reached them: whoever has left an application
    reads nothing that was said after. Everybody at the employer reads all of it."""
    if place.is_employer:
        return []
    reached = sa.select(Receipt.message_id).where(Receipt.user_id == viewer_id)
    return [sa.or_(Message.author_id == viewer_id, Message.id.in_(reached))]


def _is_partner(user_id: UUID | None) -> sa.ColumnElement[bool]:
    return sa.or_(Partnership.first_id == user_id, Partnership.second_id == user_id)
