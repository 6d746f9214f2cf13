from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from jobboard.accounts.models import User
from jobboard.applications.domain import EDITABLE, LIFECYCLE, LIVE, SectionKind, Status
from jobboard.core.db import Bytes, JsonDict, Model, Str80, Str200, Versioned
from jobboard.core.privacy import classes
from jobboard.partnerships.domain import Acceptance
from jobboard.partnerships.models import Partnership
from jobboard.planning.share_types import ShareType
from jobboard.roles.models import Role

_LIVE_ONLY = sa.text("is_live")
_CURRENT_ONLY = sa.text("cleared_at IS NULL")


class Application(Versioned, Model):
    """One pair, one role, one text. Ends here as submitted or withdrawn; hiring goes on from it."""

    __tablename__ = "applications"
    __table_args__ = (sa.Index("ix_applications_role_status", "role_id", "status"),)
    __privacy__ = classes(
        pair="share_type acceptance",
        technical="id role_id partnership_id started_by_id status version created_at updated_at"
        " submitted_at visible_from withdrawn_at withdrawn_by_id content_hash lock_version"
        " acceptance_settled_at left_by_id continues_id sign_by",
    )

    role_id: Mapped[UUID] = mapped_column(sa.ForeignKey("roles.id"))
    partnership_id: Mapped[UUID] = mapped_column(sa.ForeignKey("partnerships.id"), index=True)
    started_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    status: Mapped[Status] = mapped_column(default=LIFECYCLE.start)
    version: Mapped[int] = mapped_column(default=1)
    """Grows by one with each accepted save (decisions.md 6)."""
    content_hash: Mapped[Str80]
    """SHA-256 of the text at `version`: another one now means that the text has changed."""
    share_type: Mapped[ShareType]
    acceptance: Mapped[Acceptance]
    """Counts only once both have given the same answer; see `settled_acceptance`."""
    acceptance_settled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    visible_from: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id"))
    left_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id"))
    """Who left it: from then on they read, and do nothing else."""
    continues_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("applications.id"), index=True)
    """The application that this one takes over with a new partner."""
    sign_by: Mapped[datetime | None]
    """Then both signatures have to be there by this instant; the role may have closed."""

    role: Mapped[Role] = relationship()
    partnership: Mapped[Partnership] = relationship()
    sections: Mapped[list[Section]] = relationship(
        back_populates="application", cascade="all, delete-orphan", order_by="Section.kind"
    )
    applicants: Mapped[list[Applicant]] = relationship(
        back_populates="application", cascade="all, delete-orphan"
    )
    signatures: Mapped[list[Signature]] = relationship(
        back_populates="application",
        cascade="all, delete-orphan",
        order_by="Signature.signed_at",
        primaryjoin="and_(Application.id == Signature.application_id,"
        " Signature.cleared_at.is_(None))",
    )
    """Current ones only; cleared ones stay in the table for the trail."""

    @property
    def is_editable(self) -> bool:
        return self.status in EDITABLE

    @property
    def is_live(self) -> bool:
        return self.status in LIVE

    def is_visible(self, at: datetime) -> bool:
        """Whether the employer could see it at this instant, or once could."""
        return self.visible_from is not None and at >= self.visible_from

    def takes_signatures(self, at: datetime) -> bool:
        """The closing instant of the role is judged to the microsecond: at it, it is closed."""
        if self.sign_by is None:
            return self.role.takes_applications(at)
        return at < self.sign_by and not self.role.is_gone

    @property
    def settled_acceptance(self) -> Acceptance | None:
        """What both answered, each for themselves; None while they have not, or not the same."""
        return self.acceptance if self.acceptance_settled_at is not None else None

    def section(self, kind: SectionKind) -> Section:
        return next(section for section in self.sections if section.kind == kind)

    def content(self, kind: SectionKind) -> dict[str, Any]:
        return self.section(kind).content

    def signature_of(self, user_id: UUID | None) -> Signature | None:
        return next((s for s in self.signatures if s.user_id == user_id), None)

    def advance(self, move: str) -> None:
        self.status = LIFECYCLE.after(move, self.status)


