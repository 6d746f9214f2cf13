"""What the pages of an application post. Shape only: the rules live in `sections` and `service`.

A section carries no idempotency key but the number of the text it was opened on: whoever goes
back in the browser and writes on is met by the 409 page, and never by silence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any, ClassVar

from flask import request
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, HiddenField, RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation, ValidationError

from jobboard.applications.domain import Medium, SectionKind
from jobboard.applications.sections import Frame, handover
from jobboard.core.errors import InvalidInputError, UserError
from jobboard.partnerships.domain import ACCEPTANCE_WORDS, Acceptance
from jobboard.planning.share_types import SHARE_TYPE_WORDS, ShareType
from jobboard.planning.split_plan import SplitPlan
from jobboard.web.forms import Base, Form, Prose
from jobboard.web.weeks import plan_from

_EMPTY_LINE = {"when": "", "medium": Medium.VOICE.value, "minutes": "", "what": ""}
_LINE_KEYS = tuple(_EMPTY_LINE)


class _Known:
    """A choice that is on the list; whoever tampered reads what to do."""

    def __init__(self, values: Sequence[str]) -> None:
        self.values = values

    def __call__(self, form: Any, field: Any) -> None:  # noqa: ARG002
        if field.data not in self.values:
            raise StopValidation("Choose one of the answers that are offered.")


class SectionForm(Form):
    """One section. `faults` are errors at inputs that are no WTForms field: (id, sentence)."""

    once = None
    base = Base()
    kind: ClassVar[SectionKind]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.faults: list[tuple[str, str]] = []

    @classmethod
    def showing(cls, content: Mapping[str, Any], number: int) -> SectionForm:
        """For a page: what is stored, or what was typed elsewhere on it."""
        known = {name: content[name] for name in cls.plain_names() if name in content}
        return cls(formdata=None, base=number, **known)

    @classmethod
    def plain_names(cls) -> tuple[str, ...]:
        return ()

    def raw(self, frame: Frame) -> dict[str, Any]:
        """The content as typed, for `service.save_section` and for showing it again."""
        raise NotImplementedError

    @property
    def only_rearranges(self) -> bool:
        """True if a button was pressed that changes the form on the page and saves nothing."""
        return False

    def blame(self, error: UserError) -> None:
        if not isinstance(error, InvalidInputError):
            super().blame(error)
            return
        for name, sentences in error.errors.items():
            if name in self._fields:
                super().blame(InvalidInputError({name: sentences}))
            else:
                self.faults += [(name, sentence) for sentence in sentences]

    @property
    def links(self) -> list[tuple[str, str]]:
        """The faults for the error summary: (href, sentence)."""
        return [(f"#{name}", sentence) for name, sentence in self.faults]

    def faults_at(self, name: str) -> list[str]:
        return [sentence for at, sentence in self.faults if at == name]

    @property
    def errors(self) -> dict[str | None, Any]:
        return {**super().errors, **({"faults": self.faults} if self.faults else {})}


class PropositionForm(SectionForm):
    kind = SectionKind.PROPOSITION
    text = Prose("Your proposition")

    @classmethod
    def plain_names(cls) -> tuple[str, ...]:
        return ("text",)

    def raw(self, frame: Frame) -> dict[str, Any]:  # noqa: ARG002
        return {"text": self.text.data}


class SplitPlanForm(SectionForm):
    kind = SectionKind.SPLIT_PLAN
    when_it_changes = Prose("When the week changes")

    @classmethod
    def plain_names(cls) -> tuple[str, ...]:
        return ("when_it_changes",)

    def raw(self, frame: Frame) -> dict[str, Any]:
        return {"plan": self._plan(frame), "when_it_changes": self.when_it_changes.data}

    @property
    def only_rearranges(self) -> bool:
        return "preset" in request.form or "totals" in request.form

    def _plan(self, frame: Frame) -> str:
        try:
            return SplitPlan.from_text(request.form.get("preset", "")).to_text()
        except ValueError:
            ticks = request.form.getlist("week-a"), request.form.getlist("week-b")
            return plan_from(*ticks, frame.need.coverage.to_text())


class ResponsibilitiesForm(SectionForm):
    kind = SectionKind.RESPONSIBILITIES

    def raw(self, frame: Frame) -> dict[str, Any]:
        posted = ((duty.id, request.form.get(f"lead-{duty.id}")) for duty in frame.duties)
        return {"leads": {duty: lead for duty, lead in posted if lead}}


class HandoverForm(SectionForm):
    kind = SectionKind.HANDOVER
    shared_inbox = BooleanField("One shared inbox for the role")
    shared_diary = BooleanField("One shared diary for the role")
    urgent_rule = Prose("When it is urgent")

    @classmethod
    def plain_names(cls) -> tuple[str, ...]:
        return ("shared_inbox", "shared_diary", "urgent_rule")

    def raw(self, frame: Frame) -> dict[str, Any]:  # noqa: ARG002
        return {
            "entries": self._lines(request.form),
            "shared_inbox": self.shared_inbox.data,
            "shared_diary": self.shared_diary.data,
            "urgent_rule": self.urgent_rule.data,
        }

    @property
    def only_rearranges(self) -> bool:
        return "add" in request.form or "remove" in request.form

    def _lines(self, posted: MultiDict[str, str]) -> list[dict[str, str]]:
        columns = (posted.getlist(key) for key in _LINE_KEYS)
        lines = [
            dict(zip(_LINE_KEYS, values, strict=True))
            for values in zip_longest(*columns, fillvalue="")
        ]
        if "add" in posted:
            return [*lines, dict(_EMPTY_LINE)]
        gone = posted.get("remove", "")
        return [line for number, line in enumerate(lines) if str(number) != gone]


def lines_to_show(entries: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Lines as text for the inputs; one empty line where there is none."""
    shown = [{key: str(entry.get(key) or "") for key in _LINE_KEYS} for entry in entries]
    return shown[: handover.MAX_ENTRIES + 1] or [dict(_EMPTY_LINE)]


