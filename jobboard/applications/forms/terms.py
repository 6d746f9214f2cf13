"""How they share, the private answer, starting, signing: forms that are no section."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flask import request
from wtforms import BooleanField, HiddenField, RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from jobboard.applications.domain import ACCEPTANCE_WISH_WORDS, AcceptanceWish, SectionKind
from jobboard.applications.forms.base import Known
from jobboard.planning.share_types import SHARE_TYPE_WORDS, ShareType
from jobboard.web.forms import Base, Form


class TermsForm(Form):
    once = None
    base = HiddenField()
    share_type = RadioField(
        "How you would share it",
        [Known(list(ShareType))],
        choices=[SelectChoice(kind.value, words) for kind, words in SHARE_TYPE_WORDS.items()],
        validate_choice=False,
    )


class AcceptanceForm(Form):
    """One partner's own answer. It carries no base: nobody else writes it."""

    once = None
    answer = RadioField(
        "If the panel prefers one of you",
        [Known(list(AcceptanceWish))],
        choices=[SelectChoice(one.value, words) for one, words in ACCEPTANCE_WISH_WORDS.items()],
        validate_choice=False,
    )
    is_shown = BooleanField("Show my answer to my partner")


class StartForm(Form):
    partnership = RadioField("Which of your partnerships applies?", validate_choice=False)
    kept = RadioField("What it begins from", default="", validate_choice=False)

    def offer_kept(self, choices: list[tuple[str, str]]) -> None:
        """Copies this person kept when an earlier partner left; the pair's own text comes first."""
        every = [("", "What the two of you have written as a pair"), *choices]
        self.kept.choices = [SelectChoice(value, words) for value, words in every]

    def offer(self, choices: list[tuple[str, str]]) -> None:
        self.partnership.choices = [SelectChoice(value, words) for value, words in choices]
        if len(choices) == 1 and not self.is_submitted():
            self.partnership.data = choices[0][0]

    def validate_partnership(self, field: Any) -> None:
        if field.data not in [choice.value for choice in field.choices]:
            raise ValidationError("Choose the partnership that applies for this role.")


class SignForm(Form):
    """`seen` is the hash of the text on the page; who signs comes from the session alone."""

    seen = HiddenField()
    read = BooleanField()

    def validate_read(self, field: Any) -> None:
        if not field.data:
            raise ValidationError("Tick that you have read this version, then sign it.")


class TemplateForm(Form):
    """Which sections become templates. `seen` names what the page showed as kept."""

    seen = HiddenField()

    def chosen(self, offered: Collection[SectionKind]) -> list[SectionKind]:
        """Those ticked, in the order of the page."""
        ticked = set(request.form.getlist("section"))
        return [kind for kind in offered if kind.value in ticked]


class PlainForm(Form):
    """One button."""


class RestoreForm(Form):
    """An older text becomes the newest: on the number of the text that it would follow."""

    once = None
    base = Base()
