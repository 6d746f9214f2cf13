from __future__ import annotations

from collections.abc import Sequence

from flask_wtf.file import FileField

from jobboard.organisations.models import Organisation
from jobboard.roles.forms.fields import Choose, offered
from jobboard.web.forms import Form, Length, Line

CHOOSE = "Choose the file with your adverts."


class BringingForm(Form):
    """A file of the organisation's own adverts, and the name that stands in them."""

    organisation = Choose("Organisation", choices=[])
    named = Line("Its name in the adverts", [Length(200)])
    file = FileField("File")

    def offer(self, organisations: Sequence[Organisation]) -> None:
        self.organisation.choices = offered((str(each.id), each.name) for each in organisations)

    def validate_file(self, field: FileField) -> None:
        if not field.data or not field.data.filename:
            field.errors = [*field.errors, CHOOSE]
