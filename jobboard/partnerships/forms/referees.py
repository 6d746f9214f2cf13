from __future__ import annotations

from wtforms.fields.choices import SelectChoice

from jobboard.accounts.addresses import NotAnAddressError
from jobboard.accounts.forms import Address, Deliverable
from jobboard.partnerships.referees import MAX_SHOWN_AS
from jobboard.web.forms import Choice, Form, Length, Line, Required


class RefereeForm(Form):
    address = Address(
        "Their email address",
        [Required(NotAnAddressError.message), Deliverable()],
        description="They get one mail with a link that works for 14 days, need no account, and"
        " see this entry only.",
    )


class WordForm(Form):
    word = Choice(
        "Your answer",
        [Required("Choose one of the two.")],
        choices=[
            SelectChoice("yes", "Yes, I can confirm this"),
            SelectChoice("no", "I would rather not say"),
        ],
    )
    shown_as = Line(
        "How an employer may see you named (optional)",
        [Length(MAX_SHOWN_AS)],
        description="Such as: the chair of the board, Fellside Care. Left empty, they read that a"
        " referee confirmed it, and nothing about you.",
    )
