"""What is vacant: a whole role from the first day, or one that becomes a job share (N7). Pure."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

REVIEW_WEEKS = range(1, 53)
"""After the first day; a year at most (domain.md N7)."""
MOST_CONDITIONS = 4
MAX_CONDITION = 200
"""Characters of one condition."""


class VacancyKind(StrEnum):
    WHOLE = "whole"
    TRANSITIONAL = "transitional"


VACANCY_WORDS = {
    VacancyKind.WHOLE: "One post, shared from the first day",
    VacancyKind.TRANSITIONAL: "Two part-time posts first, which become a job share at a review",
}


def transition_sentence(kind: VacancyKind, review_weeks: int | None) -> str:
    """What two people should know before they apply; empty for a whole role."""
    if kind is VacancyKind.WHOLE:
        return ""
    weeks = f"{review_weeks} week{'' if review_weeks == 1 else 's'} after" if review_weeks else ""
    when = f"at a review {weeks} the first day" if weeks else "at a review"
    return f"It begins as two part-time posts and becomes a job share {when}."


def conditions_text(conditions: Sequence[str]) -> str:
    """Numbered paragraphs, as a panel reads them."""
    return "\n\n".join(f"{number}. {each}" for number, each in enumerate(conditions, 1))
