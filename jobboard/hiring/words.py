"""What every template may ask of this room."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from jobboard.hiring.comparison import answers_of, cost_of
from jobboard.hiring.lines import PairNews
from jobboard.hiring.queries.told import candidacies_of_person
from jobboard.hiring.wording import together_text
from jobboard.web.actor import current_actor


def told_to_me() -> dict[UUID, PairNews]:
    """What employers have told the reader as one of a pair, by application. One query."""
    reader = current_actor().user_id
    found = candidacies_of_person(reader) if reader else []
    return {one.application_id: one for one in found}


IN_TEMPLATES: dict[str, Any] = {
    "together_text": together_text,
    "cost_of": cost_of,
    "answers_of": answers_of,
    "told_to_me": told_to_me,
}
