from __future__ import annotations

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from jobboard.accounts.addresses import NotAnAddressError
from jobboard.accounts.forms import Address, Deliverable
from jobboard.web.forms import Form, Required


class RefereeForm(Form):
    address = Address(
        "Their email address",
        [Required(NotAnAddressError.message), Deliverable()],
        description="They get one mail with a link that works for 14 days, need no account, and"
        " see this entry only.",
    )


class WordForm(Form):
    word = RadioField(
        "Your answer",
        [Required("Choose one of the two.")],
        choices=[
            SelectChoice("yes", "Yes, I can confirm this"),
            SelectChoice("no", "I would rather not say"),
        ],
    )
