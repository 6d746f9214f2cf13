"""The employer reads an approach and answers both partners in the same moment."""

from __future__ import annotations

from datetime import datetime

from jobboard.approaches import queries
from jobboard.approaches.domain import MAX_ANSWER, SettledMeanwhileError
from jobboard.approaches.models import Approach
from jobboard.approaches.service.telling import tell
from jobboard.core.activity import record
from jobboard.core.db import session, transaction
from jobboard.core.errors import UserError
from jobboard.core.policy import Actor, require
from jobboard.roles.asking import checked
from jobboard.roles.models import Role


def mark_read(actor: Actor, approach: Approach, at: datetime) -> None:
    """The first reading stays; reading again changes nothing."""
    with transaction():
        approach = _held(actor, approach)
        if approach.allows("open"):
            _open(actor, approach, at)


def invite(actor: Actor, approach: Approach, role: Role | None, words: str, at: datetime) -> None:
    """To one of their open roles, in words, or both. Raises SettledMeanwhileError, and UserError at
    `words` where neither is given."""
    with transaction():
        approach = _answering(actor, approach, "invite", at)
        if role is not None and not (
            role.organisation_id == approach.organisation_id and role.takes_applications(at)
        ):
            raise UserError("This role takes no applications now. Choose another.", field="role")
        if role is None and not words.strip():
            raise UserError(
                "Choose a role, or say in words what you invite them to.", field="words"
            )
        approach.answer = checked(words, "words", MAX_ANSWER) if words.strip() else ""
        approach.invited_to = role
        _settle(actor, approach, "invite", at)


def decline(actor: Actor, approach: Approach, words: str, at: datetime) -> None:
    """With thanks, and in words. Raises SettledMeanwhileError, UserError at `words`."""
    with transaction():
        approach = _answering(actor, approach, "decline", at)
        approach.answer = checked(words, "words", MAX_ANSWER)
        _settle(actor, approach, "decline", at)


def _held(actor: Actor, approach: Approach) -> Approach:
    approach = queries.locked(approach.id)
    require(actor, "approach.answer", approach)
    return approach


def _answering(actor: Actor, approach: Approach, move: str, at: datetime) -> Approach:
    """Whoever answers has read it."""
    approach = _held(actor, approach)
    if approach.allows("open"):
        _open(actor, approach, at)
    if not approach.allows(move):
        raise SettledMeanwhileError
    return approach


def _open(actor: Actor, approach: Approach, at: datetime) -> None:
    approach.advance("open")
    approach.read_at = at
    session().flush()
    record(actor, "approach.read", approach)


def _settle(actor: Actor, approach: Approach, move: str, at: datetime) -> None:
    approach.advance(move)
    approach.settled_at, approach.settled_by_id = at, actor.user_id
    session().flush()
    record(actor, f"approach.{approach.status.value}", approach)
    tell("approaches.answered", approach, approach.partnership.people)
