"""Why the week is as it is, how pairs are chosen and what they are promised: fields and meaning."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeVar

from wtforms import BooleanField, FieldList

from jobboard.roles.content import Content
from jobboard.roles.domain import LEAVES_WORDS, SINGLE_WORDS, SingleApplicants
from jobboard.roles.forms.fields import OneOf, Whole, offered
from jobboard.roles.redesign import (
    ASSESSMENT_WORDS,
    BAR_WORDS,
    MAX_REASON,
    REPLACEMENT_WEEKS,
    TRIAL_WEEKS,
    AssessmentMode,
    BarRule,
)
from jobboard.web.forms import Form, Length, Line

E = TypeVar("E", bound=StrEnum)
REASONS = 8
"""One for every day, then one each from Monday to Sunday."""
_YES_NO = {"yes": True, "no": False}


class PromisesForm(Form):
    reasons = FieldList(
        Line("Why somebody must be in", [Length(MAX_REASON)]),
        min_entries=REASONS,
        max_entries=REASONS,
    )
    assessment_mode = OneOf(
        "How you meet a pair",
        choices=offered((one.value, words) for one, words in ASSESSMENT_WORDS.items()),
    )
    bar_rule = OneOf(
        "When a pair is good enough",
        choices=offered((one.value, words) for one, words in BAR_WORDS.items()),
    )
    single_applicants = OneOf(
        "May one person apply alone?",
        choices=offered((one.value, words) for one, words in SINGLE_WORDS.items()),
        default="no",
    )
    if_one_leaves = OneOf(
        "If one of a pair leaves during the selection",
        choices=offered((one.value, words) for one, words in LEAVES_WORDS.items()),
        default="no",
    )
    first_refusal = OneOf(
        "If one leaves the post later, do you ask the other first whether they want all of it?",
        choices=offered([("yes", "Yes, they are asked first"), ("no", "No")]),
    )
    replacement_weeks = Whole("Weeks you look for a new partner", values=REPLACEMENT_WEEKS)
    trial_weeks = Whole("Weeks of trial", values=TRIAL_WEEKS)
    offers_support = BooleanField("Administrative support for the two")
    offers_coaching = BooleanField("Coaching for the two together")


def typed(content: Content) -> dict[str, Any]:
    """Field name to what would have been typed for this content."""
    refusal = next((word for word, yes in _YES_NO.items() if yes is content.first_refusal), None)
    return {
        "reasons": [*content.need_reasons, *[""] * (REASONS - len(content.need_reasons))],
        "assessment_mode": content.assessment_mode.value if content.assessment_mode else None,
        "bar_rule": content.bar_rule.value if content.bar_rule else None,
        "single_applicants": content.single_applicants.value,
        "if_one_leaves": content.if_one_leaves.value,
        "first_refusal": refusal,
        "replacement_weeks": _text(content.replacement_weeks),
        "trial_weeks": _text(content.trial_weeks),
        "offers_support": content.offers_support,
        "offers_coaching": content.offers_coaching,
    }


def read(form: Any) -> dict[str, Any]:
    """Names of Content to what the form says; what cannot be understood counts as not said."""
    return {
        "need_reasons": _reasons([entry.data or "" for entry in form.reasons]),
        "assessment_mode": member(AssessmentMode, form.assessment_mode.data),
        "bar_rule": member(BarRule, form.bar_rule.data),
        "single_applicants": member(SingleApplicants, form.single_applicants.data)
        or SingleApplicants.NO,
        "if_one_leaves": member(SingleApplicants, form.if_one_leaves.data) or SingleApplicants.NO,
        "first_refusal": _YES_NO.get(form.first_refusal.data or ""),
        "replacement_weeks": form.replacement_weeks.value,
        "trial_weeks": form.trial_weeks.value,
        "offers_support": bool(form.offers_support.data),
        "offers_coaching": bool(form.offers_coaching.data),
    }


def member(kind: type[E], text: str | None) -> E | None:
    """The member of this value; None for anything else."""
    return next((one for one in kind if one.value == text), None)


def _reasons(lines: list[str]) -> tuple[str, ...]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    return tuple(lines)


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
