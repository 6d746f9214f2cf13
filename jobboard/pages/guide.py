"""The sample form and pages that the style guide shows. Fictional; posts nowhere."""

from __future__ import annotations

from typing import Any

from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    FormField,
    PasswordField,
    RadioField,
    SelectField,
    SelectMultipleField,
)
from wtforms import Form as PlainForm
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from jobboard.web.forms import Form, Line, Prose
from jobboard.web.pagination import Page


class _Duty(PlainForm):  # type: ignore[misc]
    title = Line("Duty")


class SampleForm(Form):
    name = Line("Your name")
    email = Line("Email address")
    password = PasswordField("Password", description="At least 12 characters.")
    about = Prose("Your proposition")
    level = SelectField(
        "Level", choices=[SelectChoice("4", "Head"), SelectChoice("5", "Deputy director")]
    )
    starts = DateField("Earliest start")
    days = RadioField(
        "Days a week", choices=[SelectChoice("2", "2 to 2.5"), SelectChoice("3", "3")]
    )
    shares = SelectMultipleField(
        "Ways to share",
        choices=[
            SelectChoice("twin", "Share everything"),
            SelectChoice("islands", "Lead on different areas"),
        ],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    agree = BooleanField("I have read it. It speaks for both of us.")
    duties = FieldList(FormField(_Duty), min_entries=1)


def words() -> dict[str, Any]:
    """What the template needs: a form with two errors, and the third of twelve pages."""
    form = SampleForm(meta={"csrf": False})
    form.name.errors = ["Enter your name."]
    form.password.errors = ["Use at least 12 characters."]
    pages: Page[None] = Page(
        items=[], total=240, page=3, per_page=20, url=lambda number: f"?page={number}"
    )
    return {"form": form, "pages": pages}
