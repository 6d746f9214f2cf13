"""Who is here, who has read what, and every text that was kept."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import defer

from jobboard.applications.domain import SectionKind
from jobboard.applications.models import Change, Section, SectionVersion, Visit
from jobboard.core.db import session


def visits_of(application_id: UUID) -> dict[UUID, Visit]:
    """Both partners' rows by person; read anew, whatever this transaction has seen before."""
    found = session().scalars(_VISITS, {"application_id": application_id})
    return {row.user_id: row for row in found}


def visit_of(application_id: UUID, user_id: UUID) -> Visit | None:
    return visits_of(application_id).get(user_id)


def numbers_saved_by(application_id: UUID, user_id: UUID) -> dict[SectionKind, int]:
    """The newest number of each section that this person saved last."""
    found = sa.select(Section.kind, Section.number).where(
        Section.application_id == application_id, Section.saved_by_id == user_id
    )
    return {kind: number for kind, number in session().execute(found).tuples()}


def kept_text(application_id: UUID, kind: SectionKind, number: int) -> SectionVersion:
    """One text that a section once had; NoResultFound where it was replaced within ten minutes."""
    found = sa.select(SectionVersion).where(
        SectionVersion.application_id == application_id,
        SectionVersion.kind == kind,
        SectionVersion.number == number,
    )
    return session().scalars(found).one()


def kept_without_text(application_id: UUID) -> list[SectionVersion]:
    """Every row of the history, oldest first, without what was written."""
    found = (
        sa.select(SectionVersion)
        .where(SectionVersion.application_id == application_id)
        .options(defer(SectionVersion.content, raiseload=True))
        .order_by(SectionVersion.version, SectionVersion.kind, SectionVersion.number)
    )
    return list(session().scalars(found))


def kept_between(application_id: UUID, older: int, newer: int) -> list[SectionVersion]:
    """The texts of each section from the one that stood at `older` up to `newer`, oldest first."""
    stood = (
        sa.select(sa.func.max(_before.number))
        .where(
            _before.application_id == SectionVersion.application_id,
            _before.kind == SectionVersion.kind,
            _before.version <= older,
        )
        .scalar_subquery()
    )
    found = (
        sa.select(SectionVersion)
        .where(
            SectionVersion.application_id == application_id,
            SectionVersion.version <= newer,
            sa.or_(SectionVersion.version > older, SectionVersion.number == stood),
        )
        .order_by(SectionVersion.kind, SectionVersion.number)
        .execution_options(populate_existing=True)
    )
    return list(session().scalars(found))


def changes_of(application_id: UUID) -> list[Change]:
    """What made versions beside the sections, oldest first."""
    found = (
        sa.select(Change).where(Change.application_id == application_id).order_by(Change.version)
    )
    return list(session().scalars(found))


_before = sa.orm.aliased(SectionVersion)
# Built once: the editor asks it at every view.
_VISITS = (
    sa.select(Visit)
    .where(Visit.application_id == sa.bindparam("application_id"))
    .execution_options(populate_existing=True)
)
