from __future__ import annotations

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.accounts.models import User
from jobboard.core.db import JsonDict, JsonList, Model, Str40, Str80, Text
from jobboard.core.privacy import classes
from jobboard.organisations.models import Organisation


class RoleWords(Model):
    """What somebody wrote about a change of state: why a role was cancelled, what to change in it.

    In a row of its own, for the trail holds codes only (decisions.md 17). `kind` is the move.
    """

    __tablename__ = "role_words"
    __privacy__ = classes(
        organisation="words reason", technical="id role_id kind author_id written_at"
    )

    role_id: Mapped[UUID] = mapped_column(sa.ForeignKey("roles.id", ondelete="CASCADE"), index=True)
    kind: Mapped[Str40]
    reason: Mapped[Str40] = mapped_column(default="")
    """A CancelReason, where the move asks for one."""
    words: Mapped[Text] = mapped_column(default="")
    author_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"))
    written_at: Mapped[datetime]


class RoleRevision(Model):
    """A change, after publication, of what pairs had relied on. `changes` holds [label, before,
    after] in words, as the advert's readers saw both."""

    __tablename__ = "role_revisions"
    __table_args__ = (sa.UniqueConstraint("role_id", "version"),)
    __privacy__ = classes(public="changes", technical="id role_id version changed_at")

    role_id: Mapped[UUID] = mapped_column(sa.ForeignKey("roles.id", ondelete="CASCADE"))
    version: Mapped[int]
    """The version of the role that this change made."""
    changes: Mapped[JsonList]
    changed_at: Mapped[datetime]


class RoleTemplate(Model):
    """A role's content, kept by an organisation to start others from. Without dates."""

    __tablename__ = "role_templates"
    __table_args__ = (sa.UniqueConstraint("organisation_id", "name"),)
    __privacy__ = classes(
        organisation="name content", technical="id organisation_id saved_by_id saved_at"
    )

    organisation_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("organisations.id", ondelete="CASCADE")
    )
    name: Mapped[Str80]
    content: Mapped[JsonDict]
    saved_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id", ondelete="SET NULL"))
    saved_at: Mapped[datetime]

    organisation: Mapped[Organisation] = relationship()
    saved_by: Mapped[User | None] = relationship()
