"""What two people owe each other, on the home page of each."""

from __future__ import annotations

from datetime import datetime

from flask import url_for

from jobboard.accounts.naming import first_name
from jobboard.core.policy import Actor
from jobboard.pages.todo import Todo
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.models.agreement import AgreementCheck
from jobboard.partnerships.queries import agreement as asked
from jobboard.web.filters import count


def todos(actor: Actor, pairs: list[Partnership], at: datetime) -> list[Todo]:
    """Two queries for all pairs; none without a pair."""
    if not pairs:
        return []
    by_id = {pair.id: pair for pair in pairs}
    waiting = asked.waiting_for(actor, list(by_id))
    due = [
        check
        for check in asked.due_checks(list(by_id), at)
        if not _has_looked(by_id[check.partnership_id], check, actor)
    ]
    return [
        *(_ready(actor, by_id[pair_id], number) for pair_id, number in waiting.items()),
        *(_look_again(actor, by_id[check.partnership_id]) for check in due),
    ]


def _has_looked(pair: Partnership, check: AgreementCheck, actor: Actor) -> bool:
    done = check.first_done_at if pair.first_id == actor.user_id else check.second_done_at
    return done is not None


def _ready(actor: Actor, pair: Partnership, number: int) -> Todo:
    return Todo(
        "users",
        f"{first_name(pair.partner_of(actor.user_id))} is ready to share",
        f"{count(number, 'question')} for two. Both answers open when you are ready too.",
        url_for("partnerships.show", partnership_id=pair.id, _anchor="agreement"),
        "Answer",
        f": {pair.name}",
    )


def _look_again(actor: Actor, pair: Partnership) -> Todo:
    return Todo(
        "history",
        f"A year on: does your agreement with {first_name(pair.partner_of(actor.user_id))} hold?",
        "Read it again, each for yourself. Change what has changed.",
        url_for("partnerships.check", partnership_id=pair.id),
        "Look again",
        f": {pair.name}",
    )
