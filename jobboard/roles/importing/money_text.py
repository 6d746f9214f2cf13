"""Finding amounts of money in words: where they stand, what joins them, per what.

Reads only; what may be believed is decided in `salary`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

PERIODS = {
    "hour": r"(?:per|an|a|p\.?|/)\s*/?\s*h(?:ou)?rs?\b|\d\s*p/?h\b|p\s*/\s*h\b|\bp\.?h\b|hourly",
    "session": r"(?:per|a|p\.?|/)\s*/?\s*sess?ion(?:al)?\b|\bsessional\b",
    "day": r"(?:per|a|/)\s*/?\s*day\b|\bdaily\b|\bday rate\b|\bp\.?d\b",
    "month": r"(?:per|a|/)\s*/?\s*(?:calendar )?month\b|\bmonthly\b|\bp\.?c\.?m\b",
    "year": r"(?:per|a|/)\s*/?\s*(?:annum|year)\b|\bp\.?\s?/?a\b|pa\b|\bannual(?:ly)?\b|\bfte\b"
    r"|\bper annual?m?\b|\byearly\b",
}
_PERIOD = re.compile("|".join(f"(?P<{name}>{rule})" for name, rule in PERIODS.items()), re.I)
# Units of programmed activities ("10 PA"), percentages, hours worked: numbers, but not money.
_NOT_MONEY_AFTER = re.compile(
    r"\s*(?:%|per ?cent|hours?\b|hrs?\b|pas\b|pa's|weeks?\b|days?\b|mins?\b)", re.I
)
_NOT_MONEY_BEFORE = re.compile(
    r"(?:band|grade|scale|point|spine|level|section|year|20|\w)\s?$", re.I
)
_NUMBER = re.compile(
    r"(?P<sign>[£$€])?\s?(?P<digits>\d+(?:[.,]\s?\d{3}(?!\d)|[.,]\d+)*)(?:\s?(?P<k>k(?![a-z])))?",
    re.I,
)
_UNIT = r"(?:(?:gross\s+)?(?:p\.?/?a\.?|per \w+|p/?h)\b\.?)?"
_SPAN = re.compile(
    rf"[\s)(]*{_UNIT}[\s)(]*(?:[-–—‐‑―]+>?|(?:rising |up )?to|and|')\s*"
    r"(?:up to|a? ?max(?:imum)?(?: of)?)?\s*",
    re.I,
)
_POINTS = re.compile(rf"[\s)(]*{_UNIT}[\s)(]*(?:/|&)\s*", re.I)
_PER_WEEK = re.compile(r"[\s)(]*(?:gross )?(?:(?:per|a) week\b|p/?w\b|weekly)", re.I)
_BARE_RANGE = re.compile(r"\s*\d[\d.,]*\s*(?:(?:-|–|to)\s*\d[\d.,]*\s*)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\s?\d{3})+(?:\.\d{1,2})?")
_PLAIN = re.compile(r"\d+(?:\.\d{1,2})?")
_DOTTED = re.compile(r"\d{1,3}\.\d{3}(?:[.,]\d{2})?")
SURELY_MONEY = 10_000


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that stands for money. `value` is None where its digits make no number;
    `dotted` if a dot was read as a thousands mark ("31.365")."""

    value: Decimal | None
    sign: str | None
    start: int
    end: int
    thousands: bool = False
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Headline:
    """The first amount or range of a text, and the amounts that stand elsewhere in it."""

    amounts: tuple[Amount, ...]
    others: tuple[Amount, ...]


