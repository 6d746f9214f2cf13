"""A salary as the advert states it, or an honest note why there are no numbers.

The employer's words (`salary_text`) come first. The structured fields of collected data are often
derived from them by machine (an hourly rate times 1,681; "Band 8a" read as 8), so they confirm
what the words say and stand alone only where there are no words. Nothing is ever annualised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from jobboard.roles.importing.characters import clean_text, shorten
from jobboard.roles.importing.money_text import Amount, Headline, amounts_in, headline, period_of

MAX_TEXT = 500
MAX_READ = 2_000
# Least and most that we believe for one period, in any currency we know.
PLAUSIBLE = {
    "year": (Decimal(5_000), Decimal(1_000_000)),
    "month": (Decimal(200), Decimal(100_000)),
    "day": (Decimal(20), Decimal(5_000)),
    "session": (Decimal(10), Decimal(5_000)),
    "hour": (Decimal(3), Decimal(1_000)),
}
# Real ranges reach three times their start; beyond this a digit was typed twice.
WIDEST_RANGE = 5
_SIGNS = {"£": "GBP", "€": "EUR"}
_DOLLARS = {"USD", "CAD", "AUD", "NZD", "SGD", "HKD"}
_UP_TO = re.compile(
    r"(?:up\s?to|max(?:imum)?(?: of)?|no more than|potential to earn)[\s:]*(?:the )?\Z", re.I
)
_FROM = re.compile(
    r"(?:from|start(?:s|ing)?(?: salary)?(?: (?:at|from|of))?|min(?:imum)?(?: of)?"
    r"|in excess of|over|at least)[\s:]*\Z",
    re.I,
)
_ABOUT = re.compile(r"(?:circa|\bca?\.?|approx(?:imately|\.)?|around|about|~)[\s:]*\Z", re.I)
_FULL_TIME_AMOUNT = re.compile(r"f\.?t\.?e\b|full[- ]time equiv|whole[- ]time equiv|wte\b", re.I)


class SalaryNote(StrEnum):
    """Why numbers are missing, or what to know about those given. `label` is for people."""

    NOT_STATED = "not_stated"
    NO_AMOUNT = "no_amount"
    UNREADABLE = "unreadable"
    IMPLAUSIBLE = "implausible"
    UPSIDE_DOWN = "upside_down"
    PERIOD_NOT_STATED = "period_not_stated"
    PERIOD_NOT_COMPARED = "period_not_compared"
    CURRENCY_NOT_STATED = "currency_not_stated"
    TWO_BASES = "two_bases"
    DOTS_AS_THOUSANDS = "dots_as_thousands"
    APPROXIMATE = "approximate"
    MORE_IN_TEXT = "more_in_text"
    TEXT_PREFERRED = "text_preferred"

    @property
    def label(self) -> str:
        """One sentence for a page or a report."""
        return _LABELS[self]


_LABELS = {
    SalaryNote.NOT_STATED: "The advert states no salary.",
    SalaryNote.NO_AMOUNT: "The advert describes the salary in words only.",
    SalaryNote.UNREADABLE: "A number in the salary cannot be read with certainty.",
    SalaryNote.IMPLAUSIBLE: "The amounts are too low, too high or too far apart to be right.",
    SalaryNote.UPSIDE_DOWN: "The lower end of the range is above the upper end.",
    SalaryNote.PERIOD_NOT_STATED: "The advert does not say what period the amount is for.",
    SalaryNote.PERIOD_NOT_COMPARED: "The amount is for a period we do not compare, such as a week.",
    SalaryNote.CURRENCY_NOT_STATED: "The advert does not say which currency.",
    SalaryNote.TWO_BASES: "The advert gives an actual and a full-time amount.",
    SalaryNote.DOTS_AS_THOUSANDS: "A dot was read as a thousands mark.",
    SalaryNote.APPROXIMATE: "The advert says the amount is approximate.",
    SalaryNote.MORE_IN_TEXT: "The advert names further amounts.",
    SalaryNote.TEXT_PREFERRED: "The advert's own words differ from its data; the words are used.",
}


@dataclass(frozen=True, slots=True)
class Salary:
    """`low` and `high` in whole currency units per `period`; either may be None ("up to", "from").

    Numbers are there only with a currency (ISO 4217) and a period (year, month, day, session,
    hour). `text` is what the advert says, at most 500 characters; show it whatever the numbers.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    currency: str | None = None
    period: str | None = None
    text: str | None = None
    note: SalaryNote | None = None

    @property
    def is_annual(self) -> bool:
        """Whether the numbers may be sorted and filtered as a yearly salary."""
        return self.period == "year" and (self.low is not None or self.high is not None)


