"""What the split means in pay and leave, beside the plan on the editor page and for the employer.

All of it is illustrative: a contract says more than a week and a salary do.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import groupby

from jobboard.applications.domain import SectionKind
from jobboard.applications.models import Application
from jobboard.planning import leave
from jobboard.planning.bank_holidays import ANNOUNCED_AHEAD, NATION_WORDS, known_years
from jobboard.planning.leave import FULL_TIME_DAYS, Leave, Year
from jobboard.planning.money import Pay, pay, salary
from jobboard.planning.split_plan import Names, SplitPlan
from jobboard.planning.wording import listed
from jobboard.roles.domain import SalaryPeriod
from jobboard.roles.models import Role


@dataclass(frozen=True, slots=True)
class NationLine:
    """Nations of which the same is true, in words for the page."""

    nations: str
    words: str


@dataclass(frozen=True, slots=True)
class Worth:
    """`pay` is None where the role states no yearly salary. `lines` are empty for a year whose
    bank holidays are not known; `sums` show how each figure came about; `by_rule`: the year is
    too far ahead to be announced."""

    pay: Pay | None
    year: int
    lines: tuple[NationLine, ...]
    sums: tuple[str, ...]
    by_rule: bool

    @property
    def last_known_year(self) -> int:
        return known_years()[-1]


def pay_of(role: Role, plan: SplitPlan) -> Pay | None:
    """Of a role that pays by the year."""
    if role.salary_period is not SalaryPeriod.YEAR:
        return None
    full_time = salary(role.salary_min, role.salary_max)
    return pay(plan, full_time) if full_time else None


def worth_of(application: Application, text: str, at: date, names: Names) -> Worth | None:
    """Of the plan that is shown; None while somebody has no half-day. The year is that of the
    start they wish, else the next: the first one that is whole."""
    plan = SplitPlan.from_text(text)
    if not plan.first or not plan.second:
        return None
    starts_on = application.content(SectionKind.CONTINUITY).get("earliest_start", "")
    year = int(starts_on[:4]) if starts_on else at.year + 1
    lines, sums = _leave_words(plan, year, names)
    by_rule = year > at.year + ANNOUNCED_AHEAD
    return Worth(pay_of(application.role, plan), year, lines, sums, by_rule)


@lru_cache(maxsize=256)
def _leave_words(
    plan: SplitPlan, year: int, names: Names
) -> tuple[tuple[NationLine, ...], tuple[str, ...]]:
    """Cached: the same plan is looked at while the rest of the text is written."""
    found = leave.years(plan, year)
    lines = tuple(_lines(found, names))
    return lines, tuple(_sums(found[0], plan, names)) if found else ()


def _lines(found: tuple[Year, ...], names: Names) -> Iterable[NationLine]:
    for words, same in groupby(found, key=lambda one: _nation_words(one, names)):
        yield NationLine(listed([NATION_WORDS[one.nation] for one in same]), words)


def _nation_words(one: Year, names: Names) -> str:
    pots = [leave.shown(each.pot) for each in (one.first, one.second)]
    own = [leave.shown(each.on_own_days) for each in (one.first, one.second)]
    days = f"{pots[0]} days each" if pots[0] == pots[1] else _each(names, pots)
    return (
        f"{days}, with {one.bank_holidays} bank holidays in the pot. On days of {names[0]} fall"
        f" {own[0]} of those, on days of {names[1]} {own[1]}. {_trap(one, names)}"
    )


def _trap(one: Year, names: Names) -> str:
    if not one.difference:
        return "Without one pot there would be no difference."
    lucky = names[0] if one.difference > 0 else names[1]
    days = leave.shown(abs(one.difference))
    return f"Without one pot {lucky} would be better off by {_days(days)} a year."


def _each(names: Names, days: list[str]) -> str:
    return listed([f"{name} {_days(count)}" for name, count in zip(names, days, strict=True)])


def _days(count: str) -> str:
    return f"{count} day" if count == "1" else f"{count} days"


def _sums(one: Year, plan: SplitPlan, names: Names) -> Iterable[str]:
    """The formulae with the figures of the first nation."""
    nation = NATION_WORDS[one.nation]
    for name, week, own in zip(
        names, (plan.first, plan.second), (one.first, one.second), strict=True
    ):
        weekly = Decimal(week.count) / (2 * week.shape.weeks)
        fte = f"{(weekly / 5).normalize():f}"
        days = f"{weekly.normalize():f}"
        yield (
            f"{name} by law: 5.6 weeks × {days} days a week = {_plain(own.statutory)} days"
            f"{_capped(own, weekly)}."
        )
        yield (
            f"{name} from one pot, {nation}: ({FULL_TIME_DAYS} + {one.bank_holidays}) × {fte}"
            f" = {_plain(own.pot)} days, of which {_plain(own.on_own_days)} fall on own days and"
            f" {_plain(own.to_choose)} are to choose."
        )
        yield (
            f"{name} without one pot: {FULL_TIME_DAYS} × {fte} + {_plain(own.on_own_days)}"
            f" = {_plain(own.by_luck)} days."
        )


def _capped(own: Leave, weekly: Decimal) -> str:
    return ", 28 at most" if own.statutory < leave.STATUTORY_WEEKS * weekly else ""


def _plain(days: Decimal) -> str:
    return f"{days.normalize():f}"
