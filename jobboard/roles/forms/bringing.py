from __future__ import annotations

from collections.abc import Sequence

from flask_wtf.file import FileField

from jobboard.roles.employers import Employer
from jobboard.roles.forms.fields import Choose, offered
from jobboard.web.forms import Form, Length, Line

CHOOSE = "Choose the file with your adverts."


class BringingForm(Form):
    """A file of the organisation's own adverts, and the name that stands in them."""

    organisation = Choose("Organisation", choices=[])
    named = Line("Its name in the adverts", [Length(200)])
    file = FileField("File")

    def offer(self, employers: Sequence[Employer]) -> None:
        """Not empty."""
        self._employers = employers
        self.organisation.choices = offered((each.id, each.name) for each in employers)

    @property
    def chosen(self) -> Employer:
        """The first where the page had nothing to choose."""
        wanted = self.organisation.data
        return next((each for each in self._employers if each.id == wanted), self._employers[0])

    def validate_file(self, field: FileField) -> None:
        if not field.data or not field.data.filename:
            field.errors = [*field.errors, CHOOSE]
