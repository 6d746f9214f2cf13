"""The ten questions as a form, and for how long their result is shown."""

from __future__ import annotations

from collections.abc import Mapping

from wtforms import HiddenField

from jobboard.roles.domain import LINK_DAYS
from jobboard.roles.forms.fields import OneOf, offered
from jobboard.roles.selection.questions import QUESTIONS
from jobboard.web.forms import Form


class SelectionForm(Form):
    """One field for each question, by its name. An answer may be missing."""

    lock_version = HiddenField()

    @classmethod
    def opened(cls, answers: Mapping[str, str], base: int) -> SelectionForm:
        known = {one.name: answers.get(one.key) for one in QUESTIONS}
        return cls(**known, lock_version=str(base))

    def answers(self) -> dict[str, str]:
        return {one.key: self[one.name].data for one in QUESTIONS if self[one.name].data}

    @property
    def base(self) -> int:
        """-1, which nothing has, for anything that is no number."""
        text = self.lock_version.data or ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1


for _one in QUESTIONS:
    setattr(
        SelectionForm,
        _one.name,
        OneOf(_one.text, choices=offered((each.value, each.words) for each in _one.answers)),
    )


class LinkForm(Form):
    days = OneOf(
        "How long the link works",
        choices=offered((str(days), f"{days} days") for days in LINK_DAYS),
        default="14",
    )
