"""What the designer's page shows around the form: steps, sums, what a colleague changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.roles import contents, queries, readiness, service, worth
from jobboard.roles.content import MAX_LINES, Content
from jobboard.roles.domain import RoleStatus
from jobboard.roles.employers import Employer
from jobboard.roles.forms import RoleForm
from jobboard.roles.models import BroughtAdvert, Role
from jobboard.roles.redesign import shares, weights_words
from jobboard.roles.steps import STEPS, Card, Step, after
from jobboard.roles.wording import Difference


class DesignerPage:
    """The form and everything beside it; `render` gives the page."""

    starts = (
        ("nnnnnnnnnn", "Full week"),
        ("nnnnn2nnnn", "Full week, meet Wednesday"),
        ("nnnnnnnnn-", "No Friday afternoon"),
    )

    def __init__(
        self,
        form: RoleForm,
        *,
        organisations: Sequence[Employer],
        role: Role | None = None,
        step: Step | None = None,
    ) -> None:
        self.form = form
        self.role = role
        self.organisations = organisations
        self.step = step
        self.mended = ""
        self.is_unsaved = False
        self.message = ""
        self.differences: list[Difference] = []

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        return [(one.label, one.saved, one.typed) for one in self.differences]

    @property
    def role_id(self) -> UUID:
        if self.role is None:
            raise LookupError("a new role has no id yet")
        return self.role.id

    @property
    def number(self) -> int:
        """Which step it is, from 1."""
        return STEPS.index(self.step) + 1 if self.step else 0

    @property
    def cards(self) -> list[Card]:
        """Those that are drawn: of one step, or of all."""
        return [card for step in ([self.step] if self.step else STEPS) for card in step.cards]

    @property
    def content(self) -> Content:
        """The whole role as this page would leave it."""
        typed = self.form.content()
        if self.step is None:
            return typed
        return self.step.into(contents.of(self.role) if self.role else Content(), typed)

    @property
    def asked(self) -> str:
        """What a reviewer wants changed, until it is sent to them again."""
        if self.role is None or self.role.status is not RoleStatus.CHANGES_ASKED:
            return ""
        said = queries.words_about(self.role.id, "ask_for_changes")
        return said.words if said else ""

    def judge(self) -> bool:
        """Whether what was typed has a good shape; only what the page drew is judged."""
        self.form.validate()
        drawn = {name for card in self.cards for name in card.fields}
        for field in self.form:
            if self.step and field.short_name not in drawn | {"csrf_token"}:
                field.errors = []
        return not self.form.all_errors()

    def settle_base(self) -> None:
        """The next save rests on what the page has now shown."""
        if self.role and self.step:
            number = self.role.step_numbers.get(self.step.key, 0)
            self.form.lock_version.data = str(number)
        elif self.role:
            self.form.lock_version.data = str(self.role.lock_version)

    def render(self, status: int = 200) -> ResponseReturnValue:
        content = self.content
        words = render_template(
            "roles/edit.html",
            page=self,
            form=self.form,
            role=self.role,
            steps=self._steps(),
            shown={card.id for card in self.cards},
            following=after(self.step) if self.step else None,
            sums=readiness.sums(content),
            weights=self._weights(),
            left=weights_words([line.weight for line in content.duties]),
            premium=worth.premium(content),
            most=MAX_LINES,
            brought=self._brought(),
        )
        return words, status

    def _brought(self) -> BroughtAdvert | None:
        """What the advert said that this draft began from; readers of an advert have no draft."""
        return queries.brought_of(self.role) if self.role and self.role.is_unpublished else None

    def _weights(self) -> list[str]:
        """The share in percent of each criterion line, empty for a line without words."""
        lines = [entry.form.line() for entry in self.form.criteria]
        parts = iter(shares([line.weight for line in lines if line]))
        return [f"{next(parts)}%" if line else "" for line in lines]

    def _steps(self) -> list[dict[str, Any]]:
        """The rail: the steps, or every card where all of it stands on one page."""
        content = self.content
        found = (
            service.missing(self.role, content, now())
            if self.role
            else readiness.gaps(content, now())
        )
        open_fields = {gap.field for gap in found}
        parts: Sequence[Step | Card] = STEPS if self.step else self.cards
        return [
            {
                "id": part.key if isinstance(part, Step) else part.id,
                "title": part.title,
                "bad": any(_has_errors(self.form[name].errors) for name in part.fields),
                "ready": not open_fields.intersection(part.fields),
            }
            for part in parts
        ]


def _has_errors(errors: Any) -> bool:
    """Lists of fields hold lists or dicts of errors, one for each entry."""
    return any(errors)
