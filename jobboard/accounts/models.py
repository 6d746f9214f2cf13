from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.accounts.domain import Purpose
from jobboard.core.db import Model, Str80, Str200, Str320
from jobboard.core.privacy import classes
from jobboard.core.text import initials
from jobboard.core.tokens import HasToken


class User(Model):
    """One person. Whether they hire or share is a matter of what they belong to, not of a kind."""

    __tablename__ = "users"
    __privacy__ = classes(
        personal="name",
        secret="password_hash",
        technical="id purpose is_staff is_demo created_at confirmed_at erased_at",
    )

    name: Mapped[Str200]
    password_hash: Mapped[Str200]
    purpose: Mapped[Purpose] = mapped_column(default=Purpose.SHARE)
    is_staff: Mapped[bool] = mapped_column(default=False)
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]

    addresses: Mapped[list[EmailAddress]] = relationship(
        back_populates="user", order_by="EmailAddress.created_at", cascade="all, delete-orphan"
    )

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]

    @property
    def initials(self) -> str:
        return initials(self.name)

    @property
    def address(self) -> str | None:
        """Where mail goes: the primary verified address, else nothing."""
        verified = [a for a in self.addresses if a.verified_at is not None]
        primary = [a for a in verified if a.is_primary] or verified
        return primary[0].address if primary else None

    def owns(self, address: str) -> bool:
        """True for each verified address of this person; compare case-folded ones."""
        return any(a.address == address and a.verified_at is not None for a in self.addresses)


class EmailAddress(HasToken, Model):
    """Case-folded and unique over everybody. The link in the mail verifies it."""

    __tablename__ = "email_addresses"
    __privacy__ = classes(
        private="address",
        secret="nonce token_hash",
        technical="id user_id is_primary verified_at created_at expires_at",
    )
    token_purpose = "confirm-address"

    user_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"), index=True)
    address: Mapped[Str320] = mapped_column(unique=True)
    is_primary: Mapped[bool] = mapped_column(default=True)
    verified_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    user: Mapped[User] = relationship(back_populates="addresses")


class UserSession(Model):
    """A signed-in browser. Signing out ends the row, so a copied cookie is worth nothing."""

    __tablename__ = "user_sessions"
    __privacy__ = classes(
        private="agent network",
        secret="token_hash",
        technical="id user_id created_at seen_at authenticated_at ended_at",
    )

    user_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[Str80] = mapped_column(unique=True)
    agent: Mapped[Str200]
    network: Mapped[Str80]
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    authenticated_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    user: Mapped[User] = relationship()


class PasswordReset(HasToken, Model):
    __tablename__ = "password_resets"
    __privacy__ = classes(
        secret="nonce token_hash", technical="id user_id created_at used_at expires_at"
    )
    token_purpose = "reset-password"

    user_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    user: Mapped[User] = relationship()
