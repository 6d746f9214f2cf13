"""All adverts, and how one is written out of what its maker said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from jobboard.cli.demo.organisations import EMPLOYERS
from jobboard.cli.demo.promises import kind_of, promises_of
from jobboard.cli.demo.roles_business import BUSINESS
from jobboard.cli.demo.roles_council import COUNCIL
from jobboard.cli.demo.roles_department import DEPARTMENT
from jobboard.cli.demo.roles_health import HEALTH
from jobboard.cli.demo.roles_learning import LEARNING
from jobboard.cli.demo.roles_places import PLACES
from jobboard.cli.demo.shapes import Advert, Employer, Family
from jobboard.cli.demo.special_families import FAMILIES
from jobboard.cli.demo.weeks import WEEKS
from jobboard.roles.closing import instant_of
from jobboard.roles.content import Content, CriterionLine, DutyLine, contract_text
from jobboard.roles.domain import HeldBy, MayLead
from jobboard.roles.redesign import DecisionRule, balanced, shares
from jobboard.roles.vacancy import VacancyKind

ADVERTS = (*HEALTH, *COUNCIL, *DEPARTMENT, *LEARNING, *BUSINESS, *PLACES)
ZONE = "Europe/London"
_EMPLOYERS = {one.key: one for one in EMPLOYERS}
_CLOCKS = (time(12), time(17), time(23, 59))
_WEIGHTS = (5, 4, 5, 3, 2, 3)


def content_of(advert: Advert, today: date) -> Content:
    """The advert as its writer would have filled in the form."""
    number = ADVERTS.index(advert)
    employer, family = _EMPLOYERS[advert.employer], FAMILIES[advert.family]
    week = WEEKS[advert.week]
    low, high = advert.pay
    closes = _closing(advert, number, today)
    is_draft = advert.state == "draft"
    return Content(
        title=advert.title,
        level=advert.level,
        sector=advert.sector or employer.sector,
        description=advert.body if is_draft else _description(advert, employer, family, number),
        requirements="" if is_draft else _requirements(family, number),
        places=(advert.place or employer.place,),
        work_mode=advert.mode,
        contract=contract_text("fixed" if advert.months else "permanent", advert.months),
        salary_min=Decimal(low * 1000),
        salary_max=Decimal(high * 1000),
        full_time_hours=Decimal(employer.hours),
        funded_tenths=week.funded,
        share_types=advert.share,
        coverage=week.coverage,
        min_overlap=week.overlap,
        closes_at=closes,
        closes_zone=ZONE,
        interview_dates=_interviews(advert, today),
        duties=() if is_draft else _duties(advert, family, number),
        criteria=() if is_draft else _criteria(advert, family, number),
        asks_evidence=advert.asks_evidence,
        **_review(advert),
        **({} if is_draft else promises_of(number)),
    )


def _review(advert: Advert) -> dict[str, Any]:
    if advert.review is None:
        return {}
    weeks, conditions = advert.review
    return {
        "vacancy_kind": VacancyKind.TRANSITIONAL,
        "review_weeks": weeks,
        "review_conditions": conditions,
    }


def _description(advert: Advert, employer: Employer, family: Family, number: int) -> str:
    intro = employer.intros[number % len(employer.intros)]
    year = advert.year or family.first_year[number % len(family.first_year)]
    words = WEEKS[advert.week].words
    shared = words[number % len(words)]
    return (
        f"{intro}\n\n### The role\n\n{advert.body}\n\n### Your first year\n\n{year}"
        f"\n\n### How it is shared\n\n{shared}"
    )


def _requirements(family: Family, number: int) -> str:
    lines = family.brings[number % 2 :] + family.brings[: number % 2]
    return "Between you, you bring:\n\n" + "\n".join(f"- {line}" for line in lines)


def _duties(advert: Advert, family: Family, number: int) -> tuple[DutyLine, ...]:
    joint = family.joint[: 2 if advert.duties >= 5 else 1]
    start = number % len(family.duties)
    turned = family.duties[start:] + family.duties[:start]
    others = turned[: advert.duties - len(joint)]
    names = [(name, MayLead.JOINT) for name in joint] + [(name, MayLead.EITHER) for name in others]
    return tuple(
        DutyLine(name, lead, size, kind_of(name), DecisionRule.BOTH if lead == "joint" else None)
        for (name, lead), size in zip(names, _parts(advert, len(names)), strict=True)
    )


def _parts(advert: Advert, count: int) -> Sequence[int | None]:
    """Percent of each duty where the employer said how large they are."""
    sizes = advert.sizes[:count]
    return balanced(shares((*sizes, *[1] * (count - len(sizes))))) if sizes else [None] * count


def _criteria(advert: Advert, family: Family, number: int) -> tuple[CriterionLine, ...]:
    """The first is essential; each third one is asked of both partners."""
    return tuple(
        CriterionLine(
            text,
            weight=_WEIGHTS[(index + number) % len(_WEIGHTS)],
            is_essential=index == 0,
            held_by=HeldBy.EACH if index % 3 == 2 else HeldBy.PAIR,
        )
        for index, text in enumerate(family.criteria[: advert.criteria])
    )


def _closing(advert: Advert, number: int, today: date) -> datetime | None:
    if advert.closes is None:
        return None
    clock = _CLOCKS[number % len(_CLOCKS)]
    return instant_of(today + timedelta(days=advert.closes), clock, ZONE)


def _interviews(advert: Advert, today: date) -> tuple[str, ...]:
    """Two working days that follow each other, about a week after closing."""
    if advert.closes is None:
        return ()
    first = _working(today + timedelta(days=advert.closes + 6))
    return first.isoformat(), _working(first + timedelta(days=1)).isoformat()


def _working(day: date) -> date:
    """The next day on which panels meet: no weekends, and nobody between Christmas and New Year."""
    while day.weekday() > 4 or (day.month, day.day) >= (12, 23) or (day.month, day.day) <= (1, 3):
        day += timedelta(days=1)
    return day
