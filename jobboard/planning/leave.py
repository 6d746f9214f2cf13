"""Paid leave of two who share a week, and the bank-holiday trap. Illustrative: contracts differ.

Days are working days (two half-days), a year at a time. Sources: domain.md §3.2 and N12. Statutory
leave is 5.6 weeks, 28 days at most. Fair is one pot pro rata, bank holidays included, from which
each takes those that fall on their own days; the trap is leave pro rata and, on top, whichever
bank holidays happen to fall on one's days. Most fall on a Monday.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from jobboard.planning.bank_holidays import Nation, bank_holidays, known_years
from jobboard.planning.grid import HalfDay
from jobboard.planning.money import fte_of
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.week import Week

STATUTORY_WEEKS = Decimal("5.6")
STATUTORY_MOST = Decimal(28)
FULL_TIME_DAYS = 25
"""Leave of a full-time post beside bank holidays: an example, for roles do not state theirs."""
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Leave:
    """One person's year in days. `pot`: pro rata with bank holidays, never below `statutory`;
    `on_own_days` of the bank holidays come out of it, `to_choose` is left. `by_luck`: what the
    trap would give."""

    statutory: Decimal
    pot: Decimal
    on_own_days: Decimal
    by_luck: Decimal

    @property
    def to_choose(self) -> Decimal:
        """Below 0 where the bank holidays on one's own days are more than the pot: owed, then."""
        return self.pot - self.on_own_days

    @property
    def luck(self) -> Decimal:
        """By how many days the trap gives more (above 0) or less than the pot."""
        return self.by_luck - self.pot


@dataclass(frozen=True, slots=True)
class Year:
    """Both in one nation and year. `bank_holidays` counts those of the nation."""

    nation: Nation
    bank_holidays: int
    first: Leave
    second: Leave

    @property
    def difference(self) -> Decimal:
        """By how many days the trap treats A better than B (below 0: worse)."""
        return self.first.luck - self.second.luck


def statutory(half_days: int, weeks: int) -> Decimal:
    """5.6 × days a week, at most 28."""
    days = Decimal(half_days) / (2 * weeks)
    return min(STATUTORY_WEEKS * days, STATUTORY_MOST)


def years(plan: SplitPlan, year: int, full_time_days: int = FULL_TIME_DAYS) -> tuple[Year, ...]:
    """One for each nation; none for a year whose bank holidays nobody has a rule for."""
    if year not in known_years():
        return ()
    return tuple(_year(plan, nation, year, full_time_days) for nation in Nation)


def shown(days: Decimal) -> str:
    """Rounded up to a tenth, so that nobody is shown less than they are owed: `16.8`, `5`."""
    return f"{days.quantize(_TENTH, ROUND_CEILING):f}".removesuffix(".0")


def on_own_days(week: Week, off: tuple[date, ...]) -> Decimal:
    """Bank holidays in days that fall on somebody's half-days. Where two weeks alternate it is
    the average of both, for nobody knows yet which week it will be."""
    halves = sum(
        HalfDay(number, day.weekday(), half) in week
        for day in off
        for number in range(week.shape.weeks)
        for half in (0, 1)
    )
    share = Fraction(halves, 2 * week.shape.weeks)
    return Decimal(share.numerator) / share.denominator


def _year(plan: SplitPlan, nation: Nation, year: int, full_time_days: int) -> Year:
    off = bank_holidays(nation, year)
    first, second = (_leave(week, off, full_time_days) for week in (plan.first, plan.second))
    return Year(nation, len(off), first, second)


def _leave(week: Week, off: tuple[date, ...], full_time_days: int) -> Leave:
    least, fte = statutory(week.count, week.shape.weeks), fte_of(week.count, week.shape.weeks)
    own = on_own_days(week, off)
    return Leave(
        statutory=least,
        pot=max(least, (full_time_days + len(off)) * fte),
        on_own_days=own,
        by_luck=full_time_days * fte + own,
    )
