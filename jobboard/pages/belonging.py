"""Organisations that ask to belong together, on the home page of those who may answer."""

from __future__ import annotations

from flask import url_for

from jobboard.core.policy import Actor
from jobboard.organisations import tie_words
from jobboard.organisations.models import OrganisationTie
from jobboard.organisations.queries import ties
from jobboard.pages.todo import Todo


def of_owner(actor: Actor) -> list[Todo]:
    """One query."""
    return [_todo(tie) for tie in ties.waiting_for(actor)]


def _todo(tie: OrganisationTie) -> Todo:
    told = tie_words.names(tie.first.name, tie.second.name, tie.asked_by_first)
    asked_id = tie.second_id if tie.asked_by_first else tie.first_id
    return Todo(
        "link",
        tie_words.HEADS[tie.kind].format(**told),
        f"{told['asker']} asks. Nothing happens until you answer.",
        url_for("organisations.answer_tie", organisation_id=asked_id, tie_id=tie.id),
        "Read and answer",
        f": {told['asker']}",
    )