@dataclass(frozen=True, slots=True)
class Stated:
    """The structured salary fields of a row, already of the right types."""

    low: Decimal | None = None
    high: Decimal | None = None
    currency: str | None = None
    period: str | None = None


def read_salary(text: str | None, stated: Stated) -> Salary:
    """The salary that `text` and the structured fields together support. Never raises."""
    lines = clean_text((text or "")[:MAX_READ]).split("\n")
    words = "\n".join(" ".join(line.split()) for line in lines).strip()
    if not words:
        return _from_fields(stated)
    # The first line is the employer's headline; amounts are looked for below only without one.
    first_line = words.split("\n", 1)[0]
    searched = first_line if amounts_in(first_line) else words
    line = headline(amounts_in(searched), searched)
    kept = Salary(text=shorten(words, MAX_TEXT))
    if line is None:
        return replace(kept, note=SalaryNote.NO_AMOUNT)
    return _judged(replace(_ends(line, searched), text=kept.text), line, searched, stated)


def _from_fields(stated: Stated) -> Salary:
    if stated.low is None and stated.high is None:
        return Salary(note=SalaryNote.NOT_STATED)
    salary = Salary(stated.low, stated.high, stated.currency, stated.period)
    problem = _problem(salary)
    return Salary(note=problem) if problem else salary


def _ends(line: Headline, text: str) -> Salary:
    """Low and high as the words put them: a range, one point, "up to" or "from"."""
    low, high = line.amounts[0].value, line.amounts[-1].value
    if len(line.amounts) > 1:
        return Salary(low, high)
    before = text[: line.amounts[0].start]
    if _UP_TO.search(before):
        return Salary(None, high)
    if _FROM.search(before) or text[line.amounts[0].end :].startswith("+"):
        return Salary(low, None)
    return Salary(low, high, note=SalaryNote.APPROXIMATE if _ABOUT.search(before) else None)


def _judged(salary: Salary, line: Headline, text: str, stated: Stated) -> Salary:
    agrees = _agrees(line, stated)
    salary = replace(salary, currency=_currency(line.amounts, stated))
    salary = replace(salary, period=period_of(text, line) or _plausible_period(salary, stated))
    problem = _problem(salary, line, text)
    if problem:
        return Salary(text=salary.text, note=problem)
    return replace(salary, note=salary.note or _remark(line, agrees))


def _plausible_period(salary: Salary, stated: Stated) -> str | None:
    """The period of the data, where the words name none and the amounts fit it: collected data
    says "year" by default even for "£14.80"."""
    if stated.period is None:
        return None
    return stated.period if _is_plausible(salary, stated.period) else None


def _is_plausible(salary: Salary, period: str) -> bool:
    least, most = PLAUSIBLE[period]
    ends = [end for end in (salary.low, salary.high) if end is not None]
    return all(least <= end <= most and end <= WIDEST_RANGE * ends[0] for end in ends)


def _agrees(line: Headline, stated: Stated) -> bool:
    """Whether the structured amounts are those of the words, give or take the pence."""
    ends = (line.amounts[0].value, line.amounts[-1].value)
    return all(
        said is None or (end is not None and abs(said - end) < 1)
        for said, end in zip((stated.low, stated.high), ends, strict=True)
    ) and (stated.low is not None or stated.high is not None)


def _currency(amounts: tuple[Amount, ...], stated: Stated) -> str | None:
    """By the sign in the words; a dollar sign alone names a country only with the data's help."""
    sign = next((amount.sign for amount in amounts if amount.sign), None)
    if sign == "$":
        return stated.currency if stated.currency in _DOLLARS else None
    return _SIGNS[sign] if sign else stated.currency


def _problem(salary: Salary, line: Headline | None = None, text: str = "") -> SalaryNote | None:
    """The first reason not to give numbers, or None."""
    if line is not None and any(amount.value is None for amount in line.amounts):
        return SalaryNote.UNREADABLE
    if salary.low is not None and salary.high is not None and salary.low > salary.high:
        return SalaryNote.UPSIDE_DOWN
    if salary.period is None:
        return SalaryNote.PERIOD_NOT_STATED
    if salary.period not in PLAUSIBLE:
        return SalaryNote.PERIOD_NOT_COMPARED
    if salary.currency is None:
        return SalaryNote.CURRENCY_NOT_STATED
    if not _is_plausible(salary, salary.period):
        return SalaryNote.IMPLAUSIBLE
    if line is not None and line.others and _FULL_TIME_AMOUNT.search(text):
        return SalaryNote.TWO_BASES
    return None


def _remark(line: Headline, agrees: bool) -> SalaryNote | None:
    if any(amount.dotted for amount in line.amounts):
        return SalaryNote.DOTS_AS_THOUSANDS
    if line.others:
        return SalaryNote.MORE_IN_TEXT
    return None if agrees else SalaryNote.TEXT_PREFERRED
