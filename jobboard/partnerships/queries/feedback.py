from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.core.tokens import digest
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.models.feedback import FeedbackAnswer, FeedbackAsk
from jobboard.partnerships.queries import one_of_member


def asks(pair: Partnership, at: datetime) -> Sequence[FeedbackAsk]:
    """Asked and not taken back, while the link lives. Answered or not looks the same on purpose."""
    found = sa.select(FeedbackAsk).where(
        FeedbackAsk.partnership_id == pair.id,
        FeedbackAsk.cancelled_at.is_(None),
        FeedbackAsk.expires_at > at,
    )
    return session().scalars(found.order_by(FeedbackAsk.created_at.desc(), FeedbackAsk.id)).all()


def answers(pair: Partnership) -> Sequence[FeedbackAnswer]:
    """Newest day first; within a day in no order that tells who was first."""
    found = sa.select(FeedbackAnswer).where(FeedbackAnswer.partnership_id == pair.id)
    order = (FeedbackAnswer.given_on.desc(), FeedbackAnswer.id)
    return session().scalars(found.order_by(*order).limit(50)).all()


def ask_of_member(actor: Actor, partnership_id: UUID, ask_id: UUID) -> FeedbackAsk:
    """Raises NoResultFound for everybody but the two."""
    pair = one_of_member(actor, partnership_id)
    found = sa.select(FeedbackAsk).where(
        FeedbackAsk.id == ask_id, FeedbackAsk.partnership_id == pair.id
    )
    return session().scalars(found).one()


def ask(ask_id: UUID) -> FeedbackAsk:
    found = sa.select(FeedbackAsk).where(FeedbackAsk.id == ask_id)
    return session().scalars(found).one()


def ask_behind(token: str) -> FeedbackAsk | None:
    found = sa.select(FeedbackAsk).where(FeedbackAsk.token_hash == digest(token))
    return session().scalars(found).one_or_none()


def locked_ask(row: FeedbackAsk) -> FeedbackAsk:
    found = sa.select(FeedbackAsk).where(FeedbackAsk.id == row.id)
    return session().scalars(
        found.with_for_update().execution_options(populate_existing=True)
    ).one()  # fmt: skip


def same_ask(pair: Partnership, address: str, at: datetime) -> FeedbackAsk | None:
    return next((row for row in asks(pair, at) if row.address == address), None)
