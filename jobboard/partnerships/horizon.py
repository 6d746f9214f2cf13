"""How long each sees themselves here (domain.md N16). Pure arithmetic over two private answers."""

from __future__ import annotations

from datetime import datetime, timedelta

from jobboard.core.errors import UserError

MAX_YEARS = 15
APART = 2
"""Years: a wider difference is worth a talk; exactly two is not."""
MAX_NEXT = 300
CHANGE_AFTER = timedelta(days=30)
"""Once both have answered, a number moves no more often, so that nobody can try numbers until the
warning gives the other's away."""


def are_far_apart(first: int | None, second: int | None) -> bool:
    """True for two answers that differ by more than two years; False while one is missing."""
    return first is not None and second is not None and abs(first - second) > APART


def may_change(changed_at: datetime, both_answered: bool, at: datetime) -> bool:
    return not both_answered or at - changed_at >= CHANGE_AFTER


class TooSoonError(UserError):
    message = (
        "You have both answered, so this number can change once in 30 days. That keeps each"
        " number private. The words beneath may change at any time."
    )
    field = "years"


class NoHorizonError(UserError):
    message = "Say first how long you see yourself here. Then you can show it."
