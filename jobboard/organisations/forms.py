from __future__ import annotations

from wtforms import RadioField
from wtforms.fields.choices import SelectChoice

from jobboard.accounts.forms import address_field
from jobboard.organisations.domain import (
    KIND_WORDS,
    MAX_NAME,
    MAX_WEBSITE,
    MemberKind,
    may_grant,
)
from jobboard.web.forms import Base, Form, Length, Line, Prose, Required


def kind_field(label: str) -> RadioField:
    choices = [SelectChoice(kind.value, words) for kind, words in KIND_WORDS.items()]
    return RadioField(label, choices=choices, default=MemberKind.RECRUITER.value)


class OrganisationForm(Form):
    """`base` is the version the words were written on."""

    name = Line("Name", [Required("Enter the name of the organisation"), Length(MAX_NAME)])
    website = Line("Website", [Length(MAX_WEBSITE)])
    about = Prose("About", max_bytes=10_000)
    base = Base()


class InviteForm(Form):
    address = address_field("Their email address")
    kind = kind_field("What they may do")

    def offer(self, own: MemberKind | None) -> None:
        """Only what this member may give."""
        self.kind.choices = [
            SelectChoice(kind.value, words)
            for kind, words in KIND_WORDS.items()
            if may_grant(own, kind)
        ]


class KindForm(Form):
    kind = kind_field("What they may do")


class PlainForm(Form):
    """A button that changes something and asks for nothing."""
