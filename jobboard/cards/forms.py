from __future__ import annotations

from wtforms import HiddenField, RadioField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from jobboard.cards.composing import Source
from jobboard.cards.domain import DEFAULT_LIFE, LIVES, MAX_LABEL, NothingToShowError
from jobboard.web.forms import Form, Length, Line, Required


class Parts(SelectMultipleField):
    """Tick boxes: what the card shows."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class CardForm(Form):
    label = Line(
        "Whom it is for",
        [Required("Say whom it is for."), Length(MAX_LABEL)],
        description="Such as “for Dr Shah”. Only the two of you see it.",
    )
    parts = Parts("What it shows", [Required(NothingToShowError.message)])
    days = RadioField(
        "How long the link works",
        choices=[SelectChoice(str(days), f"{days} days") for days in LIVES],
        default=str(DEFAULT_LIFE),
        description="Counted from when you have both agreed. Either of you may end it sooner.",
    )
    seen = HiddenField()

    def offer(self, source: Source) -> None:
        self.parts.choices = [SelectChoice(value, label) for value, label in source.choices()]
        if not self.is_submitted():
            self.parts.data = [value for value, _ in source.choices()]


class AgreeForm(Form):
    """A yes to exactly what was on the page."""

    seen = HiddenField()


class EndForm(Form):
    """A step that only needs a yes."""
