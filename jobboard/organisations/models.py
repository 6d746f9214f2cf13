from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.accounts.models import User
from jobboard.core.db import Bytes, Model, Str80, Str120, Str200, Str320, Text, Versioned
from jobboard.core.privacy import classes
from jobboard.core.tokens import HasToken
from jobboard.organisations.domain import MemberKind
from jobboard.organisations.ties import TieKind

_IS_FAMILY = sa.text("kind = 'family' AND confirmed_at IS NOT NULL")


class Organisation(Versioned, Model):
    """An employer. One that came with imported adverts is unclaimed: it has no members yet."""

    __tablename__ = "organisations"
    __privacy__ = classes(
        public="name slug about website promise logo_digest is_agency",
        technical="id imported_key created_at lock_version",
    )

    name: Mapped[Str200]
    slug: Mapped[Str120] = mapped_column(unique=True)
    about: Mapped[Text] = mapped_column(default="")
    website: Mapped[Str200] = mapped_column(default="")
    promise: Mapped[Text] = mapped_column(default="")
    """What it says about flexible working, on its public page."""
    logo_digest: Mapped[Str80] = mapped_column(default="")
    """Part of the address of its logo; empty without one."""
    is_agency: Mapped[bool] = mapped_column(default=False)
    """Whether it recruits for other organisations that confirmed it."""
    imported_key: Mapped[str | None] = mapped_column(sa.String(200), unique=True)
    created_at: Mapped[datetime]

    memberships: Mapped[list[Membership]] = relationship(
        back_populates="organisation",
        order_by="Membership.created_at",
        cascade="all, delete-orphan",
    )

    parent_tie: Mapped[OrganisationTie | None] = relationship(
        primaryjoin=lambda: sa.and_(
            Organisation.id == OrganisationTie.second_id,
            OrganisationTie.kind == TieKind.FAMILY,
            OrganisationTie.confirmed_at.is_not(None),
        ),
        viewonly=True,
    )

    def member_kind(self, user_id: UUID | None) -> MemberKind | None:
        kinds = [m.kind for m in self.memberships if m.user_id == user_id]
        return kinds[0] if kinds else None

    def has_member(self, user_id: UUID | None) -> bool:
        return self.member_kind(user_id) is not None

    def has_owner(self, user_id: UUID | None) -> bool:
        return self.member_kind(user_id) is MemberKind.OWNER

    def standing_of(self, user_id: UUID | None) -> MemberKind | None:
        """What somebody may do with the organisation itself: an owner of a parent stands as an
        owner here. In its roles and applications only members count (`member_kind`)."""
        own = self.member_kind(user_id)
        if own is MemberKind.OWNER or self.parent is None:
            return own
        is_above = self.parent.standing_of(user_id) is MemberKind.OWNER
        return MemberKind.OWNER if is_above else own

    @property
    def parent(self) -> Organisation | None:
        return self.parent_tie.first if self.parent_tie else None

    @property
    def is_unclaimed(self) -> bool:
        return self.imported_key is not None and not self.memberships


class Membership(Model):
    __tablename__ = "memberships"
    __table_args__ = (sa.UniqueConstraint("organisation_id", "user_id"),)
    __privacy__ = classes(organisation="kind", technical="id organisation_id user_id created_at")

    organisation_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("organisations.id", ondelete="CASCADE")
    )
    user_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"), index=True)
    kind: Mapped[MemberKind]
    created_at: Mapped[datetime]

    organisation: Mapped[Organisation] = relationship(back_populates="memberships")
    user: Mapped[User] = relationship()


class OrganisationInvitation(HasToken, Model):
    """A colleague is asked in by mail; only who owns the invited address may accept."""

    __tablename__ = "organisation_invitations"
    __privacy__ = classes(
        private="address",
        organisation="kind",
        secret="nonce token_hash",
        technical="id organisation_id invited_by_id created_at accepted_at accepted_by_id"
        " cancelled_at expires_at",
    )
    token_purpose = "join-organisation"

    organisation_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("organisations.id", ondelete="CASCADE"), index=True
    )
    invited_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"))
    address: Mapped[Str320]
    kind: Mapped[MemberKind]
    created_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    accepted_by_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL")
    )
    cancelled_at: Mapped[datetime | None]

    organisation: Mapped[Organisation] = relationship()
    invited_by: Mapped[User] = relationship(foreign_keys=[invited_by_id])

    def is_open(self, at: datetime) -> bool:
        spent = self.accepted_at is not None or self.cancelled_at is not None
        return not spent and not self.has_expired(at)


class OrganisationLogo(Model):
    """Apart from the organisation, so that nobody loads it by the way."""

    __tablename__ = "organisation_logos"
    __privacy__ = classes(public="png width height", technical="id organisation_id set_at")

    organisation_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("organisations.id", ondelete="CASCADE"), unique=True
    )
    png: Mapped[Bytes]
    width: Mapped[int]
    height: Mapped[int]
    set_at: Mapped[datetime]


class OrganisationDomain(HasToken, Model):
    """An e-mail domain: asked, and confirmed by whoever reads mail at an address there."""

    __tablename__ = "organisation_domains"
    __table_args__ = (sa.UniqueConstraint("organisation_id", "domain"),)
    __privacy__ = classes(
        public="domain",
        private="address",
        secret="nonce token_hash",
        technical="id organisation_id asked_by_id asked_at verified_at expires_at",
    )
    token_purpose = "confirm-domain"

    organisation_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("organisations.id", ondelete="CASCADE")
    )
    domain: Mapped[Str320]
    address: Mapped[Str320]
    asked_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"))
    asked_at: Mapped[datetime]
    verified_at: Mapped[datetime | None]

    organisation: Mapped[Organisation] = relationship()


class OrganisationTie(Model):
    """Two organisations belong together, once both have said so; until then one has asked."""

    __tablename__ = "organisation_ties"
    __table_args__ = (
        sa.UniqueConstraint("kind", "first_id", "second_id"),
        sa.CheckConstraint("first_id <> second_id", name="two"),
        sa.Index(
            "uq_organisation_ties_one_parent",
            "second_id",
            unique=True,
            sqlite_where=_IS_FAMILY,
            postgresql_where=_IS_FAMILY,
        ),
    )
    __privacy__ = classes(
        organisation="kind asked_by_first",
        technical="id first_id second_id asked_by_id asked_at confirmed_by_id confirmed_at",
    )

    kind: Mapped[TieKind]
    first_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("organisations.id", ondelete="CASCADE"), index=True
    )
    second_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("organisations.id", ondelete="CASCADE"), index=True
    )
    asked_by_first: Mapped[bool]
    asked_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"))
    asked_at: Mapped[datetime]
    confirmed_by_id: Mapped[UUID | None] = mapped_column(
        sa.ForeignKey("users.id", ondelete="SET NULL")
    )
    confirmed_at: Mapped[datetime | None]

    first: Mapped[Organisation] = relationship(foreign_keys=[first_id])
    second: Mapped[Organisation] = relationship(foreign_keys=[second_id])

    def other_than(self, organisation: Organisation) -> Organisation:
        return self.second if organisation.id == self.first_id else self.first

    def waits_for(self, organisation: Organisation) -> bool:
        """Whether this side has been asked and has not answered."""
        asked_id = self.second_id if self.asked_by_first else self.first_id
        return self.confirmed_at is None and organisation.id == asked_id
