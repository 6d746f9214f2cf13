"""Answer the ten questions about a role; show the result to somebody without an account."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.errors import UserError
from jobboard.core.policy import Actor, require
from jobboard.roles.domain import LINK_DAYS, AnsweredMeanwhileError
from jobboard.roles.models import Role, Selection, SelectionLink
from jobboard.roles.queries import selections
from jobboard.roles.selection.verdicts import known


def answer(actor: Actor, role: Role, answers: Mapping[str, str], base: int, at: datetime) -> None:
    """Keep all answers as they are now, half of them or all. `base` is the number the page was
    made from, 0 for none. Raises AnsweredMeanwhileError; what is not known is left out."""
    try:
        with transaction():
            require(actor, "role.edit", role)
            row = selections.of_role(role.id)
            if base != (row.lock_version if row else 0):
                raise AnsweredMeanwhileError
            if row is None:
                row = Selection(id=uuid4(), role_id=role.id)
                session().add(row)
            elif row.answers == known(answers):
                return
            row.answers, row.answered_at, row.answered_by_id = known(answers), at, actor.user_id
            session().flush()
            record(actor, "role.selection_answered", role)
    except (StaleDataError, IntegrityError):
        raise AnsweredMeanwhileError from None


def share_selection(actor: Actor, role: Role, days: int, at: datetime) -> SelectionLink:
    """Make the link, or a new one: whoever has the old one reads nothing at once."""
    if days not in LINK_DAYS:
        raise UserError("Choose one of the times offered.", field="days")
    with transaction():
        require(actor, "role.edit", role)
        row = selections.link_of(role.id)
        if row is None:
            row = SelectionLink(id=uuid4(), role_id=role.id)
            session().add(row)
        row.arm(at + timedelta(days=days))
        row.made_at, row.made_by_id = at, actor.user_id
        session().flush()
        record(actor, "role.selection_shared", role, days=days)
    return row


def unshare_selection(actor: Actor, role: Role) -> None:
    """The link opens nothing any more. Twice changes nothing."""
    with transaction() as current:
        require(actor, "role.edit", role)
        row = selections.link_of(role.id)
        if row is not None:
            current.delete(row)
            record(actor, "role.selection_unshared", role)
