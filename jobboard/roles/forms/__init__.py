"""The designer: everything an employer says about a role, in one form with sections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wtforms import BooleanField, FieldList, FormField, HiddenField
from wtforms.validators import ValidationError

from jobboard.planning import levels
from jobboard.planning.coverage import FUNDED_TENTHS, MOST_OVERLAP
from jobboard.planning.feasibility import Fix
from jobboard.planning.sectors import SECTORS
from jobboard.planning.share_types import SHARE_TYPE_HINTS, SHARE_TYPE_WORDS
from jobboard.planning.wording import fte_text, half_days
from jobboard.roles.closing import ZONES
from jobboard.roles.content import INTERVIEW_DAYS, MAX_LINES, MAX_PLACE, MAX_TITLE, Content
from jobboard.roles.domain import WORK_MODE_WORDS
from jobboard.roles.employers import Employer, NotAClientError
from jobboard.roles.forms import reading
from jobboard.roles.forms.fields import (
    Amount,
    Choose,
    Clock,
    Day,
    Hours,
    Months,
    NeedField,
    OneOf,
    Ticks,
    offered,
)
from jobboard.roles.forms.lines import CriterionForm, DutyForm
from jobboard.roles.forms.promises import PromisesForm
from jobboard.roles.forms.vacancy import VacancyForm
from jobboard.roles.redesign import balanced
from jobboard.web.forms import Form, Length, Line, Prose

UNSET = ("", "Choose one")
FUNDED = [(fte_text(t, 1), f"{fte_text(t, 1)} FTE, {half_days(t)}") for t in FUNDED_TENTHS]
OVERLAPS = [("0", "None, handover in writing")] + [
    (str(count), half_days(count)) for count in range(1, MOST_OVERLAP + 1)
]
SHARES = [(kind.value, f"{words}. {SHARE_TYPE_HINTS[kind]}.") for kind, words in
          SHARE_TYPE_WORDS.items()]  # fmt: skip
SPARE_LINES = 30
"""Lines beyond the limit that a page may send and get back, rather than lose."""


class SeenForm(Form):
    """A button, and the version its page showed."""

    seen_version = HiddenField()

    @property
    def seen(self) -> int:
        """-1, which no role has, for anything that is no number."""
        text = self.seen_version.data or ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1


class RoleForm(VacancyForm, PromisesForm):
    """`data` of each field is what was typed, so that a refused page gives all of it back."""

    lock_version = HiddenField()
    organisation = Choose("Organisation", choices=[], not_offered=NotAClientError.message)
    title = Line("Title of the role", [Length(MAX_TITLE)])
    level = Choose("Level", choices=offered([UNSET, *levels.choices()]))
    sector = Choose("Sector", choices=offered([UNSET, *SECTORS.items()]))
    description = Prose("Description")
    requirements = Prose("Requirements")
    place = Line("Place", [Length(MAX_PLACE)])
    work_mode = OneOf(
        "Work mode", choices=offered((m.value, w) for m, w in WORK_MODE_WORDS.items())
    )
    contract_kind = OneOf(
        "Contract", choices=offered([("permanent", "Permanent"), ("fixed", "Fixed term")])
    )
    contract_months = Months("Length of the fixed term, in months")
    salary_currency = Choose(
        "Currency", choices=offered([("GBP", "£, pounds"), ("EUR", "€, euros")]), default="GBP"
    )
    salary_min = Amount("Lowest salary a year, full time")
    salary_max = Amount("Highest salary a year, full time")
    full_time_hours = Hours("Hours of a full-time week")
    share_types = Ticks("Ways of sharing you welcome", choices=offered(SHARES))
    need = NeedField("The week")
    funded_fte = Choose("Hours you fund, in FTE", choices=offered(FUNDED), default="1.2")
    min_overlap = Choose("Least time together", choices=offered(OVERLAPS), default="1")
    duties = FieldList(FormField(DutyForm), min_entries=1, max_entries=MAX_LINES + SPARE_LINES)
    criteria = FieldList(
        FormField(CriterionForm), min_entries=1, max_entries=MAX_LINES + SPARE_LINES
    )
    asks_evidence = BooleanField("Ask each of the two for evidence of their own")
    closes_on = Day("Closing date")
    closes_time = Clock("Closing time", default="12:00")
    closes_zone = Choose("Time zone", choices=offered(ZONES.items()), default="Europe/London")
    interview_dates = FieldList(
        Day("Interview day"), min_entries=INTERVIEW_DAYS, max_entries=INTERVIEW_DAYS
    )

    @classmethod
    def opened(cls, content: Content, base: int, organisations: Sequence[Employer]) -> RoleForm:
        """The form on stored content; what a request posts goes before it."""
        form = cls(**reading.typed(content), lock_version=str(base))
        known = [(each.id, each.name) for each in organisations]
        form.organisation.choices = offered([UNSET, *known] if len(known) > 1 else known)
        if len(known) == 1 and not form.organisation.data:
            form.organisation.data = known[0][0]
        return form

    def content(self) -> Content:
        """What the form says, as far as it can be understood; exact once it has validated."""
        return reading.content(self)

    @property
    def base(self) -> int:
        """The lock version the page was made from; -1, which no row has, if it is no number."""
        text = self.lock_version.data or ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1

    def validate_organisation(self, field: Any) -> None:
        if not field.data:
            raise ValidationError("Choose the organisation the role is for.")

    def validate_salary_max(self, field: Any) -> None:
        low = self.salary_min.value
        if low is not None and field.value is not None and field.value < low:
            raise ValidationError("The highest salary is below the lowest. Swap or mend them.")

    def validate_closes_on(self, _field: Any) -> None:
        if message := reading.closing_trouble(self):
            raise ValidationError(message)

    def validate_closes_time(self, field: Any) -> None:
        if self.closes_on.data and not field.data:
            raise ValidationError("Enter the closing time, like 12:00.")

    def validate_duties(self, field: Any) -> None:
        _refuse_many(field, "duties")

    def validate_criteria(self, field: Any) -> None:
        _refuse_many(field, "criteria")

    def mend(self, fix: Fix) -> None:
        """Put the values of one fix into the form."""
        self.need.set(fix.coverage_text)
        self.funded_fte.data = fte_text(fix.funded_tenths, 1)
        self.min_overlap.data = str(fix.min_overlap)

    def change_lines(self, name: str, drop: int | None) -> None:
        """Add an empty line, or take one out; the others keep what was typed."""
        lines = self[name]
        kept = [entry.data for index, entry in enumerate(lines.entries) if index != drop]
        if drop is None and len(kept) < MAX_LINES:
            kept.append({})
        lines.process(None, kept)

    def balance_duties(self) -> None:
        """Make the weights of the duties that have words add up to 100."""
        named = [entry.form for entry in self.duties if entry.form.name.data]
        for form, weight in zip(
            named, balanced([form.weight.value for form in named]), strict=True
        ):
            form.weight.data = str(weight)


def _refuse_many(field: Any, what: str) -> None:
    count = sum(1 for entry in field.entries if entry.form.line() is not None)
    if count > MAX_LINES:
        raise ValidationError(f"These are {count} {what}. Keep {MAX_LINES} at most.")


__all__ = ["RoleForm", "SeenForm"]