def amounts_in(text: str) -> list[Amount]:
    """Every number that is money: signed, in thousands ("26K"), grouped ("26,000"), at least
    10,000, the end of a range that begins with money, or the whole of the text."""
    found: list[Amount] = []
    is_bare = _BARE_RANGE.fullmatch(text) is not None
    passed: re.Match[str] | None = None
    for match in _NUMBER.finditer(text):
        follows = bool(found) and _joined(text, found[-1].end, match.start()) is not None
        if not (match["sign"] or is_bare or _is_money(text, match, follows)):
            passed = match
            continue
        if passed and not match["sign"] and _SPAN.fullmatch(text, passed.end(), match.start()):
            found.append(_amount(passed))  # the first half of "30-35k"
        found.append(_amount(match))
        passed = None
    return found


def headline(amounts: list[Amount], text: str) -> Headline | None:
    """The first range ("24,907 - 30,615") or row of pay points ("31,365 / 33,176 / 37,890"), or
    the first amount alone; None without any amount."""
    if not amounts:
        return None
    chain = [amounts[0]]
    for amount in amounts[1:]:
        join = _joined(text, chain[-1].end, amount.start)
        if join is None or (join is _POINTS and not _is_next_point(chain[-1], amount)):
            break
        if join is _SPAN and len(chain) > 1:
            break
        chain.append(amount)
        if join is _SPAN:
            break
    last = chain[-1]
    if last.thousands:
        chain = [_in_thousands(amount, last) for amount in chain]
    known = {amount.value for amount in chain}
    rest = [amount for amount in amounts[len(chain) :] if amount.value not in known]
    return Headline(tuple(chain), tuple(rest))


def period_of(text: str, line: Headline) -> str | None:
    """hour, session, day, week, month or year: as said within or after the headline, up to the next
    amount, else before it. None where the text does not say."""
    start, end = line.amounts[0].start, line.amounts[-1].end
    if _PER_WEEK.match(text, end):
        return "week"
    stop = line.others[0].start if line.others else len(text)
    for part in (text[start:stop], text[:start]):
        if said := _PERIOD.search(part):
            return said.lastgroup
    return None


def _joined(text: str, start: int, end: int) -> re.Pattern[str] | None:
    """How the words between two amounts join them: as a span, as points, or not."""
    return next((join for join in (_SPAN, _POINTS) if join.fullmatch(text, start, end)), None)


def _is_next_point(last: Amount, amount: Amount) -> bool:
    """Pay points rise in small steps; "£34,700 & £3,000 bonus" or an hourly rate is another
    matter."""
    if last.value is None or amount.value is None:
        return True
    return last.value <= amount.value <= 5 * last.value


def _is_money(text: str, match: re.Match[str], follows: bool) -> bool:
    if _NOT_MONEY_AFTER.match(text, match.end()):
        return False
    if follows:
        return True
    if _NOT_MONEY_BEFORE.search(text[: match.start()]):
        return False
    value = _value(match["digits"])
    return bool(
        match["k"]
        or (value is not None and value >= SURELY_MONEY)
        or _GROUPED.fullmatch(match["digits"])
    )


def _amount(match: re.Match[str]) -> Amount:
    digits, k = match["digits"], bool(match["k"])
    value = _value(digits)
    if value is not None and k and value < 1000:
        value *= 1000
    dotted = not _PLAIN.fullmatch(digits) and bool(_DOTTED.fullmatch(digits))
    return Amount(value, match["sign"], match.start(), match.end(), k, dotted)


def _value(digits: str) -> Decimal | None:
    if len(digits) > 20:
        return None
    if _PLAIN.fullmatch(digits):
        return Decimal(digits)
    if _GROUPED.fullmatch(digits):
        return Decimal(re.sub(r"[,\s]", "", digits))
    if _DOTTED.fullmatch(digits):
        return Decimal(
            digits[: digits.index(".")] + digits[digits.index(".") + 1 :].replace(",", ".")
        )
    return None


def _in_thousands(amount: Amount, last: Amount) -> Amount:
    """In "22-26K" the K counts for both."""
    if amount.value is None or amount.thousands or amount.value >= 1000:
        return amount
    return Amount(amount.value * 1000, amount.sign or last.sign, amount.start, amount.end, True)
