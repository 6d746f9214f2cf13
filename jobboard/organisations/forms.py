from __future__ import annotations

from flask_wtf.file import FileField
from wtforms import BooleanField, RadioField
from wtforms.fields.choices import SelectChoice

from jobboard.accounts.forms import address_field
from jobboard.core.images import MAX_BYTES
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
    promise = Prose("Flexible working", max_bytes=4_000)
    is_agency = BooleanField("We are an agency: we recruit for other organisations")
    base = Base()


class LogoForm(Form):
    """`act` is the button: set a file, or take the logo off."""

    picture = FileField("Picture")

    @property
    def data_sent(self) -> bytes:
        """Read no further than what is over the limit."""
        if not self.picture.data:
            return b""
        with self.picture.data.stream as sent:
            found: bytes = sent.read(MAX_BYTES + 1)
        return found


class DomainForm(Form):
    address = address_field("An address at your domain")


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


class TieForm(Form):
    other = Line("The other organisation", [Required("Enter the other organisation")])


class KindForm(Form):
    kind = kind_field("What they may do")


class PlainForm(Form):
    """A button that changes something and asks for nothing."""
