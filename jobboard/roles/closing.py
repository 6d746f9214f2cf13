"""The closing instant: what people type as a local date and time, and what may follow what."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from jobboard.roles.domain import Gap

ZONES = {
    "Europe/London": "London",
    "Europe/Dublin": "Dublin",
    "Europe/Lisbon": "Lisbon",
    "Europe/Paris": "Paris, Berlin, Madrid, Rome",
    "Europe/Athens": "Athens, Helsinki",
    "America/New_York": "New York",
    "UTC": "UTC",
}
"""IANA names a closing time may be given in. The four capitals share one clock."""
YEARS = range(2000, 2101)


class NoSuchTimeError(ValueError):
    """The clocks go forward over this time; `str()` is a sentence for the form."""


def instant_of(day: date, clock: time, zone: str) -> datetime:
    """The instant in UTC. A time that comes twice, when clocks go back, means the first one."""
    local = datetime.combine(day, clock).replace(tzinfo=ZoneInfo(zone), fold=0)
    instant = local.astimezone(UTC)
    if instant.astimezone(local.tzinfo).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise NoSuchTimeError(
            f"The clocks go forward that night, so {clock:%H:%M} does not exist on {day.day}"
            f" {day:%B %Y}. Choose a time an hour later."
        )
    return instant


def local_parts(instant: datetime, zone: str) -> tuple[date, time]:
    """The local date, and the time to the minute."""
    local = instant.astimezone(ZoneInfo(zone))
    return local.date(), local.time().replace(second=0, microsecond=0, tzinfo=None, fold=0)


def settled(typed: datetime | None, stored: datetime | None) -> datetime | None:
    """A form knows minutes only: the same minute is the same instant."""
    if typed and stored and typed == stored.replace(second=0, microsecond=0):
        return stored
    return typed


def closing_gap(closes_at: datetime | None, at: datetime, stored: datetime | None) -> list[Gap]:
    """A new closing lies ahead; one that was promised to readers can only move to later.

    `stored` is the closing already published, or None before the first publication.
    """
    if closes_at is None:
        return [Gap("closes_on", "Enter the closing date.")]
    if closes_at == stored:
        return []
    if stored is not None and closes_at < stored:
        return [
            Gap(
                "closes_on",
                "The closing time can only move to later, because pairs rely on it. To end it"
                " sooner, close the role early.",
            )
        ]
    if closes_at <= at:
        return [Gap("closes_on", "This closing time has passed. Choose one that lies ahead.")]
    return []
