"""What an employer says about a role, as one value: kept, compared and judged as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from jobboard.planning.coverage import DEFAULT_FUNDED_TENTHS
from jobboard.planning.share_types import ShareType
from jobboard.roles.domain import HeldBy, MayLead, SingleApplicants, WorkMode

MAX_TITLE = 120
MAX_PLACE = 120
MAX_LINE = 200
MAX_LINES = 30
"""Duties, and criteria, at most."""
HOURS = (Decimal(30), Decimal(48))
"""Full-time hours a week, least and most (domain.md §3.3)."""
MONTHS = range(1, 61)
PAY = (Decimal(1), Decimal(10_000_000))
INTERVIEW_DAYS = 4
FULL_WEEK = "n" * 10
PERMANENT = "Permanent"
_FIXED = re.compile(r"Fixed term, (\d+) months?")


@dataclass(frozen=True, slots=True)
class DutyLine:
    name: str
    may_lead: MayLead = MayLead.EITHER
    weight: int | None = None
    """1 to 5, how much of the job it is; None: not said, which counts as the middle."""


@dataclass(frozen=True, slots=True)
class CriterionLine:
    text: str
    weight: int = 3
    is_essential: bool = False
    held_by: HeldBy = HeldBy.PAIR


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Names are those of the columns. Not said yet: None, an empty text or an empty tuple."""

    title: str = ""
    level: int | None = None
    sector: str = ""
    description: str = ""
    requirements: str = ""
    places: tuple[str, ...] = ()
    work_mode: WorkMode | None = None
    contract: str = ""
    """As `contract_text` writes it."""
    salary_min: Decimal | None = None
    salary_max: Decimal | None = None
    salary_currency: str = "GBP"
    full_time_hours: Decimal | None = None
    funded_tenths: int | None = DEFAULT_FUNDED_TENTHS
    share_types: tuple[ShareType, ...] = ()
    coverage: str | None = FULL_WEEK
    min_overlap: int | None = 1
    closes_at: datetime | None = None
    """Time zone aware."""
    closes_zone: str = "Europe/London"
    interview_dates: tuple[str, ...] = ()
    """ISO dates, in order."""
    duties: tuple[DutyLine, ...] = ()
    criteria: tuple[CriterionLine, ...] = ()
    asks_evidence: bool = False
    single_applicants: SingleApplicants = SingleApplicants.NO


def contract_text(kind: str, months: int | None) -> str:
    """`kind` is `permanent`, `fixed` or empty. A fixed term without months reads "Fixed term"."""
    if kind == "permanent":
        return PERMANENT
    if kind == "fixed":
        return f"Fixed term, {months} month{'' if months == 1 else 's'}" if months else "Fixed term"
    return ""


def contract_parts(text: str) -> tuple[str, int | None]:
    """Undoes `contract_text`; the free words of an imported advert give ("", None)."""
    if text == PERMANENT:
        return "permanent", None
    if text == "Fixed term":
        return "fixed", None
    found = _FIXED.fullmatch(text)
    return ("fixed", int(found[1])) if found else ("", None)


def percentages(weights: Sequence[int]) -> list[int]:
    """Each weight's share in whole percent; they add up to 100 (largest remainders round up)."""
    total = sum(weights)
    if total == 0:
        return []
    shares = [weight * 100 // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(weights[i] * 100 % total), i))
    for index in by_remainder[: 100 - sum(shares)]:
        shares[index] += 1
    return shares


def pay_of_each(salary: Decimal, funded_tenths: int) -> Decimal:
    """A year's pay of one partner who takes half of what is funded, in whole units of money."""
    return (salary * funded_tenths / 20).quantize(Decimal(1), ROUND_HALF_UP)
