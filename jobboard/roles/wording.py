"""A role's content in plain words, field by field, for two colleagues who saved at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from jobboard.planning.coverage import Coverage
from jobboard.planning.levels import level
from jobboard.planning.sectors import SECTORS
from jobboard.planning.share_types import SHARE_TYPE_WORDS
from jobboard.planning.wording import fte_text, half_days
from jobboard.roles.content import Content, CriterionLine, DutyLine
from jobboard.roles.domain import (
    HELD_BY_WORDS,
    LEAVES_WORDS,
    MAY_LEAD_WORDS,
    SINGLE_WORDS,
    WORK_MODE_WORDS,
)
from jobboard.roles.redesign import ASSESSMENT_WORDS, BAR_WORDS, KIND_WORDS, RULE_WORDS
from jobboard.roles.vacancy import VACANCY_WORDS

LABELS = {
    "title": "Title",
    "level": "Level",
    "sector": "Sector",
    "description": "Description",
    "requirements": "Requirements",
    "places": "Place",
    "work_mode": "Work mode",
    "contract": "Contract",
    "salary_min": "Lowest salary",
    "salary_max": "Highest salary",
    "salary_currency": "Currency",
    "full_time_hours": "Full-time hours",
    "funded_tenths": "Funded FTE",
    "share_types": "Ways of sharing",
    "vacancy_kind": "What is vacant",
    "review_weeks": "Weeks until the review",
    "review_conditions": "What must be true at the review",
    "coverage": "The week",
    "min_overlap": "Least time together",
    "closes_at": "Closing time",
    "closes_zone": "Time zone",
    "interview_dates": "Interview days",
    "duties": "Duties",
    "criteria": "What you look for",
    "asks_evidence": "Evidence of each of the two",
    "single_applicants": "One person alone",
    "if_one_leaves": "If one of a pair leaves",
    "need_reasons": "Why the week is so",
    "assessment_mode": "How you meet a pair",
    "bar_rule": "When a pair is good enough",
    "first_refusal": "The other is asked first",
    "replacement_weeks": "Weeks to look for a new partner",
    "trial_weeks": "Weeks of trial",
    "offers_support": "Administrative support",
    "offers_coaching": "Coaching together",
}
NOTHING = "nothing yet"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that two people filled in differently, both in words."""

    label: str
    saved: str
    typed: str


def differences(saved: Content, typed: Content, only: Collection[str] = LABELS) -> list[Difference]:
    """Where they differ, in the order of the form; `only`: of these fields."""
    return [
        Difference(LABELS[field.name], _words(field.name, saved), _words(field.name, typed))
        for field in fields(Content)
        if field.name in only and getattr(saved, field.name) != getattr(typed, field.name)
    ]


def overall(changes: Iterable[Sequence[str]]) -> list[Difference]:
    """Of (label, before, after) in the order of time: the first and the last text of each field,
    without those that came back to what they were."""
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    for label, before, after in changes:
        first.setdefault(label, before)
        last[label] = after
    found = [Difference(label, before, last[label]) for label, before in first.items()]
    return [each for each in found if each.saved != each.typed]


def _words(name: str, content: Content) -> str:
    value = getattr(content, name)
    if value is None or value in ("", ()):
        return NOTHING
    if name == "closes_at":
        return _closing(value, content.closes_zone)
    if isinstance(value, tuple):
        return "; ".join(_item(item) for item in value if item)
    return _NAMED[name](value) if name in _NAMED else str(value)


def _closing(at: datetime, zone: str) -> str:
    local = at.astimezone(ZoneInfo(zone))
    return f"{local.day} {local:%B %Y, %H:%M} {local.tzname()}"


def _item(item: object) -> str:
    if isinstance(item, DutyLine):
        return f"{item.name} ({'; '.join(_of_duty(item)).lower()})"
    if isinstance(item, CriterionLine):
        essential = ", essential" if item.is_essential else ""
        return (
            f"{item.text} (weight {item.weight}{essential}, {HELD_BY_WORDS[item.held_by].lower()})"
        )
    return next((words for kind, words in SHARE_TYPE_WORDS.items() if kind == item), str(item))


def _of_duty(duty: DutyLine) -> Iterator[str]:
    yield MAY_LEAD_WORDS[duty.may_lead]
    if duty.weight is not None:
        yield f"{duty.weight}%"
    if duty.kind:
        yield KIND_WORDS[duty.kind]
    if duty.decision_rule:
        yield RULE_WORDS[duty.decision_rule]


_NAMED: dict[str, Callable[[Any], str]] = {
    "level": lambda number: level(number).label,
    "sector": lambda key: SECTORS.get(key, key),
    "work_mode": lambda mode: WORK_MODE_WORDS[mode],
    "funded_tenths": lambda tenths: f"{fte_text(tenths, 1)} FTE",
    "min_overlap": half_days,
    "vacancy_kind": lambda kind: VACANCY_WORDS[kind],
    "asks_evidence": lambda asked: "asked for" if asked else "not asked for",
    "single_applicants": lambda answer: SINGLE_WORDS[answer],
    "if_one_leaves": lambda answer: LEAVES_WORDS[answer],
    "assessment_mode": lambda mode: ASSESSMENT_WORDS[mode],
    "bar_rule": lambda rule: BAR_WORDS[rule],
    "first_refusal": lambda first: "yes" if first else "no",
    "offers_support": lambda offered: "offered" if offered else "not offered",
    "offers_coaching": lambda offered: "offered" if offered else "not offered",
    "coverage": lambda text: Coverage.from_text(text).describe(),
    "salary_min": lambda amount: f"{amount:,}".removesuffix(".00"),
    "salary_max": lambda amount: f"{amount:,}".removesuffix(".00"),
}
