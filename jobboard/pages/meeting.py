"""Interviews that wait for somebody's word, on the home page of each side."""

from __future__ import annotations

from datetime import datetime

from flask import url_for

from jobboard.accounts.naming import display_name
from jobboard.core.policy import Actor
from jobboard.interviews import queries
from jobboard.interviews.domain import KIND_WORDS
from jobboard.interviews.models import Interview
from jobboard.pages.todo import Todo
from jobboard.web.filters import instant


def of_pair(actor: Actor, at: datetime) -> list[Todo]:
    """One query: a line for each time that wants one's own answer."""
    return [
        Todo(
            "calendar-days",
            f"{KIND_WORDS[row.kind]}: does {instant(row.starts_at)} suit you?",
            f"{row.candidacy.role.title}, {row.candidacy.role.employer}. Each of you"
            " answers for yourself.",
            url_for("interviews.answer", interview_id=row.id),
            "Answer",
            f": {row.candidacy.role.title}",
            urgent=True,
        )
        for row in queries.waiting_for(actor, at)
    ]


def of_employer(actor: Actor, at: datetime) -> list[Todo]:
    """One query: a line for each interview that somebody asks to move."""
    return [
        Todo(
            "calendar-days",
            f"Another time is asked for than {instant(row.starts_at)}",
            f"{_both(row, actor)}, {row.candidacy.role.title}.",
            url_for("interviews.show", interview_id=row.id),
            "Look",
            f": {row.candidacy.role.title}",
        )
        for row in queries.asked_to_move(actor, at)
    ]


def _both(row: Interview, actor: Actor) -> str:
    people = row.candidacy.application.partnership.people
    return " and ".join(display_name(one, actor.user_id) for one in people)
