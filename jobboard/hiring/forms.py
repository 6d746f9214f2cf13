from __future__ import annotations

from wtforms import IntegerField, RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional
from wtforms.widgets import HiddenInput

from jobboard.hiring.domain import (
    MAX_NOTE_WORDS,
    MAX_REFUSAL_WORDS,
    OFFERED_REASONS,
    REASON_WORDS,
    Reason,
)
from jobboard.web.forms import Form, Prose


class MoveForm(Form):
    """`seen` is the version of the candidacy the reader had in front of them."""

    seen = IntegerField(widget=HiddenInput(), validators=[Optional()])


class OnwardForm(MoveForm):
    note = Prose(
        "A private note (optional)",
        description=f"For your colleagues only, up to {MAX_NOTE_WORDS} words. The pair never"
        " sees it.",
    )


class RefusalForm(MoveForm):
    reason = RadioField(
        "Reason",
        choices=[SelectChoice(each.value, REASON_WORDS[each]) for each in OFFERED_REASONS],
        coerce=Reason,
        validate_choice=False,
        validators=[Optional()],
        description="Both partners read it in these words.",
    )
    words = Prose(
        "Your words to them both (optional)",
        description=f"Up to {MAX_REFUSAL_WORDS} words. One true sentence helps more than a polite"
        " page.",
    )


class NoteForm(Form):
    text = Prose(
        "Add a note",
        description=f"For your colleagues only, up to {MAX_NOTE_WORDS} words. The pair never"
        " sees it.",
    )


def form_for(move: str) -> MoveForm:
    """The questions of this move."""
    if move == "not_select":
        return RefusalForm()
    return MoveForm() if move == "start_reading" else OnwardForm()
