"""A day and a time in the zone of the role, and why a role is withdrawn."""

from __future__ import annotations

from datetime import datetime

from wtforms.validators import ValidationError

from jobboard.roles.closing import NoSuchTimeError, instant_of, local_parts
from jobboard.roles.domain import CANCEL_WORDS, MAX_REASON_WORDS, CancelReason
from jobboard.roles.forms import SeenForm
from jobboard.roles.forms.fields import Clock, Day, OneOf, offered
from jobboard.roles.models import Role
from jobboard.web.forms import Form, Length, Line, Prose


class ClosingForm(Form):
    """A new closing time; `zone` is the role's own."""

    closes_on = Day("Closing date")
    closes_time = Clock("Closing time", default="12:00")

    @classmethod
    def opened(cls, role: Role) -> ClosingForm:
        form = cls()
        form.zone = role.closes_zone
        if not form.is_submitted() and role.closes_at is not None:
            _, clock = local_parts(role.closes_at, role.closes_zone)
            form.closes_time.data = f"{clock:%H:%M}"
        return form

    zone = "Europe/London"
    """Of the role; a time that comes twice, when the clocks go back, means the first one."""

    def validate_closes_on(self, field: Day) -> None:
        if not field.data:
            raise ValidationError("Enter the new closing date.")
        _check(field, self.closes_time, self.zone)

    @property
    def instant(self) -> datetime:
        """Once it has validated."""
        day, clock = self.closes_on.value, self.closes_time.value
        if day is None or clock is None:
            raise LookupError("the form has not validated")
        return instant_of(day, clock, self.zone)

    def validate_closes_time(self, field: Clock) -> None:
        if not field.data:
            raise ValidationError("Enter the closing time.")


def _check(day: Day, clock: Clock, zone: str) -> None:
    """The error stands at the day: the hour exists on others."""
    if day.value is None or clock.value is None:
        return
    try:
        instant_of(day.value, clock.value, zone)
    except NoSuchTimeError as error:
        raise ValidationError(str(error)) from None


class OpeningForm(SeenForm):
    """When a role opens by itself; no day: now."""

    publish_on = Day("Day")
    publish_time = Clock("Time", default="09:00")
    zone = "Europe/London"

    def validate_publish_on(self, field: Day) -> None:
        _check(field, self.publish_time, self.zone)

    def validate_publish_time(self, field: Clock) -> None:
        """A day without a time must not mean now."""
        if self.publish_on.data and not field.data:
            raise ValidationError("Enter the time at which it opens.")

    @property
    def instant(self) -> datetime | None:
        """None: as soon as it is published."""
        day, clock = self.publish_on.value, self.publish_time.value
        return instant_of(day, clock, self.zone) if day and clock else None


class CancellationForm(Form):
    reason = OneOf(
        "Why you withdraw it",
        choices=offered((each.value, words) for each, words in CANCEL_WORDS.items()),
        description="Everybody who applied reads it in these words.",
    )
    words = Prose("Your words to them (optional)", description=f"Up to {MAX_REASON_WORDS} words.")

    @property
    def chosen(self) -> CancelReason | None:
        return CancelReason(self.reason.data) if self.reason.data else None


class TemplateForm(Form):
    name = Line("Name of the template", [Length(80)])
