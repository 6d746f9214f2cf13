"""One look at what several features know, so that a home page asks for details only where there are
some."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from jobboard.approaches.queries import signed_drafts
from jobboard.cards.models import PairCard
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.partnerships.models import Partnership


def what_waits(actor: Actor, at: datetime) -> tuple[bool, bool]:
    """Whether a card may wait for this person's yes, and whether an approach may for a signature.
    Never no where one does."""
    card = sa.exists().where(
        PairCard.proposed_by_id != actor.user_id,
        PairCard.agreed_at.is_(None),
        PairCard.ended_at.is_(None),
        PairCard.expires_at > at,
        PairCard.partnership_id.in_(_pairs(actor)),
    )
    approach = sa.exists().where(signed_drafts(actor))
    row = session().execute(sa.select(card, approach)).one()
    return bool(row[0]), bool(row[1])


def _pairs(actor: Actor) -> sa.Select[UUID]:
    is_one = sa.or_(Partnership.first_id == actor.user_id, Partnership.second_id == actor.user_id)
    return sa.select(Partnership.id).where(is_one)
