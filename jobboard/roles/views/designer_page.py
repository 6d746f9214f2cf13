"""What the designer's page shows around the form: steps, sums, what a colleague changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue

from jobboard.core.clock import now
from jobboard.organisations.models import Organisation
from jobboard.roles import readiness, service, worth
from jobboard.roles.content import MAX_LINES
from jobboard.roles.forms import RoleForm
from jobboard.roles.models import Role
from jobboard.roles.redesign import shares, weights_words
from jobboard.roles.wording import Difference

SECTIONS = (
    ("post", "The post", ("organisation", "title", "level", "sector")),
    ("words", "In your words", ("description", "requirements")),
    ("where", "Place and contract", ("place", "work_mode", "contract_kind", "contract_months")),
    ("pay", "Pay and hours", ("salary_currency", "salary_min", "salary_max", "full_time_hours")),
    ("sharing", "Ways of sharing", ("share_types",)),
    ("week", "The week", ("need", "reasons", "funded_fte", "min_overlap")),
    ("duties-card", "Duties", ("duties",)),
    ("criteria-card", "What you look for", ("criteria",)),
    ("choosing", "How you choose", ("assessment_mode", "bar_rule", "single_applicants")),
    (
        *("promises", "Promises"),
        (
            *("if_one_leaves", "first_refusal", "replacement_weeks", "trial_weeks"),
            *("offers_support", "offers_coaching"),
        ),
    ),
    ("dates", "Dates", ("closes_on", "closes_time", "closes_zone", "interview_dates")),
)


class DesignerPage:
    """The form and everything beside it; `render` gives the page."""

    starts = (
        ("nnnnnnnnnn", "Full week"),
        ("nnnnn2nnnn", "Full week, meet Wednesday"),
        ("nnnnnnnnn-", "No Friday afternoon"),
    )

    def __init__(
        self, form: RoleForm, *, organisations: Sequence[Organisation], role: Role | None = None
    ) -> None:
        self.form = form
        self.role = role
        self.organisations = organisations
        self.mended = ""
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

    def render(self, status: int = 200) -> ResponseReturnValue:
        content = self.form.content()
        words = render_template(
            "roles/edit.html",
            page=self,
            form=self.form,
            role=self.role,
            steps=self._steps(),
            sums=readiness.sums(content),
            weights=self._weights(),
            left=weights_words([line.weight for line in content.duties]),
            premium=worth.premium(content),
            most=MAX_LINES,
        )
        return words, status

    def _weights(self) -> list[str]:
        """The share in percent of each criterion line, empty for a line without words."""
        lines = [entry.form.line() for entry in self.form.criteria]
        parts = iter(shares([line.weight for line in lines if line]))
        return [f"{next(parts)}%" if line else "" for line in lines]

    def _steps(self) -> list[dict[str, Any]]:
        content = self.form.content()
        found = (
            service.missing(self.role, content, now())
            if self.role
            else readiness.gaps(content, now())
        )
        open_fields = {gap.field for gap in found}
        return [
            {
                "id": key,
                "title": title,
                "bad": any(_has_errors(self.form[name].errors) for name in names),
                "ready": not open_fields.intersection(names),
            }
            for key, title, names in SECTIONS
        ]


def _has_errors(errors: Any) -> bool:
    """Lists of fields hold lists or dicts of errors, one for each entry."""
    return any(errors)
