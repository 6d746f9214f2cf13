"""The verbs of a card: propose, agree, end. Two people consent; either one ends it at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import sqlalchemy as sa

from jobboard.applications.signing import digest
from jobboard.cards import queries
from jobboard.cards.domain import (
    LIVES,
    MAX_LABEL,
    MAX_OPEN,
    PROPOSAL_LIFE,
    CardState,
    NotAPairYetError,
    OtherContentError,
    SettledCardError,
    TooManyCardsError,
)
from jobboard.cards.models import PairCard
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.errors import UserError
from jobboard.core.mail import post
from jobboard.core.policy import Actor, require
from jobboard.partnerships import queries as partnerships
from jobboard.partnerships.models import Partnership


@dataclass(frozen=True, slots=True)
class Draft:
    """What one partner proposes. `payload` is frozen from here on."""

    label: str
    days: int
    payload: bytes
    application_id: UUID | None = None


def propose(actor: Actor, partnership: Partnership, draft: Draft, at: datetime) -> PairCard:
    """Ask the partner to show this. Nobody else can open it before they agree.

    Raises NotAPairYetError, TooManyCardsError, UserError at the label or the days.
    """
    with transaction():
        require(actor, "card.propose", partnership)
        partnership = partnerships.locked(partnership)
        _check(partnership, draft, at)
        assert actor.user_id is not None
        card = PairCard(
            id=uuid4(),
            partnership_id=partnership.id,
            partnership=partnership,
            proposed_by_id=actor.user_id,
            label=draft.label,
            days=draft.days,
            payload=draft.payload,
            content_hash=digest(draft.payload),
            application_id=draft.application_id,
            created_at=at,
        )
        card.arm(at + PROPOSAL_LIFE)
        session().add(card)
        session().flush()
        record(actor, "card.proposed", card, days=draft.days)
        _tell(card, actor, "cards.proposed")
    return card


def _check(partnership: Partnership, draft: Draft, at: datetime) -> None:
    if not partnership.is_formed:
        raise NotAPairYetError
    if not draft.label or len(draft.label) > MAX_LABEL:
        raise UserError(f"Say whom it is for, in at most {MAX_LABEL} characters.", field="label")
    if draft.days not in LIVES:
        raise UserError("Choose one of the times offered.", field="days")
    if queries.open_count(partnership.id, at) >= MAX_OPEN:
        raise TooManyCardsError


def agree(actor: Actor, card: PairCard, seen_hash: str, at: datetime) -> None:
    """The other partner's own yes to exactly these bytes: from now on the link works.

    Saying it twice changes nothing. Raises OtherContentError, SettledCardError.
    """
    with transaction():
        require(actor, "card.agree", card)
        partnerships.locked(card.partnership)
        card = queries.locked(card)
        if card.agreed_by_id == actor.user_id and card.is_live(at):
            return
        if seen_hash != card.content_hash:
            raise OtherContentError
        if card.state_at(at) is not CardState.PROPOSED:
            raise SettledCardError
        card.agreed_at, card.agreed_by_id = at, actor.user_id
        card.arm(at + timedelta(days=card.days))
        record(actor, "card.agreed", card, days=card.days)
        _tell(card, actor, "cards.agreed")


def end(actor: Actor, card: PairCard, at: datetime) -> None:
    """Revoke, take back or decline: the link is dead from this moment. Ending twice changes
    nothing; what ran out by itself stays as it is."""
    with transaction():
        require(actor, "card.end", card)
        card = queries.locked(card)
        if not card.is_open(at):
            return
        card.ended_at, card.ended_by_id = at, actor.user_id
        record(actor, "card.ended", card)
        _tell(card, actor, "cards.ended")


def end_all(partnership_id: UUID, at: datetime) -> None:
    """The pair is to part: every card ends, for good. Both know why, so no mail."""
    with transaction():
        for card in queries.open_of_partnership(partnership_id):
            card.ended_at = at
            record(Actor(), "card.ended", card)


def count_opening(card: PairCard, on: date) -> None:
    """One more reading. In one statement, so that two at once are two; leaves no trail."""
    with transaction() as current:
        counted = (
            sa.update(PairCard)
            .where(PairCard.id == card.id)
            .values(opened_count=PairCard.opened_count + 1, opened_on=on)
            .execution_options(synchronize_session=False)
        )
        current.execute(counted)


def _tell(card: PairCard, actor: Actor, kind: str) -> None:
    other = queries.card(card.id).partnership.partner_of(actor.user_id)
    if other.address:
        post(
            kind,
            other.address,
            decision=f"{kind}:{card.id}",
            person_id=other.id,
            card_id=str(card.id),
        )
