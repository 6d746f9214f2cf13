"""Who may do what: a rule is a function (actor, thing) -> bool, known by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

Rule = Callable[..., bool]
_rules: dict[str, Rule] = {}

FRESH = timedelta(minutes=5)
"""How old a typed password may be when something is signed (decisions.md 4, security.md)."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever asks. Built once a request from the signed-in session; never imported from Flask."""

    user_id: UUID | None = None
    is_staff: bool = False
    authenticated_at: datetime | None = None

    def is_fresh(self, at: datetime) -> bool:
        """True while the password was typed at most five minutes ago."""
        return self.authenticated_at is not None and at - self.authenticated_at <= FRESH


class NotAllowedError(Exception):
    """The web edge answers 403."""


class StaleAuthenticationError(Exception):
    """The act needs a password typed just now. The web edge asks for it, then comes back."""


def rule(name: str) -> Callable[[Rule], Rule]:
    def register(function: Rule) -> Rule:
        _rules[name] = function
        return function

    return register


def may(actor: Actor, name: str, thing: Any) -> bool:
    return _rules[name](actor, thing)


def require(actor: Actor, name: str, thing: Any) -> None:
    if not may(actor, name, thing):
        raise NotAllowedError(name)


def require_fresh(actor: Actor, at: datetime) -> None:
    if not actor.is_fresh(at):
        raise StaleAuthenticationError
