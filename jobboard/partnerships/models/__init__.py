from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.accounts.models import User
from jobboard.core.db import JsonDict, Model, Str40, Str80, Str120, Str200, Str320, Text, Versioned
from jobboard.core.privacy import classes
from jobboard.core.tokens import HasToken
from jobboard.partnerships.domain import (
    LIFECYCLE,
    LIVE,
    Acceptance,
    PartnershipStatus,
    RecordKind,
    Terms,
    Who,
)
from jobboard.partnerships.models.blocks import Block
from jobboard.partnerships.models.breaks import PartnershipBreak
from jobboard.partnerships.record import EntryFields, Span, months_as_pair
from jobboard.planning.share_types import ShareType

__all__ = [
    "Block",
    "Partnership",
    "PartnershipBreak",
    "PartnershipInvitation",
    "TrackRecordEntry",
    "two_ids",
]


def two_ids(first_id: UUID, second_id: UUID) -> str:
    """The same text for the same two people, whoever invited."""
    return ":".join(sorted((first_id.hex, second_id.hex)))


def _two_ids(context: DefaultExecutionContext) -> str:
    columns: dict[str, UUID] = context.get_current_parameters()  # type: ignore[no-untyped-call]
    return two_ids(columns["first_id"], columns["second_id"])


_IS_LIVE = sa.text(f"status IN ({', '.join(sorted(repr(state.value) for state in LIVE))})")


class Partnership(Versioned, Model):
    """Two people. `first` invited and is A (square), `second` accepted and is B (circle)."""

    __tablename__ = "partnerships"
    __table_args__ = (
        sa.CheckConstraint("first_id <> second_id", name="two_people"),
        sa.Index(
            "uq_partnerships_two_live",
            "two",
            unique=True,
            sqlite_where=_IS_LIVE,
            postgresql_where=_IS_LIVE,
        ),
    )
    __privacy__ = classes(
        pair="name proposition share_type acceptance",
        technical="id first_id second_id two status first_confirmed_at second_confirmed_at"
        " formed_at parted_at created_at proposition_number proposition_by_id proposition_at"
        " lock_version",
    )

    first_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"), index=True)
    second_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"), index=True)
    two: Mapped[Str80] = mapped_column(default=_two_ids)
    """Both ids in one order: a live partnership of the same two exists once."""
    status: Mapped[PartnershipStatus] = mapped_column(default=LIFECYCLE.start)
    name: Mapped[Str200]
    first_confirmed_at: Mapped[datetime | None]
    second_confirmed_at: Mapped[datetime | None]
    formed_at: Mapped[datetime | None]
    parted_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    share_type: Mapped[ShareType] = mapped_column(default=ShareType.HYBRID)
    acceptance: Mapped[Acceptance] = mapped_column(default=Acceptance.TOGETHER_ONLY)
    proposition: Mapped[Text] = mapped_column(default="")
    """The shared template; a new application starts from it."""
    proposition_number: Mapped[int] = mapped_column(default=0)
    proposition_by_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL")
    )
    proposition_at: Mapped[datetime | None]

    first: Mapped[User] = relationship(foreign_keys=[first_id])
    second: Mapped[User] = relationship(foreign_keys=[second_id])
    track_record: Mapped[list[TrackRecordEntry]] = relationship(
        back_populates="partnership",
        order_by="TrackRecordEntry.started_on.desc(), TrackRecordEntry.id",
        cascade="all, delete-orphan",
    )

    def includes(self, user_id: UUID | None) -> bool:
        return user_id is not None and user_id in (self.first_id, self.second_id)

    def side_of(self, user_id: UUID | None) -> Who | None:
        """A for the first partner, B for the second, None for anybody else."""
        return {self.first_id: Who.A, self.second_id: Who.B}.get(user_id) if user_id else None

    def partner_of(self, user_id: UUID | None) -> User:
        return self.second if user_id == self.first_id else self.first

    def confirm(self, user_id: UUID | None, at: datetime) -> None:
        """One of the two says yes; the other's yes stays as it is."""
        if user_id == self.first_id:
            self.first_confirmed_at = at
        elif user_id == self.second_id:
            self.second_confirmed_at = at

    @property
    def is_confirmed_by_both(self) -> bool:
        return self.first_confirmed_at is not None and self.second_confirmed_at is not None

    def has_confirmed(self, user_id: UUID | None) -> bool:
        at = self.first_confirmed_at if user_id == self.first_id else self.second_confirmed_at
        return self.includes(user_id) and at is not None

    @property
    def people(self) -> tuple[User, User]:
        return (self.first, self.second)

    def months_as_pair(self, today: date) -> int:
        """Months the two have shared a role, from the track record (load it before)."""
        spans: list[Span] = [
            (entry.started_on, entry.ended_on)
            for entry in self.track_record
            if entry.kind is RecordKind.AS_PAIR
        ]
        return months_as_pair(spans, today)

    @property
    def terms(self) -> Terms:
        return Terms(self.name, self.share_type, self.acceptance)

    @property
    def is_formed(self) -> bool:
        return self.status is PartnershipStatus.FORMED

    @property
    def is_paused(self) -> bool:
        return self.status is PartnershipStatus.PAUSED

    @property
    def is_live(self) -> bool:
        return self.status in LIVE

    def advance(self, move: str) -> None:
        self.status = LIFECYCLE.after(move, self.status)


