"""Questions and approaches, on the home pages of those whose turn it is."""

from __future__ import annotations

from flask import url_for

from jobboard.accounts.naming import first_name
from jobboard.approaches import queries as approaches
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


def of_staff(actor: Actor) -> list[Todo]:
    """Pairs who wrote of their own accord: one query for all organisations."""
    return [
        Todo(
            "send",
            f"{count(number, 'pair')} wrote to {organisation.name}",
            "Two people who would hold a post as one ask you of their own accord.",
            url_for("approaches.received", organisation_id=organisation.id),
            "Read and answer",
            f": {organisation.name}",
        )
        for organisation, number in approaches.waiting_at(actor)
    ]


def of_pair(actor: Actor) -> list[Todo]:
    """What the partner signed and the reader has not."""
    return [
        Todo(
            "send",
            f"Sign what you write to {one.organisation.name}",
            f"{first_name(one.partnership.partner_of(actor.user_id))} has signed this text.",
            url_for("approaches.show", approach_id=one.id),
            "Read and sign",
            f": {one.organisation.name}",
        )
        for one in approaches.drafts_of(actor)
        if one.has_signed(one.partnership.partner_of(actor.user_id).id)
        and not one.has_signed(actor.user_id)
    ]
