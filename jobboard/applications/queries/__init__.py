from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from jobboard.accounts.models import User
from jobboard.applications.domain import EDITABLE, SectionKind
from jobboard.applications.models import (
    AcceptanceAnswer,
    Applicant,
    Application,
    SectionVersion,
    Signature,
    Submission,
)
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.partnerships.domain import LIVE as LIVE_PAIRS
from jobboard.partnerships.models import Partnership, TrackRecordEntry
from jobboard.roles.domain import GONE, PUBLIC
from jobboard.roles.models import Role

_Found = sa.Select[Application]


def one_of_pair(actor: Actor, application_id: UUID) -> Application:
    """Through the pair: a stranger finds nothing (NoResultFound). Two queries; sections and
    signatures are read when they are asked for, which for one row costs half of asking ahead."""
    asked = {"application_id": application_id, "user_id": actor.user_id}
    return session().scalars(_OF_PAIR, asked).one()


def of_pair_to_sign(actor: Actor, application_id: UUID) -> Application:
    """The same with the role's criteria, which are part of what is signed."""
    found = _to_sign().where(Application.id == application_id, _is_partner(actor.user_id))
    return session().scalars(found).unique().one()


def locked(application_id: UUID) -> Application:
    """Read anew, for this transaction alone.

    Two statements on purpose: while SELECT … FOR UPDATE waits, PostgreSQL renews the locked row but
    not the rows joined to it, so sections read with it could be older than the application.
    """
    _lock(Application.id == application_id)
    found = (
        _to_sign().where(Application.id == application_id).execution_options(populate_existing=True)
    )
    return session().scalars(found).unique().one()


def _lock(condition: sa.ColumnElement[bool]) -> None:
    """Hold these rows until the transaction ends; in one order, so that nobody waits in a ring."""
    rows = sa.select(Application.id).join(Application.partnership).where(condition)
    session().execute(rows.order_by(Application.id).with_for_update(of=Application)).all()


def application(application_id: UUID) -> Application:
    """For handlers and mails, which act for nobody: with the pair's people and their addresses."""
    found = (
        sa.select(Application)
        .join(Application.partnership)
        .where(Application.id == application_id)
        .options(
            joinedload(Application.role).joinedload(Role.organisation),
            contains_eager(Application.partnership).options(
                joinedload(Partnership.first).selectinload(User.addresses),
                joinedload(Partnership.second).selectinload(User.addresses),
            ),
        )
    )
    return session().scalars(found).one()


def applications_of_person(user_id: UUID | None) -> list[Application]:
    """Every application of a person's pairs, the latest touched first."""
    found = (
        _whole()
        .where(_is_partner(user_id))
        .options(
            selectinload(Application.sections),
            contains_eager(Application.partnership).selectinload(Partnership.track_record),
        )
        .order_by(Application.updated_at.desc(), Application.id)
    )
    return list(session().scalars(found).unique())


def editable_of_role(role_id: UUID) -> list[Application]:
    return _editable(Application.role_id == role_id)


def editable_of_partnership(partnership_id: UUID) -> list[Application]:
    return _editable(Application.partnership_id == partnership_id)


def editable_of_person(user_id: UUID) -> list[Application]:
    return _editable(_is_partner(user_id))


def _editable(condition: sa.ColumnElement[bool]) -> list[Application]:
    is_editable = sa.and_(condition, Application.status.in_(sorted(EDITABLE)))
    _lock(is_editable)
    found = _to_sign().where(is_editable).order_by(Application.id)
    fresh = found.execution_options(populate_existing=True)
    return list(session().scalars(fresh).unique())


def track_record(partnership_id: UUID) -> list[TrackRecordEntry]:
    """The entries as they are at this moment of the transaction, newest first."""
    return list(session().scalars(_TRACK_RECORD, {"partnership_id": partnership_id}))


def live_for_role(role_id: UUID, user_ids: Sequence[UUID]) -> list[Application]:
    """Live applications for this role in which one of these people stands."""
    found = (
        sa.select(Application)
        .join(Application.applicants)
        .where(Applicant.role_id == role_id, Applicant.user_id.in_(user_ids), Applicant.is_live)
        .options(joinedload(Application.partnership))
        .order_by(Application.created_at, Application.id)
    )
    return list(session().scalars(found).unique())


