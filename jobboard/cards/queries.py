from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from jobboard.accounts.models import User
from jobboard.applications.domain import SectionKind
from jobboard.applications.models import Application
from jobboard.cards.models import PairCard
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.core.tokens import digest
from jobboard.partnerships.domain import PartnershipStatus
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.queries.templates import template_of
from jobboard.roles.models import Role

_PEOPLE = (joinedload(Partnership.first), joinedload(Partnership.second))
MOST = 100
"""Cards shown of one pair; at most ten of them are open."""


def one_of_pair(actor: Actor, partnership_id: UUID, card_id: UUID) -> PairCard:
    """Through the pair: a stranger finds nothing (NoResultFound)."""
    found = _mine(actor).where(PairCard.id == card_id, PairCard.partnership_id == partnership_id)
    return session().scalars(found).one()


def of_partnership(actor: Actor, partnership_id: UUID) -> Sequence[PairCard]:
    """All cards of one pair, the newest first, with people and the roles they were made for."""
    found = _mine(actor).where(PairCard.partnership_id == partnership_id)
    order = (PairCard.created_at.desc(), PairCard.id)
    return session().scalars(found.order_by(*order).limit(MOST)).all()


def waiting_for(actor: Actor, at: datetime) -> list[PairCard]:
    """Proposals that wait for this person's yes or no, oldest first."""
    found = _mine(actor).where(
        PairCard.proposed_by_id != actor.user_id,
        PairCard.agreed_at.is_(None),
        PairCard.ended_at.is_(None),
        PairCard.expires_at > at,
        Partnership.status == PartnershipStatus.FORMED,
    )
    return list(session().scalars(found.order_by(PairCard.created_at, PairCard.id)))


def open_count(partnership_id: UUID, at: datetime) -> int:
    """Cards that work or wait for an answer."""
    found = sa.select(sa.func.count(PairCard.id)).where(
        PairCard.partnership_id == partnership_id,
        PairCard.ended_at.is_(None),
        PairCard.expires_at > at,
    )
    return session().scalar(found) or 0


def behind(token: str, at: datetime) -> PairCard | None:
    """What a reader of the link may see now: agreed to by both, not ended, of a pair that is one.

    One question and one answer: why there is nothing stays with the pair.
    """
    found = (
        sa.select(PairCard)
        .join(PairCard.partnership)
        .options(contains_eager(PairCard.partnership))
        .where(
            PairCard.token_hash == digest(token),
            PairCard.agreed_at.is_not(None),
            PairCard.ended_at.is_(None),
            PairCard.expires_at > at,
            Partnership.status == PartnershipStatus.FORMED,
        )
    )
    return session().scalars(found).one_or_none()


def locked(card: PairCard) -> PairCard:
    """The same row as it stands now, kept from others until the transaction ends."""
    found = (
        sa.select(PairCard)
        .where(PairCard.id == card.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return session().scalars(found).one()


def open_of_partnership(partnership_id: UUID) -> list[PairCard]:
    """Everything not ended yet, locked, in a fixed order."""
    found = (
        sa.select(PairCard)
        .where(PairCard.partnership_id == partnership_id, PairCard.ended_at.is_(None))
        .order_by(PairCard.id)
        .with_for_update()
    )
    return list(session().scalars(found))


def card(card_id: UUID) -> PairCard:
    """For letters, which act for nobody: with both people and their addresses."""
    addresses = (
        contains_eager(PairCard.partnership)
        .joinedload(Partnership.first)
        .selectinload(User.addresses),
        contains_eager(PairCard.partnership)
        .joinedload(Partnership.second)
        .selectinload(User.addresses),
    )
    found = sa.select(PairCard).join(PairCard.partnership).where(PairCard.id == card_id)
    return session().scalars(found.options(*addresses)).one()


def _mine(actor: Actor) -> sa.Select[PairCard]:
    return (
        sa.select(PairCard)
        .join(PairCard.partnership)
        .where(
            sa.or_(Partnership.first_id == actor.user_id, Partnership.second_id == actor.user_id)
        )
        .options(
            contains_eager(PairCard.partnership).options(*_PEOPLE),
            joinedload(PairCard.application)
            .joinedload(Application.role)
            .joinedload(Role.organisation),
        )
    )


def kept_answers(partnership_id: UUID) -> dict[str, str]:
    """The answers to an employer's doubts that the pair keeps as its template."""
    row = template_of(partnership_id, SectionKind.RISKS)
    return dict(row.content["text"].get("answers", {})) if row else {}
