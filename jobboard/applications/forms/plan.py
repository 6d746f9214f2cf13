"""The week, who leads, the handover, the track record: sections with inputs of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from flask import request
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, RadioField
from wtforms.fields.choices import SelectChoice

from jobboard.applications.answers import NOTE_TEMPLATE, REVIEW_WORDS
from jobboard.applications.domain import Medium, SectionKind
from jobboard.applications.forms.base import SectionForm
from jobboard.applications.sections import Frame, handover
from jobboard.planning.split_plan import SplitPlan
from jobboard.web.forms import Prose
from jobboard.web.weeks import plan_from

_EMPTY_LINE = {"at": "", "when": "", "medium": Medium.VOICE.value, "minutes": "", "what": ""}
_LINE_KEYS = tuple(_EMPTY_LINE)


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
        return bool({"preset", "totals", "suggest"} & request.form.keys())

    def _plan(self, frame: Frame) -> str:
        try:
            return SplitPlan.from_text(request.form.get("preset", "")).to_text()
        except ValueError:
            ticks = request.form.getlist("week-a"), request.form.getlist("week-b")
            return plan_from(*ticks, frame.need.coverage.to_text())


class ResponsibilitiesForm(SectionForm):
    kind = SectionKind.RESPONSIBILITIES

    def raw(self, frame: Frame) -> dict[str, Any]:
        return {"leads": _by_duty("lead", frame), "rules": _by_duty("rule", frame)}


def _by_duty(name: str, frame: Frame) -> dict[str, str]:
    posted = ((duty.id, request.form.get(f"{name}-{duty.id}")) for duty in frame.duties)
    return {duty: answer for duty, answer in posted if answer}


class HandoverForm(SectionForm):
    kind = SectionKind.HANDOVER
    shared_inbox = BooleanField("One shared inbox for the role")
    shared_diary = BooleanField("One shared diary for the role")
    urgent_rule = Prose("When it is urgent")
    review = RadioField(
        "Looking further ahead, the two of you",
        choices=[SelectChoice(one.value, words) for one, words in REVIEW_WORDS.items()],
        validate_choice=False,
    )
    note = Prose("A handover note as you would leave it")

    @classmethod
    def plain_names(cls) -> tuple[str, ...]:
        return ("shared_inbox", "shared_diary", "urgent_rule", "review", "note")

    def raw(self, frame: Frame) -> dict[str, Any]:
        return {
            "entries": self._lines(request.form, frame),
            "shared_inbox": self.shared_inbox.data,
            "shared_diary": self.shared_diary.data,
            "urgent_rule": self.urgent_rule.data,
            "review": self.review.data or "",
            "note": self._note(),
        }

    @property
    def only_rearranges(self) -> bool:
        return bool({"add", "remove", "add_each", "headings"} & request.form.keys())

    def _note(self) -> str:
        """The headings come before what was written already, so that nothing is lost."""
        if "headings" in request.form:
            self.note.data = "\n\n".join(filter(None, (NOTE_TEMPLATE, self.note.data)))
        return self.note.data or ""

    def _lines(self, posted: MultiDict[str, str], frame: Frame) -> list[dict[str, str]]:
        columns = (posted.getlist(key) for key in _LINE_KEYS)
        lines = [
            dict(zip(_LINE_KEYS, values, strict=True))
            for values in zip_longest(*columns, fillvalue="")
        ]
        if "add" in posted:
            return [*lines, dict(_EMPTY_LINE)]
        if "add_each" in posted:
            return with_each(lines, frame)
        gone = posted.get("remove", "")
        return [line for number, line in enumerate(lines) if str(number) != gone]


def with_each(lines: list[dict[str, str]], frame: Frame) -> list[dict[str, str]]:
    """The lines written so far, and one to fill in for each changeover that has none."""
    written = [line for line in lines if not handover.is_empty(line)]
    wanted = handover.unserved({"entries": written}, frame)
    new = [{**_EMPTY_LINE, "at": one.key, "when": one.when} for one in wanted]
    return [*written, *new][: handover.MAX_ENTRIES]


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
