from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.accounts.models import User
from jobboard.applications.models import Application
from jobboard.cards.domain import LIVES, CardState
from jobboard.core.db import Bytes, Model, Str80, Str120, Versioned
from jobboard.core.privacy import classes
from jobboard.core.tokens import HasToken
from jobboard.partnerships.models import Partnership


class PairCard(HasToken, Versioned, Model):
    """What both agreed to show, frozen at the proposal: a newer text takes a new card.

    `expires_at` is first the end of the proposal and, once both agreed, the end of the link. The
    link exists from the proposal on and opens nothing before the second yes.
    """

    __tablename__ = "pair_cards"
    __table_args__ = (
        sa.CheckConstraint(
            "agreed_by_id IS NULL OR agreed_by_id <> proposed_by_id", name="two_people"
        ),
        sa.CheckConstraint(
            "(agreed_at IS NULL) = (agreed_by_id IS NULL)", name="agreed_by_somebody"
        ),
        sa.CheckConstraint(f"days IN ({', '.join(map(str, LIVES))})", name="days_offered"),
    )
    __privacy__ = classes(
        pair="label payload",
        secret="nonce token_hash",
        technical="id partnership_id application_id proposed_by_id agreed_by_id days content_hash"
        " created_at agreed_at ended_at ended_by_id opened_count opened_on expires_at lock_version",
    )
    token_purpose = "pair-card"

    partnership_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("partnerships.id", ondelete="CASCADE"), index=True
    )
    application_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("applications.id", ondelete="SET NULL")
    )
    """Whose text it was made from; None: the partnership's own."""
    proposed_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    agreed_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id"))
    label: Mapped[Str120]
    """For the two alone: whom it is for."""
    days: Mapped[int]
    payload: Mapped[Bytes]
    """Canonical JSON (composing.py)."""
    content_hash: Mapped[Str80]
    created_at: Mapped[datetime]
    agreed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id"))
    opened_count: Mapped[int] = mapped_column(default=0)
    opened_on: Mapped[date | None]
    """A day, not an instant, and nothing about whoever opened it."""

    partnership: Mapped[Partnership] = relationship()
    application: Mapped[Application | None] = relationship()
    proposed_by: Mapped[User] = relationship(foreign_keys=[proposed_by_id])

    def state_at(self, at: datetime) -> CardState:
        if self.ended_at is not None:
            return self._how_it_ended()
        if self.has_expired(at):
            return CardState.EXPIRED if self.agreed_at else CardState.LAPSED
        if not self.partnership.is_formed:
            return CardState.RESTING if self.partnership.is_paused else CardState.PARTED
        return CardState.LIVE if self.agreed_at else CardState.PROPOSED

    def _how_it_ended(self) -> CardState:
        if self.ended_by_id is None:
            return CardState.PARTED
        if self.agreed_at is not None:
            return CardState.REVOKED
        is_own = self.ended_by_id == self.proposed_by_id
        return CardState.TAKEN_BACK if is_own else CardState.DECLINED

    def is_live(self, at: datetime) -> bool:
        return self.state_at(at) is CardState.LIVE

    def is_open(self, at: datetime) -> bool:
        """Works, waits or rests: may still be ended."""
        return self.state_at(at) in (CardState.LIVE, CardState.PROPOSED, CardState.RESTING)

    def waits_for(self, user_id: UUID | None, at: datetime) -> bool:
        """Whether the next word is this person's."""
        is_asked = self.partnership.includes(user_id) and user_id != self.proposed_by_id
        return is_asked and self.state_at(at) is CardState.PROPOSED
