"""What an employer says about a role, and what the designer's form posts for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from jobboard.planning.share_types import ShareType
from jobboard.roles.content import Content, CriterionLine, DutyLine
from jobboard.roles.domain import HeldBy, MayLead, WorkMode
from jobboard.roles.forms import reading
from jobboard.roles.redesign import AssessmentMode, BarRule, DecisionRule, DutyKind

CLOSES = datetime(2027, 2, 15, 12, tzinfo=UTC)
COMPLETE = Content(
    title="Director of People and Culture",
    level=6,
    sector="health",
    description="One seat on the board, **one** set of objectives.",
    requirements="- People strategy at scale",
    places=("Leeds, two days on site",),
    work_mode=WorkMode.HYBRID,
    contract="Permanent",
    salary_min=Decimal(95000),
    salary_max=Decimal(101600),
    full_time_hours=Decimal("37.5"),
    funded_tenths=12,
    share_types=(ShareType.TWIN, ShareType.HYBRID),
    coverage="nnnnn2nnnn",
    min_overlap=2,
    closes_at=CLOSES,
    interview_dates=("2027-03-01", "2027-03-02"),
    duties=(
        DutyLine(
            *("The board seat and its vote", MayLead.JOINT, 40),
            kind=DutyKind.GOVERNANCE,
            decision_rule=DecisionRule.BOTH,
        ),
        DutyLine("Pay and union negotiations", weight=60),
    ),
    criteria=(
        CriterionLine("Has led people strategy at scale", 5),
        CriterionLine("Disagrees well", 3, True, HeldBy.EACH),
    ),
    need_reasons=("Somebody who can decide", "", "", "The executive meets in the afternoon"),
    assessment_mode=AssessmentMode.JOINT_ONLY,
    bar_rule=BarRule.BOTH_MEET,
    first_refusal=True,
    replacement_weeks=26,
    trial_weeks=0,
    offers_support=True,
)


def make_content(**changes: Any) -> Content:
    """Ready to be published until February 2027, unless a change says otherwise."""
    return replace(COMPLETE, **changes)


def posted(content: Content = COMPLETE, **changes: Any) -> dict[str, Any]:
    """Field names and values as a browser would send them; None leaves a field out."""
    data = reading.typed(content)
    pattern = data.pop("need") or ""
    sent: dict[str, Any] = {f"need-{index}": mark for index, mark in enumerate(pattern)}
    for name in ("duties", "criteria"):
        for index, line in enumerate(data.pop(name)):
            sent |= {f"{name}-{index}-{key}": value for key, value in line.items()}
    for name in ("interview_dates", "reasons", "conditions"):
        for index, text in enumerate(data.pop(name)):
            sent[f"{name}-{index}"] = text
    sent |= data | changes
    return {name: value for name, value in sent.items() if value not in (None, False)}
