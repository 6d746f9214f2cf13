"""A role's facts as its readers see them; templates know this module as `role_words`.

Empty where the role does not state the fact: imported adverts leave much open.
"""

from __future__ import annotations

from decimal import Decimal

from jobboard.planning import levels
from jobboard.planning.feasibility import feasibility_of
from jobboard.planning.sectors import SECTORS
from jobboard.planning.share_types import SHARE_TYPE_HINTS, SHARE_TYPE_WORDS, ShareType
from jobboard.planning.wording import fte_text
from jobboard.roles import content
from jobboard.roles.domain import (
    HELD_BY_WORDS,
    PERIOD_WORDS,
    WORK_MODE_WORDS,
    HeldBy,
    SalaryPeriod,
)
from jobboard.roles.models import Criterion, Duty, Role

MOST_WEIGHT = 5


def level(role: Role) -> str:
    return levels.level(role.level).label if role.level else ""


def sector(role: Role) -> str:
    return SECTORS.get(role.sector, "")


def work_mode(role: Role) -> str:
    return WORK_MODE_WORDS[role.work_mode] if role.work_mode else ""


def period(role: Role) -> str:
    """`a year`, `an hour`: what the salary is paid for."""
    return PERIOD_WORDS[role.salary_period]


def sharing(role: Role) -> list[tuple[str, str]]:
    """(words, hint) of each way of sharing the employer welcomes."""
    return [(SHARE_TYPE_WORDS[k], SHARE_TYPE_HINTS[k]) for k in map(ShareType, role.share_types)]


def hours(role: Role) -> str:
    """`37.5 hours`."""
    if role.full_time_hours is None:
        return ""
    text = f"{role.full_time_hours:.2f}".rstrip("0").rstrip(".")
    return f"{text} hours"


def pay_of_each(role: Role) -> list[Decimal]:
    """Least and most a year for one of two who take half each."""
    tenths, pay = role.funded_tenths, (role.salary_min, role.salary_max)
    if tenths is None or role.salary_period is not SalaryPeriod.YEAR or None in pay:
        return []
    return [content.pay_of_each(amount, tenths) for amount in pay if amount is not None]


def each_fte(role: Role) -> str:
    """Half of what is funded: `0.6`, `0.55`."""
    return fte_text(role.funded_tenths, 2) if role.funded_tenths else ""


def fits(role: Role) -> bool:
    """Whether some pair could fill its week; True while the week is not said yet."""
    return role.need is None or feasibility_of(role.need).is_feasible


def size(duty: Duty) -> str:
    """`Size 4 of 5`; empty where the employer did not say how much of the job it is."""
    return f"Size {duty.weight} of {MOST_WEIGHT}" if duty.weight else ""


def evidence(criterion: Criterion) -> str:
    """Who is asked to show it, where the role asks for evidence of each."""
    return (
        "Each of you writes" if criterion.held_by is HeldBy.EACH else "One of you writes, or both"
    )


def held_by(criterion: Criterion) -> str:
    return HELD_BY_WORDS[criterion.held_by]
