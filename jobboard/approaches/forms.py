"""To write an approach, sign it, answer it."""

from __future__ import annotations

from typing import Any

from flask import request
from wtforms import BooleanField, HiddenField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from jobboard.approaches.domain import MAX_ANSWER, MAX_PROPOSITION, MAX_WHY
from jobboard.partnerships.models import Partnership
from jobboard.roles.models import Role
from jobboard.web.forms import Base, Form, Prose
from jobboard.web.weeks import plan_from

WEEK = "nnnnnnnnnn"
"""Nobody has said what is needed: each half-day may be somebody's."""


class StartForm(Form):
    partnership = RadioField("Which of your partnerships writes?", validate_choice=False)

    def offer(self, pairs: list[tuple[Partnership, str]]) -> None:
        choices = [SelectChoice(str(pair.id), words) for pair, words in pairs]
        self.partnership.choices = choices
        if len(choices) == 1 and not self.is_submitted():
            self.partnership.data = choices[0].value

    def validate_partnership(self, field: Any) -> None:
        if field.data not in [choice.value for choice in field.choices]:
            raise ValidationError("Choose the partnership that writes.")


class WriteForm(Form):
    """`base` is the number of the text that the page showed."""

    once = None
    proposition = Prose(
        "Who you are together and what you offer",
        description=f"Up to {MAX_PROPOSITION} words. It begins from the text you share as a pair.",
    )
    why = Prose(
        "Why this employer",
        description=f"Up to {MAX_WHY} words. What you know of them, and what post you think of.",
    )
    base = Base()

    @property
    def week(self) -> str:
        """What was ticked, as a split plan."""
        return plan_from(request.form.getlist("week-a"), request.form.getlist("week-b"), WEEK)


class SignForm(Form):
    once = None
    seen = HiddenField()
    read = BooleanField("I have read it. It speaks for both of us.")

    def validate_read(self, field: Any) -> None:
        if not field.data:
            raise ValidationError("Say that you have read it, then sign.")


class PlainForm(Form):
    """A button."""


class InviteForm(Form):
    role = SelectField("One of your open roles", validate_choice=False)
    words = Prose("In your words", description=f"Up to {MAX_ANSWER} words. Both read them.")

    def offer(self, roles: list[Role]) -> None:
        self.role.choices = [SelectChoice("", "None of them: my words say what I mean")] + [
            SelectChoice(str(role.id), role.heading) for role in roles
        ]

    def chosen(self, roles: list[Role]) -> Role | None:
        return next((role for role in roles if str(role.id) == self.role.data), None)


class DeclineForm(Form):
    words = Prose(
        "Your words to both of them",
        description=f"Up to {MAX_ANSWER} words. A thank-you and one honest sentence go a long way.",
    )
