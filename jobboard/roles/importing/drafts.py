"""An employer's own advert as the beginning of a role: what it states, and what it leaves open.

A list of working patterns says little, and nothing is read into it: `Job share` does not say which
way of sharing, `Part-time` is no job share, and no pattern is a week. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from jobboard.roles.content import MAX_PLACE, MAX_TITLE, PAY, PERMANENT, Content
from jobboard.roles.domain import SalaryPeriod
from jobboard.roles.importing.characters import shorten
from jobboard.roles.importing.columns import calm, closing, sector
from jobboard.roles.importing.markdown import limited
from jobboard.roles.importing.records import ImportedAdvert
from jobboard.roles.importing.salary import Salary

SHARED = (
    "It lists job share, but not in which way. Tick the ways of sharing that you welcome.",
    "It does not list job share. Publish it here only once two people may hold the post together.",
)
FULL_TIME = (
    "It lists full-time. Whether one person may apply alone is yours to say under How you choose."
)
PART_TIME = "It lists part-time. That is not job share, so nothing was ticked for it."
ONLY_WORDS = "Kept as words only, because no field here means it: {}."
NO_PATTERN = "It does not say how one may work, so nothing was ticked."
GRADE = "Grades differ between employers. Choose the level by what the post answers for."
CLOSED = "Its closing date, {:%-d %B %Y}, has passed. Set a new one."
PAY_OPEN = "Its pay is not a range for a year that could be read: enter it by hand."
CONTRACT_OPEN = "Its contract, “{}”, is neither permanent nor for a fixed term: choose one."
ALWAYS = "Every half-day, duty and criterion is still open: an advert for one person has none."


@dataclass(frozen=True, slots=True)
class Begun:
    content: Content
    working_pattern: tuple[str, ...]
    """In the advert's own words and order."""
    notes: tuple[str, ...]
    """Sentences for whoever goes on writing."""


def begun(advert: ImportedAdvert, at: datetime) -> Begun:
    """`at`: an advert that closed before then brings no closing instant."""
    closes = closing(advert.closes_on, advert.source_id, at, None)
    has_closed = closes is not None and closes <= at
    low, high = _pay(advert.salary)
    contract = _contract(advert.contract_type)
    content = Content(
        title=shorten(calm(advert.title), MAX_TITLE),
        sector=sector(advert.sector),
        description=advert.description_md,
        requirements=limited(advert.requirements_md),
        places=_places(advert),
        contract=contract,
        salary_min=low,
        salary_max=high,
        salary_currency=advert.salary.currency or "GBP",
        funded_tenths=None,
        coverage=None,
        min_overlap=None,
        closes_at=None if has_closed else closes,
    )
    notes = [*pattern_notes(advert.working_pattern), GRADE]
    if has_closed and advert.closes_on:
        notes.append(CLOSED.format(advert.closes_on))
    if low is None:
        notes.append(PAY_OPEN)
    if not contract and advert.contract_type:
        notes.append(CONTRACT_OPEN.format(advert.contract_type))
    return Begun(content, advert.working_pattern, (*notes, ALWAYS))


def pattern_notes(words: tuple[str, ...]) -> list[str]:
    """What each entry of the list became, in sentences."""
    if not words:
        return [NO_PATTERN]
    known = {_plain(word) for word in words}
    notes = [SHARED[0] if "job share" in known else SHARED[1]]
    if "full time" in known:
        notes.append(FULL_TIME)
    if "part time" in known:
        notes.append(PART_TIME)
    others = [word for word in words if _plain(word) not in ("job share", "full time", "part time")]
    return [*notes, ONLY_WORDS.format(", ".join(others))] if others else notes


def _plain(word: str) -> str:
    return word.casefold().replace("-", " ")


def _pay(salary: Salary) -> tuple[Decimal | None, Decimal | None]:
    """A year's pay, lowest and highest; one amount is both. Anything else is left open."""
    low, high = salary.low or salary.high, salary.high or salary.low
    if salary.period != SalaryPeriod.YEAR or low is None or high is None:
        return None, None
    return (low, high) if PAY[0] <= low <= high <= PAY[1] else (None, None)


def _contract(stated: str | None) -> str:
    """Only what is one of ours and nothing else: `Permanent Loan Secondment` is not."""
    words = (stated or "").casefold()
    return {"permanent": PERMANENT, "fixed term": "Fixed term"}.get(words, "")


def _places(advert: ImportedAdvert) -> tuple[str, ...]:
    """All of them as the one line that the designer has."""
    names = [calm(place.location_text) for place in advert.places if place.location_text]
    line = shorten("; ".join(names), MAX_PLACE)
    return (line,) if line else ()
