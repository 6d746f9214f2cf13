"""How it ended."""

from __future__ import annotations

from jobboard.roles.forms import SeenForm
from jobboard.roles.forms.fields import OneOf, offered
from jobboard.roles.models import RoleOutcome
from jobboard.roles.outcomes import ENDING_WORDS, MAX_WORDS, THROUGH_US, Ending
from jobboard.web.forms import Prose


class OutcomeForm(SeenForm):
    """`seen_version` is the number of the answer that stood there, 0 for none."""

    ending = OneOf(
        "Did you fill it?",
        choices=offered((each.value, words) for each, words in ENDING_WORDS.items()),
    )
    through_us = OneOf("Through Twofold?", choices=offered(THROUGH_US.items()))
    words = Prose(
        "What would have helped? (optional)",
        description=f"For your colleagues and for us, up to {MAX_WORDS} words.",
    )

    @classmethod
    def opened(cls, row: RoleOutcome | None) -> OutcomeForm:
        form = cls()
        if not form.is_submitted():
            form.seen_version.data = str(row.lock_version if row else 0)
        if row is not None and not form.is_submitted():
            form.ending.data, form.words.data = row.ending.value, row.words
            form.through_us.data = {True: "yes", False: "no", None: None}[row.through_us]
        return form

    @property
    def said(self) -> tuple[Ending | None, bool | None, str]:
        ending = Ending(self.ending.data) if self.ending.data else None
        through = self.through_us.data == "yes" if self.through_us.data else None
        return ending, through, self.words.data or ""
