"""What the pages of an application post. Shape only: the rules live in `sections` and `service`.

A section carries no idempotency key but the number of the text it was opened on: whoever goes
back in the browser and writes on is met by the 409 page, and never by silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jobboard.applications.domain import SectionKind
from jobboard.applications.forms.base import SectionForm
from jobboard.applications.forms.plan import (
    HandoverForm,
    ResponsibilitiesForm,
    SplitPlanForm,
    TrackRecordForm,
    lines_to_show,
)
from jobboard.applications.forms.terms import (
    AcceptanceForm,
    PlainForm,
    RestoreForm,
    SignForm,
    StartForm,
    TemplateForm,
    TermsForm,
)
from jobboard.applications.forms.words import (
    ContinuityForm,
    CoverForm,
    OwnAForm,
    OwnBForm,
    PropositionForm,
    RisksForm,
    risk_rows,
)

__all__ = [
    "FORMS",
    "AcceptanceForm",
    "PlainForm",
    "RestoreForm",
    "SectionForm",
    "SignForm",
    "StartForm",
    "TemplateForm",
    "TermsForm",
    "all_showing",
    "lines_to_show",
    "risk_rows",
]

_ALL: tuple[type[SectionForm], ...] = (
    PropositionForm,
    SplitPlanForm,
    CoverForm,
    ResponsibilitiesForm,
    HandoverForm,
    RisksForm,
    ContinuityForm,
    OwnAForm,
    OwnBForm,
    TrackRecordForm,
)
FORMS: dict[SectionKind, type[SectionForm]] = {form.kind: form for form in _ALL}


def all_showing(
    contents: Mapping[SectionKind, Mapping[str, Any]], numbers: Mapping[SectionKind, int]
) -> dict[SectionKind, SectionForm]:
    """Every section's form for the editor page."""
    return {kind: FORMS[kind].showing(content, numbers[kind]) for kind, content in contents.items()}
