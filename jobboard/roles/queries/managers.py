"""Who manages a role and what is confirmed of them; what stands behind a manager's link."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from jobboard.core.db import session
from jobboard.core.tokens import digest
from jobboard.roles.domain import GONE
from jobboard.roles.manager import Standing
from jobboard.roles.models import ManagerAsk, ManagerCheck, Role


def of_role(role_id: UUID) -> ManagerCheck | None:
    found = sa.select(ManagerCheck).where(ManagerCheck.role_id == role_id)
    return session().scalars(found).one_or_none()


def locked(role_id: UUID) -> ManagerCheck | None:
    found = sa.select(ManagerCheck).where(ManagerCheck.role_id == role_id)
    return session().scalars(
        found.with_for_update().execution_options(populate_existing=True)
    ).one_or_none()  # fmt: skip


def ready(role_id: UUID, at: datetime) -> ManagerCheck | None:
    """What readers of the advert may see: None unless it is earned and still holds."""
    row = of_role(role_id)
    return row if row and row.standing(at) is Standing.READY else None


def asks(check: ManagerCheck) -> Sequence[ManagerAsk]:
    """Newest first."""
    found = sa.select(ManagerAsk).where(ManagerAsk.check_id == check.id)
    return session().scalars(found.order_by(ManagerAsk.created_at.desc(), ManagerAsk.id)).all()


def open_ask(check: ManagerCheck, at: datetime) -> ManagerAsk | None:
    return next((row for row in asks(check) if row.is_open(at)), None)


def ask(ask_id: UUID) -> tuple[ManagerAsk, Role] | None:
    """None where the role, and the ask with it, was deleted."""
    return _with_role(ManagerAsk.id == ask_id)


def behind(token: str, at: datetime) -> tuple[ManagerAsk, Role] | None:
    """None for a link that never was, has run out, was used or taken back, and for a role that is
    gone."""
    found = _with_role(ManagerAsk.token_hash == digest(token), Role.status.not_in(GONE))
    return found if found and found[0].is_open(at) else None


def _with_role(*where: sa.ColumnElement[bool]) -> tuple[ManagerAsk, Role] | None:
    found = (
        sa.select(ManagerAsk, Role)
        .join(ManagerAsk.check)
        .join(Role, Role.id == ManagerCheck.role_id)
        .where(*where)
        .options(joinedload(ManagerAsk.check), joinedload(Role.organisation))
        .execution_options(populate_existing=True)
    )
    row = session().execute(found).first()
    return (row[0], row[1]) if row else None
