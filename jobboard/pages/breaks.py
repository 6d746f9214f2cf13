"""A pair that rests or is to end, on the home page of each."""

from __future__ import annotations

from datetime import datetime

from flask import url_for

from jobboard.accounts.naming import first_name
from jobboard.core.policy import Actor
from jobboard.pages.todo import Todo
from jobboard.partnerships import queries
from jobboard.partnerships.domain import PartnershipStatus
from jobboard.partnerships.models import Partnership
from jobboard.partnerships.models.breaks import PartnershipBreak
from jobboard.web.filters import day

_BREAKS = frozenset({PartnershipStatus.PAUSED, PartnershipStatus.DISSOLVING})


def todos(actor: Actor, pairs: list[Partnership]) -> list[Todo]:
    """One query for all pairs; none unless one of them rests or is to end."""
    by_id = {pair.id: pair for pair in pairs if pair.status in _BREAKS}
    rows = queries.open_breaks(list(by_id)) if by_id else {}
    return [_line(actor, by_id[pair_id], row) for pair_id, row in rows.items()]


def _line(actor: Actor, pair: Partnership, row: PartnershipBreak) -> Todo:
    name = first_name(pair.partner_of(actor.user_id))
    href = url_for("partnerships.show", partnership_id=pair.id, _anchor="ending")
    if row.due_at is None:
        by = "You" if row.begun_by_id == actor.user_id else name
        return Todo(
            "clock",
            f"{by} paused your partnership{f' with {name}' if by == 'You' else ''}",
            "Drafts stay and what was sent goes on. Nothing is started or signed until one of you"
            " takes it up again.",
            href,
            "See how it stands",
            f": {pair.name}",
        )
    return _end(name, row.due_at, href, pair)


def _end(name: str, due_at: datetime, href: str, pair: Partnership) -> Todo:
    return Todo(
        "clock",
        f"Your partnership with {name} ends on {day(due_at)}",
        "Unless you both say that you stay together. Nothing is deleted either way.",
        href,
        "Read and answer",
        f": {pair.name}",
        urgent=True,
    )
