"""Who manages a role, the statements to confirm, and where to send them."""

from __future__ import annotations

from wtforms import BooleanField

from jobboard.accounts.addresses import NotAnAddressError
from jobboard.accounts.forms import Address, Deliverable
from jobboard.roles.manager import MAX_NAME, MAX_TITLE, STATEMENTS
from jobboard.roles.models import ManagerCheck
from jobboard.web.forms import Base, Form, Length, Line, Required


class ManagerForm(Form):
    lock_version = Base()
    name = Line(
        "Name of the line manager",
        [Required("Enter the name of whoever will manage the two."), Length(MAX_NAME)],
        description="Only your organisation reads it.",
    )
    title = Line(
        "Their job title",
        [Required("Enter their job title."), Length(MAX_TITLE)],
        description="Readers of the advert see the job title, not the name.",
    )

    @classmethod
    def opened(cls, check: ManagerCheck | None) -> ManagerForm:
        if check is None:
            return cls(lock_version=0)
        return cls(name=check.name, title=check.title, lock_version=check.lock_version)


class WordForm(Form):
    """One tick box for each statement, by its name."""

    def ticks(self) -> list[str]:
        return [one.key for one in STATEMENTS if self[one.name].data]


for _one in STATEMENTS:
    setattr(WordForm, _one.name, BooleanField(_one.text))


class ChecklistForm(WordForm):
    lock_version = Base()

    @classmethod
    def opened(cls, check: ManagerCheck) -> ChecklistForm:
        known = {one.name: one.key in check.confirmed for one in STATEMENTS}
        return cls(**known, lock_version=check.lock_version)


class SendForm(Form):
    address = Address(
        "Their email address",
        [Required(NotAnAddressError.message), Deliverable()],
        description="They get one mail with a link that works once, for 14 days. They need no"
        " account.",
    )