def live_partnerships_of(user_id: UUID | None) -> list[Partnership]:
    """The pairs somebody could start with, or could once they are formed."""
    found = (
        sa.select(Partnership)
        .where(
            sa.or_(Partnership.first_id == user_id, Partnership.second_id == user_id),
            Partnership.status.in_(sorted(LIVE_PAIRS)),
        )
        .options(joinedload(Partnership.first), joinedload(Partnership.second))
        .order_by(Partnership.created_at, Partnership.id)
    )
    return list(session().scalars(found))


def published_role(role_id: UUID) -> Role:
    """A role that anybody may read, or could once; NoResultFound for a draft."""
    found = (
        sa.select(Role)
        .where(Role.id == role_id, Role.status.in_(sorted(PUBLIC | GONE)))
        .options(joinedload(Role.organisation))
    )
    return session().scalars(found).one()


def acceptance_answers(application_id: UUID) -> list[AcceptanceAnswer]:
    """Both private answers. A page shows them through `acceptance.view_of` and no other way."""
    return list(session().scalars(_ANSWERS, {"application_id": application_id}))


def latest_version(application_id: UUID, kind: SectionKind, number: int) -> SectionVersion | None:
    found = sa.select(SectionVersion).where(
        SectionVersion.application_id == application_id,
        SectionVersion.kind == kind,
        SectionVersion.number == number,
    )
    return session().scalars(found).one_or_none()


def versions_of(application_id: UUID, kind: SectionKind) -> list[SectionVersion]:
    """Everything that was ever saved in a section, oldest first; not what it began with."""
    found = (
        sa.select(SectionVersion)
        .where(SectionVersion.application_id == application_id, SectionVersion.kind == kind)
        .where(SectionVersion.number > 0)
        .order_by(SectionVersion.number)
    )
    return list(session().scalars(found))


def last_signed_version(application_id: UUID) -> int:
    """The newest version anybody ever signed, cleared since or not; 0 if nobody did."""
    newest = sa.select(sa.func.max(Signature.version))
    return session().scalar(newest.where(Signature.application_id == application_id)) or 0


def signatures_of(application_id: UUID) -> list[Signature]:
    """Every signature ever given, cleared ones too, oldest first."""
    return list(session().scalars(_SIGNATURES, {"application_id": application_id}))


def submission_of(application_id: UUID) -> Submission | None:
    """What was sent, byte for byte."""
    found = sa.select(Submission).where(Submission.application_id == application_id)
    return session().scalars(found).one_or_none()


def _framed() -> _Found:
    """Role, organisation, pair and people in one go, the duties in one more query."""
    return (
        sa.select(Application)
        .join(Application.partnership)
        .options(
            joinedload(Application.role).options(
                joinedload(Role.organisation), selectinload(Role.duties)
            ),
            contains_eager(Application.partnership).options(
                joinedload(Partnership.first), joinedload(Partnership.second)
            ),
        )
    )


def _whole() -> _Found:
    return _framed().options(selectinload(Application.signatures))


def _with_text() -> _Found:
    return _whole().options(joinedload(Application.sections))


def _to_sign() -> _Found:
    return _with_text().options(joinedload(Application.role).selectinload(Role.criteria))


def _is_partner(user_id: Any) -> sa.ColumnElement[bool]:
    return sa.or_(Partnership.first_id == user_id, Partnership.second_id == user_id)


# Built once: every view of the editor asks these, and putting them together costs as much as
# running them.
_OF_PAIR = _framed().where(
    Application.id == sa.bindparam("application_id"), _is_partner(sa.bindparam("user_id"))
)
_TRACK_RECORD = (
    sa.select(TrackRecordEntry)
    .where(TrackRecordEntry.partnership_id == sa.bindparam("partnership_id"))
    .order_by(TrackRecordEntry.started_on.desc(), TrackRecordEntry.id)
)
_ANSWERS = (
    sa.select(AcceptanceAnswer)
    .where(AcceptanceAnswer.application_id == sa.bindparam("application_id"))
    .order_by(AcceptanceAnswer.answered_at, AcceptanceAnswer.id)
)
_SIGNATURES = (
    sa.select(Signature)
    .where(Signature.application_id == sa.bindparam("application_id"))
    .order_by(Signature.signed_at, Signature.id)
)
