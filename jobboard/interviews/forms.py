from __future__ import annotations

import re
from collections.abc import Iterable

from wtforms import HiddenField, RadioField
from wtforms.validators import StopValidation

from jobboard.accounts.addresses import NotAnAddressError, normal_address
from jobboard.accounts.models import User
from jobboard.accounts.naming import display_name
from jobboard.core.errors import UserError
from jobboard.interviews.domain import (
    MAX_ADJUSTMENT_WORDS,
    MAX_MINUTES,
    MAX_NAME,
    MAX_PANEL,
    MAX_PLACE,
    MAX_WORDS,
    MIN_MINUTES,
    Kind,
    Panelist,
    Slot,
)
from jobboard.interviews.models import Interview
from jobboard.interviews.times import instant_of
from jobboard.planning.turns import LONDON
from jobboard.roles.forms.fields import Clock, Day, Meaning, OneOf, Ticks, offered
from jobboard.web.forms import Base, Form, Length, Line, Prose, Required

_LINE = re.compile(r"(?P<name>[^,;<]+)(?:[,;<]\s*(?P<address>[^\s>]+)\s*>?)?\s*")


class Minutes(Meaning[int]):
    wrong = f"Enter a number of minutes between {MIN_MINUTES} and {MAX_MINUTES}, like 60."

    def read(self, text: str) -> int | None:
        typed = int(text) if re.fullmatch("[0-9]{1,3}", text) else 0
        return typed if MIN_MINUTES <= typed <= MAX_MINUTES else None


class People(Prose):
    """One person a line: a name, or a name, a comma and an e-mail address. `value` is who."""

    value: tuple[Panelist, ...] = ()

    def pre_validate(self, form: Form) -> None:
        super().pre_validate(form)
        lines = [line.strip() for line in (self.data or "").split("\n") if line.strip()]
        if len(lines) > MAX_PANEL:
            raise StopValidation(f"A panel has {MAX_PANEL} people at most.")
        self.value = tuple(_panelist(line) for line in lines)


def _panelist(line: str) -> Panelist:
    found = _LINE.fullmatch(line)
    if found is None or not (name := found["name"].strip()) or len(name) > MAX_NAME:
        raise StopValidation(
            "Write each person on a line of their own: the name, a comma, the email address."
        )
    try:
        return Panelist(name, normal_address(found["address"]) if found["address"] else "")
    except NotAnAddressError as error:
        raise StopValidation(f"{error.message}, after the name and a comma.") from None


class SlotForm(Form):
    """`seen` is the interview's `sequence`; `despite` the slot that was already warned about."""

    day = Day("Date", [Required("Choose the date.")])
    clock = Clock("Time in London", [Required("Enter the time of day, like 14:00.")])
    turn = RadioField(
        "That time comes twice, because the clocks go back. Which one?",
        choices=offered([("0", "The first, in summer time"), ("1", "The second, an hour later")]),
        validate_choice=False,
        default="",
    )
    minutes = Minutes("Minutes", [Required(Minutes.wrong)], default="60")
    place = Line(
        "Place or link",
        [Required("Say where: a room, or the link of a video call."), Length(MAX_PLACE)],
        description="Everybody who is invited reads it, in the mail too.",
    )
    seen = Base(default=0)
    despite = HiddenField(default="")

    @property
    def asks_turn(self) -> bool:
        return bool(self.turn.errors or self.turn.data)

    def slot(self) -> Slot:
        """Of a valid form. Raises NoSuchTimeError and TwiceError."""
        day, clock, minutes = self.day.value, self.clock.value, self.minutes.value
        if day is None or clock is None or minutes is None:
            raise UserError("Choose the date and the time.", field="day")
        turn = int(self.turn.data) if self.turn.data in ("0", "1") else None
        return Slot(instant_of(day, clock, turn), minutes, self.place.data or "")

    @classmethod
    def of(cls, row: Interview) -> SlotForm:
        at = row.starts_at.astimezone(LONDON)
        return cls(
            data={
                "day": at.date().isoformat(),
                "clock": f"{at:%H:%M}",
                "minutes": str(row.minutes),
                "place": row.place,
                "seen": row.sequence,
            }
        )


class ProposalForm(SlotForm):
    kind = OneOf("Who is invited", [Required("Choose who is invited.")])
    members = Ticks("The panel: your colleagues")
    others = People(
        "Others on the panel (optional)",
        description="One a line: the name, or the name, a comma and the email address. Only"
        " colleagues with an account get the invitation by mail.",
    )

    def offer(self, names: dict[int, str], staff: Iterable[User]) -> None:
        """`names`: first names by side; whoever has left is missing."""
        kinds = [(Kind.JOINT, " and ".join(names.values()) + ", together")]
        alone = {0: Kind.INDIVIDUAL_A, 1: Kind.INDIVIDUAL_B}
        if len(names) > 1:
            kinds += [(alone[side], f"{name} alone") for side, name in names.items()]
        else:
            kinds = [(Kind.JOINT, next(iter(names.values())))]
        kinds.append((Kind.WITH_INCUMBENT, "They meet whoever holds the post now"))
        self.kind.choices = offered((kind.value, words) for kind, words in kinds)
        self.members.choices = offered((str(one.id), display_name(one)) for one in staff)


class AnswerForm(Form):
    seen = Base(default=0)
    words = Prose(
        "Which times would suit you?",
        description=f"Up to {MAX_WORDS} words. The panel and your partner read them.",
    )


class AdjustmentsForm(Form):
    adjustments = Prose(
        "In your own words (optional)",
        description=f"Such as a step-free room, questions in writing, a break. Up to"
        f" {MAX_ADJUSTMENT_WORDS} words. Only you and the employer’s people who read applications"
        " see it: it stands in no mail, and your partner does not see it.",
    )


class CancelForm(Form):
    seen = Base(default=0)
    words = Prose(
        "Why",
        description=f"Up to {MAX_WORDS} words. Everybody who was invited reads them.",
    )


class HeldForm(Form):
    seen = Base(default=0)
