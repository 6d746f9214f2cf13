"""How values become words in templates: money, instants with their zone, dates, counts, prose."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from flask import Flask
from markupsafe import Markup

from jobboard.core import text
from jobboard.core.clock import now

LONDON = "Europe/London"
SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}


def money(amount: Decimal | int | None, currency: str | None = "GBP") -> str:
    """Whole units with separators: £101,600. Pence only where there are some."""
    if amount is None:
        return "not stated"
    value = Decimal(amount).quantize(Decimal("0.01"), ROUND_HALF_UP)
    digits = f"{value:,.2f}".removesuffix(".00")
    symbol = SYMBOLS.get(currency or "", "")
    return f"{symbol}{digits}" if symbol else f"{digits} {currency or ''}".strip()


def fte(tenths: int | None) -> str:
    """Tenths of a full-time post as people write them: 12 becomes 1.2."""
    return "not stated" if tenths is None else f"{Decimal(tenths) / 10:.1f}"


def days(half_days: int) -> str:
    """Half-days as days: 5 becomes 2.5."""
    return f"{Decimal(half_days) / 2:f}".removesuffix(".0")


def local(at: datetime, zone: str = LONDON) -> datetime:
    return at.astimezone(ZoneInfo(zone))


def day(value: date | datetime | None, zone: str = LONDON) -> str:
    """7 December 2026."""
    if value is None:
        return "not stated"
    shown = local(value, zone) if isinstance(value, datetime) else value
    return f"{shown.day} {shown:%B %Y}"


def instant(at: datetime, zone: str = LONDON) -> str:
    """Monday 7 December 2026, 12:00 GMT: never without its zone."""
    shown = local(at, zone)
    return f"{shown:%A} {shown.day} {shown:%B %Y}, {shown:%H:%M} {shown.tzname()}"


def clock(at: datetime, zone: str = LONDON) -> str:
    """14:32 GMT."""
    shown = local(at, zone)
    return f"{shown:%H:%M} {shown.tzname()}"


def month(value: date | None) -> str:
    return "now" if value is None else f"{value:%B %Y}"


def ago(at: datetime) -> str:
    """Coarse on purpose: a page is read some time after it was made."""
    passed = now() - at
    if passed < timedelta(minutes=2):
        return "just now"
    if passed < timedelta(hours=1):
        return f"{int(passed.total_seconds() // 60)} minutes ago"
    if passed < timedelta(hours=24):
        return count(int(passed.total_seconds() // 3600), "hour") + " ago"
    if passed < timedelta(days=14):
        return count(passed.days, "day") + " ago"
    return f"on {day(at)}"


def days_left(at: datetime, zone: str = LONDON) -> int:
    """Calendar days in the zone of the role, so that "closes today" is true there."""
    return (local(at, zone).date() - local(now(), zone).date()).days


def count(number: int, one: str, many: str | None = None) -> str:
    """1 role, 2 roles, 1,204 roles."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def markdown(value: str | None) -> Markup:
    """The one way prose becomes HTML: CommonMark without HTML, then nh3 (core/text.py)."""
    return Markup(text.markdown(value or ""))


def paragraphs(value: str | None) -> list[str]:
    return [part.strip() for part in (value or "").split("\n\n") if part.strip()]


def install(app: Flask) -> None:
    for function in (
        money, fte, days, day, instant, clock, month, ago, days_left, count, markdown, paragraphs
    ):  # fmt: skip
        app.jinja_env.filters[function.__name__] = function
    app.jinja_env.filters["initials"] = text.initials
    app.jinja_env.filters["words"] = text.count_words
    app.jinja_env.globals["now"] = now
