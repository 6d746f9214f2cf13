"""Questions about adverts, on the home page of those who answer."""

from __future__ import annotations

from flask import url_for

from jobboard.core.policy import Actor
from jobboard.pages.todo import Todo
from jobboard.roles.queries import questions
from jobboard.web.filters import count


def of_employer(actor: Actor) -> list[Todo]:
    """One query for all roles."""
    return [
        Todo(
            "message-circle",
            f"{count(number, 'question')} about {role.heading}",
            "Somebody asks before they apply. Your answer stands on the advert.",
            url_for("roles.questions", role_id=role.id),
            "Read and answer",
            f": {role.heading}",
        )
        for role, number in questions.roles_asked(actor)
    ]