class TrackRecordForm(SectionForm):
    kind = SectionKind.TRACK_RECORD
    new_pair = BooleanField("We are a new pair")

    @classmethod
    def plain_names(cls) -> tuple[str, ...]:
        return ("new_pair",)

    def raw(self, frame: Frame) -> dict[str, Any]:  # noqa: ARG002
        return {"entry_ids": request.form.getlist("entry"), "new_pair": self.new_pair.data}


_ALL = (PropositionForm, SplitPlanForm, ResponsibilitiesForm, HandoverForm, TrackRecordForm)
FORMS: dict[SectionKind, type[SectionForm]] = {form.kind: form for form in _ALL}


def all_showing(
    contents: Mapping[SectionKind, Mapping[str, Any]], numbers: Mapping[SectionKind, int]
) -> dict[SectionKind, SectionForm]:
    """Every section's form for the editor page."""
    return {kind: FORMS[kind].showing(content, numbers[kind]) for kind, content in contents.items()}


class TermsForm(Form):
    once = None
    base = HiddenField()
    share_type = RadioField(
        "How you would share it",
        [_Known(list(ShareType))],
        choices=[SelectChoice(kind.value, words) for kind, words in SHARE_TYPE_WORDS.items()],
        validate_choice=False,
    )
    acceptance = RadioField(
        "If the panel prefers one of you",
        [_Known(list(Acceptance))],
        choices=[SelectChoice(kind.value, words) for kind, words in ACCEPTANCE_WORDS.items()],
        validate_choice=False,
    )


class StartForm(Form):
    partnership = RadioField("Which of your partnerships applies?", validate_choice=False)

    def offer(self, choices: list[tuple[str, str]]) -> None:
        self.partnership.choices = [SelectChoice(value, words) for value, words in choices]
        if len(choices) == 1 and not self.is_submitted():
            self.partnership.data = choices[0][0]

    def validate_partnership(self, field: Any) -> None:
        if field.data not in [choice.value for choice in field.choices]:
            raise ValidationError("Choose the partnership that applies for this role.")


class SignForm(Form):
    """`seen` is the hash of the text on the page; who signs comes from the session alone."""

    seen = HiddenField()
    read = BooleanField()

    def validate_read(self, field: Any) -> None:
        if not field.data:
            raise ValidationError("Tick that you have read this version, then sign it.")


class PlainForm(Form):
    """One button."""
