"""Events → one iCalendar text (RFC 5545), through the library: folding, escaping, zones.

A working half-day is a rule in London time and stays at nine when the clocks change; an instant is
written in UTC. UIDs are the caller's and stable; SEQUENCE says to a calendar that an event moved.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

PRODUCT = "-//Twofold//Diary of a pair//EN"


@dataclass(frozen=True, slots=True)
class Entry:
    """`starts` and `ends` carry the zone they are meant in. `every_weeks`: 0 happens once."""

    uid: str
    title: str
    starts: datetime
    ends: datetime
    every_weeks: int = 0
    note: str = ""
    url: str = ""
    remind_before: timedelta | None = None


def calendar_of(name: str, entries: Iterable[Entry], stamp: datetime, sequence: int) -> bytes:
    """`stamp` (UTC) is when what the calendar says last changed; `sequence` grows with it."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, stamp, sequence))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(entry: Entry, stamp: datetime, sequence: int) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("sequence", sequence)
    event.add("summary", entry.title)
    event.add("dtstart", entry.starts)
    event.add("dtend", entry.ends)
    if entry.every_weeks:
        event.add("rrule", {"freq": "weekly", "interval": entry.every_weeks})
    if entry.note:
        event.add("description", entry.note)
    if entry.url:
        event.add("url", entry.url)
    if entry.remind_before:
        event.add_component(_alarm(entry, entry.remind_before))
    return event


def _alarm(entry: Entry, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", -before)
    return alarm
