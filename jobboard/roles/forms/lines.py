"""One duty, one criterion: a line each in the designer."""

from __future__ import annotations

from typing import Any

from wtforms import BooleanField
from wtforms import Form as PlainForm

from jobboard.roles.content import MAX_LINE, CriterionLine, DutyLine
from jobboard.roles.domain import HeldBy, MayLead
from jobboard.roles.forms.fields import Choose, OneOf, Whole, offered
from jobboard.roles.redesign import KIND_WORDS, RULE_WORDS, WHOLE, DecisionRule, DutyKind
from jobboard.web.forms import Length, Line

UNSAID = ("", "Not said")
WEIGHTS = [("1", "1, nice"), ("2", "2"), ("3", "3, weighs"), ("4", "4"), ("5", "5, decides")]


class DutyForm(PlainForm):
    name = Line("Duty", [Length(MAX_LINE)])
    may_lead = OneOf(
        "Who may lead",
        choices=offered([("either", "Either"), ("joint", "Must be joint")]),
        default="either",
    )
    weight = Whole("Percent of the job", values=range(1, WHOLE + 1))
    kind = Choose(
        "Kind",
        choices=offered([UNSAID, *((k.value, w) for k, w in KIND_WORDS.items())]),
        default="",
    )
    decision_rule = Choose(
        "How it is decided",
        choices=offered([UNSAID, *((r.value, w) for r, w in RULE_WORDS.items())]),
        default="",
    )

    def line(self) -> DutyLine | None:
        """None for a line left empty."""
        if not self.name.data:
            return None
        return DutyLine(
            self.name.data,
            _member(MayLead, self.may_lead.data, MayLead.EITHER),
            self.weight.value,
            _member(DutyKind, self.kind.data, None),
            _member(DecisionRule, self.decision_rule.data, None),
        )


class CriterionForm(PlainForm):
    text = Line("Criterion", [Length(MAX_LINE)])
    weight = Choose("Weight", choices=offered(WEIGHTS), default="3")
    is_essential = BooleanField("Essential")
    held_by = OneOf(
        "Shown by",
        choices=offered([("pair", "Between you"), ("each", "Each of you")]),
        default="pair",
    )

    def line(self) -> CriterionLine | None:
        """None for a line left empty."""
        if not self.text.data:
            return None
        return CriterionLine(
            text=self.text.data,
            weight=int(self.weight.data) if self.weight.data in dict(WEIGHTS) else 3,
            is_essential=bool(self.is_essential.data),
            held_by=_member(HeldBy, self.held_by.data, HeldBy.PAIR),
        )


def _member(kind: Any, text: str | None, otherwise: Any) -> Any:
    return kind(text) if text in set(kind) else otherwise