class Applicant(Model):
    """One row per partner. The partial unique index keeps a person in one live application."""

    __tablename__ = "applicants"
    __table_args__ = (
        sa.Index(
            "uq_applicants_live",
            "role_id",
            "user_id",
            unique=True,
            sqlite_where=_LIVE_ONLY,
            postgresql_where=_LIVE_ONLY,
        ),
    )
    __privacy__ = classes(technical="id application_id role_id user_id is_live")

    application_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    role_id: Mapped[UUID] = mapped_column(sa.ForeignKey("roles.id"))
    user_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"), index=True)
    is_live: Mapped[bool] = mapped_column(default=True)

    application: Mapped[Application] = relationship(back_populates="applicants")


class Section(Model):
    """The current text of one section. `number` is the base that the next save must name."""

    __tablename__ = "application_sections"
    __table_args__ = (sa.UniqueConstraint("application_id", "kind"),)
    __privacy__ = classes(
        pair="content began_from",
        technical="id application_id kind number version saved_by_id saved_at",
    )

    application_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("applications.id", ondelete="CASCADE")
    )
    kind: Mapped[SectionKind]
    number: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    """The application's version that the last save made."""
    content: Mapped[JsonDict]
    began_from: Mapped[Str200] = mapped_column(default="")
    """In words where the first text came from: "your template", "your application for …"."""
    saved_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("users.id"))
    saved_at: Mapped[datetime | None]

    application: Mapped[Application] = relationship(back_populates="sections")
    saved_by: Mapped[User | None] = relationship()


class SectionVersion(Model):
    """An earlier or the current text of a section, so that nothing anybody wrote is lost.

    Number 0 is the text it began with; it is kept when the first save replaces it.
    """

    __tablename__ = "application_section_versions"
    __table_args__ = (sa.UniqueConstraint("application_id", "kind", "number"),)
    __privacy__ = classes(
        pair="content",
        technical="id application_id kind number version saved_by_id began_at saved_at",
    )

    application_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("applications.id", ondelete="CASCADE")
    )
    kind: Mapped[SectionKind]
    number: Mapped[int]
    version: Mapped[int]
    """The application's version that this save made."""
    content: Mapped[JsonDict]
    saved_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    began_at: Mapped[datetime]
    """The first of the saves that replaced each other in this row."""
    saved_at: Mapped[datetime]


class Signature(Model):
    """One partner signed exactly these bytes. Any edit sets `cleared_at`."""

    __tablename__ = "signatures"
    __table_args__ = (
        sa.Index(
            "uq_signatures_current",
            "application_id",
            "user_id",
            unique=True,
            sqlite_where=_CURRENT_ONLY,
            postgresql_where=_CURRENT_ONLY,
        ),
    )
    __privacy__ = classes(
        technical="id application_id user_id content_hash version signed_at cleared_at"
    )

    application_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    user_id: Mapped[UUID] = mapped_column(sa.ForeignKey("users.id"))
    content_hash: Mapped[Str80]
    version: Mapped[int]
    signed_at: Mapped[datetime]
    cleared_at: Mapped[datetime | None]

    application: Mapped[Application] = relationship(back_populates="signatures")


class Submission(Model):
    """What was sent, byte for byte: canonical JSON and its SHA-256 (decisions.md 5)."""

    __tablename__ = "submissions"
    __privacy__ = classes(
        pair="payload confirmed",
        technical="id application_id content_hash version submitted_at",
    )

    application_id: Mapped[UUID] = mapped_column(sa.ForeignKey("applications.id"), unique=True)
    content_hash: Mapped[Str80]
    version: Mapped[int]
    payload: Mapped[Bytes]
    confirmed: Mapped[JsonDict] = mapped_column(default=dict)
    """Beside what was signed, for nobody of the pair says it: by id the entries that a referee had
    confirmed at this moment, and how the referee may be named."""
    submitted_at: Mapped[datetime]

    application: Mapped[Application] = relationship()
