from __future__ import annotations

from datetime import date
from typing import Any

from wtforms import HiddenField, RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation

from jobboard.accounts.addresses import NotAnAddressError
from jobboard.accounts.forms import Address, Deliverable
from jobboard.partnerships.domain import (
    ACCEPTANCE_WORDS,
    KIND_WORDS,
    MAX_MESSAGE,
    MAX_NAME,
    MAX_OUTCOME_WORDS,
    Acceptance,
    RecordKind,
    Terms,
    Who,
)
from jobboard.partnerships.ending import MAX_WORDS_CHARACTERS
from jobboard.partnerships.models import Partnership, TrackRecordEntry
from jobboard.partnerships.record import (
    MAX_LINE,
    MAX_MEASURE,
    EntryFields,
    UnreadableMonthError,
    read_month,
)
from jobboard.planning.share_types import SHARE_TYPE_HINTS, ShareType
from jobboard.web.filters import month
from jobboard.web.forms import Base, Form, Length, Line, Prose, Required


class Month(Line):
    """A month as people write it; `value` is its first day, None while empty."""

    value: date | None = None

    def pre_validate(self, form: Any) -> None:
        super().pre_validate(form)
        try:
            self.value = read_month(self.data or "")
        except UnreadableMonthError:
            raise StopValidation("Enter a month such as March 2020 or 2020-03.") from None


class ConfirmForm(Form):
    """A step that only needs a yes."""


class WordsForm(Form):
    """A step that may be explained to the partner, and needs no explanation."""

    words = Prose(
        "A few words (optional)",
        [Length(MAX_WORDS_CHARACTERS)],
        description=f"Up to {MAX_WORDS_CHARACTERS} characters, for your partner alone. No reason is"
        " needed.",
        max_bytes=4 * MAX_WORDS_CHARACTERS,
    )


class InviteForm(Form):
    address = Address(
        "Their email address",
        [Required(NotAnAddressError.message), Deliverable()],
        description="We write to this address once. Whether it is known here stays between us and"
        " its owner.",
    )
    message = Prose(
        "A few words from you (optional)",
        [Length(MAX_MESSAGE)],
        description=f"Up to {MAX_MESSAGE} characters, shown as plain text. Links will not work.",
        max_bytes=4 * MAX_MESSAGE,
    )


class TermsForm(Form):
    name = Line(
        "Name of your pair",
        [Required("Give your pair a name."), Length(MAX_NAME)],
        description="Employers read it at the head of each application.",
    )
    share_type = RadioField(
        "How you share",
        choices=[SelectChoice(kind.value, SHARE_TYPE_HINTS[kind]) for kind in ShareType],
    )
    acceptance = RadioField(
        "If an employer prefers one of you",
        choices=[SelectChoice(each.value, ACCEPTANCE_WORDS[each]) for each in Acceptance],
        description="The usual answer of the two of you. Each application may say otherwise.",
    )
    base = HiddenField()

    @classmethod
    def of(cls, partnership: Partnership) -> TermsForm:
        terms = partnership.terms
        return cls(
            data={
                "name": terms.name,
                "share_type": terms.share_type.value,
                "acceptance": terms.acceptance.value,
                "base": terms.mark,
            }
        )

    def terms(self) -> Terms:
        return Terms(
            self.name.data or "", ShareType(self.share_type.data), Acceptance(self.acceptance.data)
        )


class PropositionForm(Form):
    text = Prose("Your proposition")
    base = Base(default=0)


class MergeForm(Form):
    """Two texts to bring together: `mine` is what was typed, `text` what both will have."""

    text = Prose("The text you will both have")
    mine = Prose("What you typed")
    base = Base(default=0)


class EntryForm(Form):
    kind = RadioField(
        "What it was",
        choices=[SelectChoice(kind.value, KIND_WORDS[kind]) for kind in RecordKind],
    )
    who = RadioField("Whose it was")
    organisation = Line("Organisation", [Required("Enter where it was."), Length(MAX_LINE)])
    role = Line("Role", [Required("Enter what the role was called."), Length(MAX_LINE)])
    started_on = Month(
        "From", [Required("Enter the month it began.")], description="Such as March 2020."
    )
    ended_on = Month("To", description="Leave it empty if it goes on now.")
    outcome = Prose(
        "What came of it",
        [Required("Say in a sentence or two what came of it.")],
        description=f"One or two sentences, {MAX_OUTCOME_WORDS} words at most.",
    )
    measure = Line(
        "A figure that shows it (optional)",
        [Length(MAX_MEASURE)],
        description="Such as “agency spend down by a third”.",
    )
    base = Base(default=0)

    def name_people(self, first: str, second: str) -> None:
        words = {Who.BOTH: "Both of us", Who.A: first, Who.B: second}
        self.who.choices = [SelectChoice(who.value, name) for who, name in words.items()]

    @classmethod
    def of(cls, entry: TrackRecordEntry) -> EntryForm:
        return cls(
            data={
                "kind": entry.kind.value,
                "who": entry.who.value,
                "organisation": entry.organisation,
                "role": entry.role,
                "started_on": month(entry.started_on),
                "ended_on": month(entry.ended_on) if entry.ended_on else "",
                "outcome": entry.outcome,
                "measure": entry.measure,
                "base": entry.lock_version,
            }
        )

    def fields(self) -> EntryFields:
        assert self.started_on.value is not None
        return EntryFields(
            kind=RecordKind(self.kind.data),
            who=Who(self.who.data),
            organisation=self.organisation.data or "",
            role=self.role.data or "",
            started_on=self.started_on.value,
            ended_on=self.ended_on.value,
            outcome=self.outcome.data or "",
            measure=self.measure.data or "",
        )
