from __future__ import annotations

from typing import Any

from wtforms import Field, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation
from wtforms.widgets import CheckboxInput, ListWidget, TextInput

from jobboard.candidates.domain import MAX_LINE, OPEN_WEEK, ProfileFields, tidy_skills
from jobboard.candidates.models import Profile
from jobboard.core.errors import InvalidInputError
from jobboard.planning import levels
from jobboard.planning.sectors import SECTORS
from jobboard.web.forms import Base, Form, Length, Line, Prose
from jobboard.web.week_grids import posted

SYMBOLS = "pc-"


class WeekField(Field):
    """Radio groups `name-0`, `name-1` … on the grid that was chosen, read as one pattern; an answer
    that is missing or strange is drawn as "could". The id is that of the first."""

    widget = TextInput()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, id=f"{kwargs.pop('prefix_id')}-0", **kwargs)
        self.is_whole = True

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        super().process(None, data or OPEN_WEEK, extra_filters)
        if not formdata:
            return
        self.data, self.is_whole = posted(formdata, self.name, SYMBOLS, "c", like=OPEN_WEEK)

    def pre_validate(self, form: Any) -> None:  # noqa: ARG002
        if not self.is_whole:
            raise StopValidation("Choose one answer for each half-day.")


class Sectors(SelectMultipleField):
    """Tick boxes; what stands on no list is refused by the domain, in its own words."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def pre_validate(self, form: Any) -> None:
        del form


class ProfileForm(Form):
    headline = Line(
        "Headline",
        [Length(MAX_LINE)],
        description="What you do and what you would share, in one line.",
    )
    level = SelectField(
        "Level",
        choices=[
            SelectChoice("", "Choose a level"),
            *(SelectChoice(*choice) for choice in levels.choices()),
        ],
        description="What you answer for now, or would like to.",
    )
    sectors = Sectors(
        "Sectors",
        choices=[SelectChoice(*sector) for sector in SECTORS.items()],
        description="Up to five.",
    )
    place = Line(
        "Place",
        [Length(MAX_LINE)],
        description="In your own words, such as “Leeds, up to an hour by train”.",
    )
    availability = WeekField("Your week", prefix_id="availability")
    skills = Prose("Skills", description="Up to twelve, one a line or between commas.")
    base = Base(default=0)

    @classmethod
    def of(cls, profile: Profile | None) -> ProfileForm:
        """The form on what was posted, or on what is saved."""
        if profile is None:
            return cls()
        return cls(
            data={
                "headline": profile.headline,
                "level": str(profile.level or ""),
                "sectors": profile.sectors,
                "place": profile.place,
                "availability": profile.availability,
                "skills": "\n".join(profile.skills),
                "base": profile.lock_version,
            }
        )

    def validate(self, extra_validators: Any = None) -> bool:
        """Shape and rules in one go, so that everything wrong is said at once."""
        is_shaped = bool(super().validate(extra_validators))
        try:
            self.fields().check()
        except InvalidInputError as error:
            new = {name: said for name, said in error.errors.items() if not self[name].errors}
            self.blame(InvalidInputError(new))
            return False
        return is_shaped

    def fields(self) -> ProfileFields:
        level = levels.parse(self.level.data)
        return ProfileFields(
            headline=self.headline.data or "",
            level=level.number if level else None,
            sectors=tuple(self.sectors.data or ()),
            place=self.place.data or "",
            availability=self.availability.data,
            skills=tidy_skills(self.skills.data or ""),
        )
