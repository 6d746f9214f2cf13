"""The blueprint of interviews, and what pages of lower features may ask about them."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Blueprint

from jobboard.accounts.naming import first_name
from jobboard.hiring.models import Candidacy
from jobboard.interviews import queries
from jobboard.interviews.domain import ANSWER_WORDS, KIND_WORDS, SIDES, STATE_WORDS, Kind, Slot
from jobboard.interviews.forms import SlotForm
from jobboard.interviews.models import Interview
from jobboard.interviews.times import outside
from jobboard.planning.split_plan import SplitPlan
from jobboard.web.actor import current_actor

blueprint = Blueprint("interviews", __name__)


@blueprint.app_context_processor
def words() -> dict[str, Any]:
    """`interviews_of(candidacy)` for the employer's page, `my_interviews(application_id)` for the
    reader's own; both in the order of time."""
    return {
        "interviews_of": interviews_of,
        "my_interviews": my_interviews,
        "interview_kind": KIND_WORDS,
        "interview_state": STATE_WORDS,
        "interview_answer": ANSWER_WORDS,
    }


def interviews_of(candidacy: Candidacy) -> list[Interview]:
    return queries.of_candidacy(candidacy.id)


def my_interviews(application_id: UUID) -> list[Interview]:
    return queries.of_person(current_actor(), application_id)


def first_names(candidacy: Candidacy) -> dict[int, str]:
    """By side of the pair; without whoever has left."""
    viewer, people = current_actor().user_id, candidacy.application.partnership.people
    return {
        side: first_name(person, viewer)
        for side, person in enumerate(people)
        if candidacy.alone_id in (None, person.id)
    }


def warnings_for(form: SlotForm, candidacy: Candidacy, kind: Kind, slot: Slot) -> list[str]:
    """What to say before this slot is proposed; nothing once exactly this one was warned about."""
    named = [(side, name) for side, name in first_names(candidacy).items() if side in SIDES[kind]]
    found = outside(SplitPlan.from_text(candidacy.plan), named, slot.starts_at, slot.minutes)
    asked = _key(kind, slot.starts_at, slot.minutes)
    if form.despite.data == asked:
        return []
    form.despite.data = asked
    return found


def _key(kind: Kind, starts_at: datetime, minutes: int) -> str:
    return f"{kind.value} {starts_at.isoformat()} {minutes}"
