from __future__ import annotations

from wtforms import FieldList, FormField, RadioField, SelectField
from wtforms import Form as PlainForm
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional, ValidationError

from jobboard.accounts.addresses import NotAnAddressError
from jobboard.accounts.forms import Address, Deliverable
from jobboard.core.errors import UserError
from jobboard.partnerships.call_card import MAX_DAYS_OFF, MAX_PHONE, CardFields
from jobboard.partnerships.duty_map import (
    MAX_DUTIES,
    MAX_DUTY,
    MAX_RULE,
    MAX_WHY,
    Duty,
    DutyMap,
    Lead,
)
from jobboard.partnerships.feedback import MAX_FEEDBACK_WORDS, MAX_GIVER, QUESTIONS, FeedbackWords
from jobboard.planning.grid import Shape
from jobboard.web.forms import Base, Form, Length, Line, Prose, Required

SPARE = 3
SHAPES = {"1-5": "One week, Monday to Friday", "1-7": "One week with weekends",
          "2-5": "Two weeks that alternate", "2-7": "Two weeks with weekends"}  # fmt: skip


class DutyForm(PlainForm):
    name = Line("What", [Length(MAX_DUTY)])
    lead = SelectField("Leads", default=Lead.EITHER.value, validate_choice=False)
    rule = Line("When only one is in", [Length(MAX_RULE)])


class MapForm(Form):
    duties = FieldList(FormField(DutyForm), max_entries=MAX_DUTIES + 30)
    why = Line("Why it changed (optional)", [Length(MAX_WHY)])
    base = Base(default=0)

    def name_people(self, first: str, second: str) -> None:
        words = {Lead.A: first, Lead.B: second, Lead.JOINT: "Jointly", Lead.EITHER: "Either"}
        for entry in self.duties:
            entry.form.lead.choices = [SelectChoice(key.value, word) for key, word in words.items()]

    def spare(self, rows: int = SPARE) -> None:
        """Empty rows at the end, to write in."""
        for _ in range(rows):
            self.duties.append_entry()

    def map(self) -> DutyMap:
        """Rows without a duty are left out; an unknown lead raises UserError."""
        rows = [entry.form for entry in self.duties]
        return DutyMap(
            tuple(
                Duty(row.name.data or "", _lead(row.lead.data), row.rule.data or "")
                for row in rows
                if row.name.data or row.rule.data
            )
        )


def _lead(typed: str | None) -> Lead:
    try:
        return Lead(typed or "")
    except ValueError:
        raise UserError("Choose who leads, for each duty.") from None


class CardForm(Form):
    shape = SelectField(
        "The week", choices=[SelectChoice(key, words) for key, words in SHAPES.items()]
    )
    joint_email = Address(
        "An address you both read (optional)",
        [Optional(), Deliverable()],
        description="One the team may write to any day.",
    )
    joint_phone = Line("A number that always rings (optional)", [Length(MAX_PHONE)])
    days_off = Prose(
        "On days off and out of hours (optional)",
        [Length(MAX_DAYS_OFF)],
        description="Such as: whoever worked that day is rung, only if it cannot wait.",
        max_bytes=4 * MAX_DAYS_OFF,
    )
    base = Base(default=0)

    def grid(self) -> Shape:
        weeks, _, days = (self.shape.data or "").partition("-")
        return Shape(int(weeks), int(days)) if self.shape.data in SHAPES else Shape()

    def fields(self, week: str) -> CardFields:
        return CardFields(
            week,
            self.joint_email.normal if self.joint_email.data else "",
            self.joint_phone.data or "",
            self.days_off.data or "",
        )


class AskForm(Form):
    address = Address(
        "Their email address",
        [Required(NotAnAddressError.message), Deliverable()],
        description="They get one mail with a link that works for 14 days, and need no account.",
    )


class FeedbackForm(Form):
    works = Prose(QUESTIONS["works"])
    harder = Prose(QUESTIONS["harder"])
    advice = Prose(QUESTIONS["advice"], description=f"Up to {MAX_FEEDBACK_WORDS} words each.")
    signed = RadioField(
        "Your name",
        choices=[
            SelectChoice("no", "Leave it out"),
            SelectChoice("yes", "Show it to the two of them"),
        ],
        default="no",
    )
    giver = Line("Your name, if you show it", [Length(MAX_GIVER)])

    def validate_giver(self, field: Line) -> None:
        if self.signed.data == "yes" and not field.data:
            raise ValidationError("Write your name, or choose to leave it out.")

    def said(self) -> FeedbackWords:
        name = self.giver.data if self.signed.data == "yes" else ""
        return FeedbackWords(
            self.works.data or "", self.harder.data or "", self.advice.data or "", name or ""
        )


class KeepForm(Form):
    """The numbers of the map and of the card that the page showed."""

    base = Base(default=0)
    card = Base(default=0)
