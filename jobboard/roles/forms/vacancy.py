"""What is vacant: the fields and their meaning."""

from __future__ import annotations

from typing import Any

from wtforms import FieldList

from jobboard.roles.content import Content
from jobboard.roles.forms.fields import OneOf, Whole, offered
from jobboard.roles.forms.promises import member
from jobboard.roles.vacancy import (
    MAX_CONDITION,
    MOST_CONDITIONS,
    REVIEW_WEEKS,
    VACANCY_WORDS,
    VacancyKind,
)
from jobboard.web.forms import Form, Length, Line


class VacancyForm(Form):
    vacancy_kind = OneOf(
        "What is vacant",
        choices=offered((one.value, words) for one, words in VACANCY_WORDS.items()),
        default=VacancyKind.WHOLE.value,
    )
    review_weeks = Whole("Weeks until the review", values=REVIEW_WEEKS)
    conditions = FieldList(
        Line("What must be true at the review", [Length(MAX_CONDITION)]),
        min_entries=MOST_CONDITIONS,
        max_entries=MOST_CONDITIONS,
    )


def typed(content: Content) -> dict[str, Any]:
    """Field name to what would have been typed for this content."""
    said = content.review_conditions
    return {
        "vacancy_kind": content.vacancy_kind.value,
        "review_weeks": "" if content.review_weeks is None else str(content.review_weeks),
        "conditions": [*said, *[""] * (MOST_CONDITIONS - len(said))],
    }


def read(form: Any) -> dict[str, Any]:
    """Names of Content to what the form says. A whole role keeps no review."""
    kind = member(VacancyKind, form.vacancy_kind.data) or VacancyKind.WHOLE
    if kind is VacancyKind.WHOLE:
        return {"vacancy_kind": kind}
    return {
        "vacancy_kind": kind,
        "review_weeks": form.review_weeks.value,
        "review_conditions": tuple(entry.data for entry in form.conditions if entry.data),
    }
