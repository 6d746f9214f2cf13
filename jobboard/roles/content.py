"""What an employer says about a role, as one value: kept, compared and judged as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from jobboard.planning.coverage import DEFAULT_FUNDED_TENTHS
from jobboard.planning.share_types import ShareType
from jobboard.roles.domain import HeldBy, MayLead, SingleApplicants, WorkMode
from jobboard.roles.redesign import AssessmentMode, BarRule, DecisionRule, DutyKind
from jobboard.roles.vacancy import VacancyKind

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
TERMS = frozenset(
    {
        *("coverage", "funded_tenths", "bar_rule", "criteria"),
        *("vacancy_kind", "review_weeks", "review_conditions"),
    }
)
"""Fields that pairs who have signed rely on: a change asks them again (domain.md §4)."""
_FIXED = re.compile(r"Fixed term, (\d+) months?")


@dataclass(frozen=True, slots=True)
class DutyLine:
    name: str
    may_lead: MayLead = MayLead.EITHER
    weight: int | None = None
    """Percent of the job; None: not said."""
    kind: DutyKind | None = None
    decision_rule: DecisionRule | None = None


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
    vacancy_kind: VacancyKind = VacancyKind.WHOLE
    review_weeks: int | None = None
    """After the first day; like the conditions, only where it is transitional."""
    review_conditions: tuple[str, ...] = ()
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
    if_one_leaves: SingleApplicants = SingleApplicants.NO
    need_reasons: tuple[str, ...] = ()
    """As the column: for every day, then Monday to Sunday; no empty ones at the end."""
    assessment_mode: AssessmentMode | None = None
    bar_rule: BarRule | None = None
    first_refusal: bool | None = None
    replacement_weeks: int | None = None
    trial_weeks: int | None = None
    offers_support: bool = False
    offers_coaching: bool = False


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


def pay_of_each(salary: Decimal, funded_tenths: int) -> Decimal:
    """A year's pay of one partner who takes half of what is funded, in whole units of money."""
    return (salary * funded_tenths / 20).quantize(Decimal(1), ROUND_HALF_UP)
