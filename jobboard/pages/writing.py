"""Messages that somebody has not read, on the home page of each side."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from flask import url_for

from jobboard.accounts.models import User
from jobboard.accounts.naming import display_name, first_name
from jobboard.core.policy import Actor
from jobboard.inbox.queries import lists
from jobboard.pages.todo import Todo
from jobboard.web.filters import count

SHOWN = 5
"""Candidacies named on an employer's home page; the others show up as these are read."""


def of_pair(actor: Actor) -> list[Todo]:
    """One query: a line for each inbox with something new in it."""
    return [
        Todo(
            "inbox",
            _unread(one.number),
            "In the inbox that you share with"
            f" {first_name(one.partnership.partner_of(actor.user_id), actor.user_id)}.",
            url_for("inbox.index", partnership_id=one.partnership.id),
            "Open your inbox",
            f": {one.partnership.name}",
        )
        for one in lists.waiting_for(actor.user_id)
    ]


def of_employer(actor: Actor, at: datetime) -> list[Todo]:
    """One query: a line for each pair that wrote."""
    return [
        Todo(
            "inbox",
            _unread(number),
            f"From {_both(row.application.partnership.people, actor.user_id)}, {row.role.title}.",
            url_for("inbox.candidacy", candidacy_id=row.id),
            "Read",
            f": {_both(row.application.partnership.people, actor.user_id)}",
        )
        for row, number in lists.waiting_for_employer(actor.user_id, at, SHOWN)
    ]


def _unread(number: int) -> str:
    return f"{count(number, 'message')} you have not read"


def _both(people: tuple[User, ...], viewer_id: UUID | None) -> str:
    return " and ".join(display_name(person, viewer_id) for person in people)
