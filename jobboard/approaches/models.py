from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.applications import signing
from jobboard.approaches.domain import LIFECYCLE, LIVE, ApproachState
from jobboard.core.db import Bytes, Model, Str80, Text, Versioned
from jobboard.core.privacy import classes
from jobboard.organisations.models import Organisation
from jobboard.partnerships.models import Partnership
from jobboard.roles.models import Role

_IS_LIVE = sa.text(f"status IN ({', '.join(sorted(repr(state.value) for state in LIVE))})")


class Approach(Versioned, Model):
    """One pair, one employer, one text that both sign. What was sent is frozen in `payload`."""

    __tablename__ = "approaches"
    __table_args__ = (
        sa.CheckConstraint("(payload IS NULL) = (sent_at IS NULL)", name="sent_is_frozen"),
        sa.Index(
            "uq_approaches_one_live",
            "partnership_id",
            "organisation_id",
            unique=True,
            sqlite_where=_IS_LIVE,
            postgresql_where=_IS_LIVE,
        ),
    )
    __privacy__ = classes(
        pair="proposition why week payload",
        organisation="answer",
        technical="id partnership_id organisation_id role_id started_by_id status number created_at"
        " updated_at sent_at read_at settled_at settled_by_id invited_to_id lock_version",
    )

    partnership_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("partnerships.id", ondelete="CASCADE"), index=True
    )
    organisation_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("organisations.id", ondelete="CASCADE"), index=True
    )
    role_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("roles.id", ondelete="SET NULL"))
    """The advert that says nothing about sharing and made them write."""
    started_by_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL")
    )
    status: Mapped[ApproachState] = mapped_column(default=LIFECYCLE.start)
    number: Mapped[int] = mapped_column(default=1)
    """Of the text; grows with every save that changes it."""
    proposition: Mapped[Text] = mapped_column(default="")
    why: Mapped[Text] = mapped_column(default="")
    week: Mapped[Str80]
    """A split plan (planning/split_plan.py)."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    payload: Mapped[Bytes | None]
    sent_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL")
    )
    invited_to_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("roles.id", ondelete="SET NULL")
    )
    answer: Mapped[Text] = mapped_column(default="")

    partnership: Mapped[Partnership] = relationship()
    organisation: Mapped[Organisation] = relationship()
    role: Mapped[Role | None] = relationship(foreign_keys=[role_id])
    invited_to: Mapped[Role | None] = relationship(foreign_keys=[invited_to_id])
    signatures: Mapped[list[ApproachSignature]] = relationship(
        cascade="all, delete-orphan", order_by="ApproachSignature.signed_at"
    )

    @property
    def is_draft(self) -> bool:
        return self.status is ApproachState.DRAFTED

    @property
    def is_live(self) -> bool:
        return self.status in LIVE

    def allows(self, move: str) -> bool:
        return LIFECYCLE.allows(move, self.status)

    def advance(self, move: str) -> None:
        """Raises IllegalMoveError."""
        self.status = LIFECYCLE.after(move, self.status)

    def frozen(self) -> bytes:
        """What both sign: canonical JSON (applications/signing.py) of the text, the two and whom
        they write to."""
        return signing.canonical(
            {
                "format": 1,
                "partnership": {
                    "id": str(self.partnership_id),
                    "people": [person.name for person in self.partnership.people],
                },
                "organisation": {"id": str(self.organisation_id), "name": self.organisation.name},
                "role": {"id": str(self.role.id), "title": self.role.title} if self.role else None,
                "proposition": self.proposition,
                "why": self.why,
                "week": self.week,
            }
        )

    @property
    def content_hash(self) -> str:
        return signing.digest(self.frozen())

    def has_signed(self, user_id: UUID | None) -> bool:
        """Under the text as it is now."""
        mark = self.content_hash
        return any(one.user_id == user_id and one.content_hash == mark for one in self.signatures)


class ApproachSignature(Model):
    __tablename__ = "approach_signatures"
    __table_args__ = (sa.UniqueConstraint("approach_id", "user_id"),)
    __privacy__ = classes(technical="id approach_id user_id content_hash number signed_at")

    approach_id: Mapped[UUID] = mapped_column(sa.ForeignKey("approaches.id", ondelete="CASCADE"))
    user_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    content_hash: Mapped[Str80]
    number: Mapped[int]
    signed_at: Mapped[datetime]
