"""Fields that keep what was typed in `data` and say in `value` what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from decimal import Decimal
from typing import Any, Generic, TypeVar

from wtforms import Field, RadioField, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation, ValidationError
from wtforms.widgets import CheckboxInput, DateInput, ListWidget, TimeInput

from jobboard.roles.closing import YEARS
from jobboard.roles.content import FULL_WEEK, HOURS, MONTHS, PAY
from jobboard.web.forms import Line
from jobboard.web.week_grids import posted

V = TypeVar("V")
OFFERED = "Choose one of those offered."


def offered(pairs: Iterable[tuple[str, str]]) -> list[SelectChoice]:
    """(value, words) as a field wants them."""
    return [SelectChoice(value, words) for value, words in pairs]


class Meaning(Line, Generic[V]):
    """One line that stands for a value; an empty line stands for None."""

    wrong = ""

    @property
    def value(self) -> V | None:
        return self.read(self.data or "")

    def read(self, text: str) -> V | None:
        """What the text means; None where it means nothing."""
        raise NotImplementedError

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        if self.data and self.value is None:
            raise StopValidation(self.wrong)


def _amount(text: str) -> Decimal | None:
    digits = re.sub(r"[£€,\s]", "", text)
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,2})?", digits):
        return None
    return Decimal(digits) if PAY[0] <= Decimal(digits) <= PAY[1] else None


def _hours(text: str) -> Decimal | None:
    if not re.fullmatch(r"[0-9]{2}(\.[0-9]{1,2})?", text):
        return None
    return Decimal(text) if HOURS[0] <= Decimal(text) <= HOURS[1] else None


def _months(text: str) -> int | None:
    return int(text) if re.fullmatch("[0-9]{1,2}", text) and int(text) in MONTHS else None


def _day(text: str) -> date | None:
    """What a date field sends, or day/month/year where a browser has none."""
    if british := re.fullmatch(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})", text):
        text = f"{british[3]}-{int(british[2]):02d}-{int(british[1]):02d}"
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in YEARS else None


def _clock(text: str) -> time | None:
    found = re.fullmatch("([0-9]{1,2}):([0-9]{2})(:[0-9]{2})?", text)
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time(int(found[1]), int(found[2]))


class Amount(Meaning[Decimal]):
    wrong = "Enter the salary for a full year as a number, like 95,000."

    def read(self, text: str) -> Decimal | None:
        return _amount(text)


class Hours(Meaning[Decimal]):
    wrong = "Enter the full-time hours as a number between 30 and 48, like 37.5."

    def read(self, text: str) -> Decimal | None:
        return _hours(text)


class Months(Meaning[int]):
    wrong = "Enter the number of months, 1 to 60."

    def read(self, text: str) -> int | None:
        return _months(text)


class Whole(Meaning[int]):
    """A whole number out of `values`."""

    def __init__(self, label: str, *, values: range, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.values = values
        self.wrong = f"Enter a whole number, {values[0]} to {values[-1]}."

    def read(self, text: str) -> int | None:
        return int(text) if re.fullmatch("[0-9]{1,3}", text) and int(text) in self.values else None


class Day(Meaning[date]):
    wrong = "Enter a real date, like 7/12/2026."
    widget = DateInput()

    def read(self, text: str) -> date | None:
        return _day(text)


class Clock(Meaning[time]):
    wrong = "Enter the time of day as hours and minutes, like 12:00."
    widget = TimeInput()

    def read(self, text: str) -> time | None:
        return _clock(text)


class Choose(SelectField):
    """A drop-down. Nothing chosen is fine in a draft; anything not offered is an error."""

    def __init__(self, *args: Any, not_offered: str = OFFERED, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.not_offered = not_offered

    def pre_validate(self, _form: Any) -> None:
        if self.data and all(choice.value != self.data for choice in self.choices):
            raise ValidationError(self.not_offered)


class OneOf(RadioField):
    def pre_validate(self, _form: Any) -> None:
        if self.data and all(choice.value != self.data for choice in self.choices):
            raise ValidationError(OFFERED)


class Ticks(SelectMultipleField):
    """Tick boxes, any number of them."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def pre_validate(self, _form: Any) -> None:
        if set(self.data or []) - {choice.value for choice in self.choices}:
            raise ValidationError("Tick only what is offered.")


class NeedField(Field):
    """The week as `three()` posts it: name-0, name-1 …, one symbol for each half-day of its grid.

    What cannot be read is drawn as not needed, with the error beside it. `data` is the pattern to
    draw; `value` is None where a half-day has no answer.
    """

    value: str | None = None

    def process(self, formdata: Any, data: Any = FULL_WEEK, extra_filters: Any = None) -> None:
        del extra_filters
        self.process_errors: list[str] = []
        self.data = data if isinstance(data, str) and data else FULL_WEEK
        self.value = self.data
        if formdata:
            self.data, is_whole = posted(formdata, self.name, "-n2", "-", like=FULL_WEEK)
            self.value = self.data if is_whole else None

    def set(self, pattern: str) -> None:
        self.data = self.value = pattern

    def pre_validate(self, _form: Any) -> None:
        if self.value is None:
            raise StopValidation("Say for each half-day how many people you need.")
