"""Events → one iCalendar text (RFC 5545, 5546), through the library: folding, escaping, zones.

A working half-day is a rule in London time and stays at nine when the clocks change; an instant is
written in UTC. UIDs are the caller's and stable; SEQUENCE says to a calendar that an event moved.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage

from icalendar import Alarm, Calendar, Event, vCalAddress

PRODUCT = "-//Twofold//Diary of a pair//EN"


@dataclass(frozen=True, slots=True)
class Entry:
    """`starts` and `ends` carry the zone they are meant in. `every_weeks`: 0 happens once.

    `status`: TENTATIVE, CONFIRMED, CANCELLED or nothing. `stamp` and `sequence` are of this event
    where it has its own; else those of the whole calendar.
    """

    uid: str
    title: str
    starts: datetime
    ends: datetime
    every_weeks: int = 0
    note: str = ""
    url: str = ""
    remind_before: timedelta | None = None
    place: str = ""
    status: str = ""
    stamp: datetime | None = None
    sequence: int | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """One person's copy of a meeting, to travel in a mail. `method`: REQUEST or CANCEL."""

    method: str
    body: bytes

    def enclose_in(self, message: EmailMessage) -> None:
        """As a part that mail programs act upon, and as a file for those that do not."""
        message.add_alternative(
            self.body.decode(), subtype="calendar", params={"method": self.method}
        )
        message.add_attachment(
            self.body, maintype="application", subtype="ics", filename="interview.ics"
        )


def invitation(entry: Entry, method: str, organiser: str, attendee: str) -> Invitation:
    """`organiser` and `attendee` are mail addresses. Nobody else who is invited stands in it: an
    address is private. Answers are given on the page, so that no reply by mail is asked for."""
    calendar = _calendar(method)
    event = _event(entry, entry.starts, 0)
    event.add("organizer", vCalAddress(f"mailto:{organiser}"))
    who = vCalAddress(f"mailto:{attendee}")
    who.params.update({"ROLE": "REQ-PARTICIPANT", "RSVP": "FALSE"})
    event.add("attendee", who)
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return Invitation(method, bytes(calendar.to_ical()))


def calendar_of(name: str, entries: Iterable[Entry], stamp: datetime, sequence: int) -> bytes:
    """`stamp` (UTC) is when what the calendar says last changed; `sequence` grows with it."""
    calendar = _calendar("PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, stamp, sequence))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    return calendar


def _event(entry: Entry, stamp: datetime, sequence: int) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.stamp or stamp)
    event.add("sequence", sequence if entry.sequence is None else entry.sequence)
    event.add("summary", entry.title)
    event.add("dtstart", entry.starts)
    event.add("dtend", entry.ends)
    if entry.every_weeks:
        event.add("rrule", {"freq": "weekly", "interval": entry.every_weeks})
    if entry.note:
        event.add("description", entry.note)
    if entry.url:
        event.add("url", entry.url)
    if entry.place:
        event.add("location", entry.place)
    if entry.status:
        event.add("status", entry.status)
    if entry.remind_before:
        event.add_component(_alarm(entry, entry.remind_before))
    return event


def _alarm(entry: Entry, before: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", -before)
    return alarm