class PartnershipInvitation(HasToken, Model):
    """One person asks another by mail. The page never says whether the address is known."""

    __tablename__ = "partnership_invitations"
    __privacy__ = classes(
        private="address message",
        secret="nonce token_hash",
        technical="id inviter_id partnership_id created_at accepted_at declined_at cancelled_at"
        " expires_at",
    )
    token_purpose = "join-partnership"

    inviter_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("users.id", ondelete="CASCADE"), index=True
    )
    address: Mapped[Str320] = mapped_column(index=True)
    message: Mapped[Text] = mapped_column(default="")
    partnership_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("partnerships.id", ondelete="SET NULL")
    )
    created_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    declined_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]

    inviter: Mapped[User] = relationship()

    @property
    def is_answered(self) -> bool:
        """Accepted, declined or taken back: nothing can follow."""
        return bool(self.accepted_at or self.declined_at or self.cancelled_at)

    def is_open(self, at: datetime) -> bool:
        return not self.is_answered and not self.has_expired(at)


class PartnershipTemplate(Model):
    """What a pair keeps of one application for the next, by kind of section. What `content` means
    is known to whoever wrote it; here it is plain JSON."""

    __tablename__ = "partnership_templates"
    __table_args__ = (sa.UniqueConstraint("partnership_id", "kind"),)
    __privacy__ = classes(pair="content", technical="id partnership_id kind saved_by_id saved_at")

    partnership_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("partnerships.id", ondelete="CASCADE")
    )
    kind: Mapped[Str40]
    content: Mapped[JsonDict]
    saved_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"))
    saved_at: Mapped[datetime]

    partnership: Mapped[Partnership] = relationship()
    saved_by: Mapped[User | None] = relationship()


class TrackRecordEntry(Versioned, Model):
    """One line of the joint track record; `ended_on` None means it goes on. Days are the first."""

    __tablename__ = "track_record_entries"
    __table_args__ = (
        sa.CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name="dates_in_order"),
    )
    __privacy__ = classes(
        pair="kind who organisation role started_on ended_on outcome measure",
        technical="id partnership_id written_by_id created_at lock_version",
    )

    partnership_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("partnerships.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[RecordKind]
    who: Mapped[Who]
    organisation: Mapped[Str200]
    role: Mapped[Str200]
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    outcome: Mapped[Text]
    measure: Mapped[Str120] = mapped_column(default="")
    written_by_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL")
    )
    created_at: Mapped[datetime]

    partnership: Mapped[Partnership] = relationship(back_populates="track_record")

    @property
    def fields(self) -> EntryFields:
        return EntryFields(**{name: getattr(self, name) for name in EntryFields.__slots__})
