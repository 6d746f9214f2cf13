"""Sections made of words: the proposition, cover, risks, the start, one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import request
from wtforms import BooleanField, RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import DateInput

from jobboard.applications.answers import RISK_HINTS, RISK_WORDS, WISH_WORDS, Risk
from jobboard.applications.domain import SectionKind
from jobboard.applications.forms.base import SectionForm
from jobboard.applications.sections import Frame
from jobboard.core.text import UnstorableTextError, clean
from jobboard.web.forms import Line, Prose


class PropositionForm(SectionForm):
    kind = SectionKind.PROPOSITION
    text = Prose("Your proposition")

    @classmethod
    def plain_names(cls) -> tuple[str, ...]:
        return ("text",)

    def raw(self, frame: Frame) -> dict[str, Any]:  # noqa: ARG002
        return {"text": self.text.data}


class _Plain(SectionForm):
    """A section whose answers are fields of the same names."""

    @classmethod
    def plain_names(cls) -> tuple[str, ...]:
        raise NotImplementedError

    def raw(self, frame: Frame) -> dict[str, Any]:  # noqa: ARG002
        return {name: self._fields[name].data for name in self.plain_names()}


class CoverForm(_Plain):
    kind = SectionKind.COVER
    swap_a = Line("Half-days a year")
    swap_b = Line("Half-days a year")
    never_both_off = BooleanField("We are never both off in a half-day the role needs")
    fortnight = Prose("A fortnight’s leave")
    long_absence = Prose("A long absence")
    support = Prose("Administrative support you ask for")

    @classmethod
    def plain_names(cls) -> tuple[str, ...]:
        return ("swap_a", "swap_b", "never_both_off", "fortnight", "long_absence", "support")


class ContinuityForm(_Plain):
    kind = SectionKind.CONTINUITY
    earliest_start = Line("The first day you could both start", widget=DateInput())
    transition = BooleanField("We would begin as two part-time posts")
    review_weeks = Line("Weeks until it is reviewed")
    conditions = Prose("What must be true at the review")

    @classmethod
    def plain_names(cls) -> tuple[str, ...]:
        return ("earliest_start", "transition", "review_weeks", "conditions")


class RisksForm(SectionForm):
    """One box a risk, named `risk-<key>`."""

    kind = SectionKind.RISKS

    def raw(self, frame: Frame) -> dict[str, Any]:  # noqa: ARG002
        return {"answers": {risk.value: posted(f"risk-{risk}") for risk in Risk}}


class OwnForm(SectionForm):
    """One partner's own words; evidence is named `evidence-<criterion id>`."""

    wish = RadioField(
        "If your partner ever leaves, you would rather",
        choices=[SelectChoice(one.value, words) for one, words in WISH_WORDS.items()],
        validate_choice=False,
    )
    wish_note = Prose("In a few words, if you like")

    @classmethod
    def plain_names(cls) -> tuple[str, ...]:
        return ("wish", "wish_note")

    def raw(self, frame: Frame) -> dict[str, Any]:
        return {
            "wish": self.wish.data or "",
            "wish_note": self.wish_note.data,
            "evidence": {one.id: posted(f"evidence-{one.id}") for one in frame.criteria},
        }


class OwnAForm(OwnForm):
    kind = SectionKind.OWN_A


class OwnBForm(OwnForm):
    kind = SectionKind.OWN_B


def posted(name: str) -> str:
    """A text beside the fields, in the one form it is stored in; raw where it cannot be stored, for
    the rules to say so."""
    raw = request.form.get(name, "")
    try:
        return clean(raw).strip()
    except UnstorableTextError:
        return raw


def risk_rows(content: Mapping[str, Any]) -> list[tuple[str, str, str, str]]:
    """(input name, question, hint, text) of each risk."""
    return [
        (f"risk-{risk}", RISK_WORDS[risk], RISK_HINTS[risk], content["answers"].get(risk.value, ""))
        for risk in Risk
    ]
