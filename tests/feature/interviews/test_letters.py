"""The mails: to everybody at once, with an entry for the calendar that each step renews."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
import sqlalchemy as sa
from icalendar import Calendar

from jobboard.core.activity import Activity
from jobboard.core.clock import at as clock_at
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.mail import Mail
from jobboard.hiring import service as hiring
from jobboard.hiring.domain import Reason, Stage
from jobboard.interviews import service
from jobboard.interviews.domain import Kind, Slot
from jobboard.interviews.models import Interview
from jobboard.organisations.models import Membership
from jobboard.planning.turns import LONDON
from tests.factories.hiring import make_candidacy, owner_of, recruiter_of
from tests.factories.interviews import (
    actor,
    agreed,
    fresh,
    make_interview,
    named,
    next_wednesday,
    proposal,
)

Work = Callable[[], int]
Sink = list[EmailMessage]


def said(sink: Sink, word: str) -> dict[str, EmailMessage]:
    """Mails whose subject begins with this word, by address."""
    found = [one for one in sink if str(one["Subject"]).startswith(word)]
    by_address = {str(one["To"]): one for one in found}
    assert len(by_address) == len(found), "somebody got it twice"
    return by_address


def entry(message: EmailMessage) -> tuple[str, Calendar]:
    """(METHOD, the one event), read back by a calendar library; the file says the same."""
    [part] = [one for one in message.walk() if one.get_content_type() == "text/calendar"]
    [file] = [one for one in message.walk() if one.get_content_type() == "application/ics"]
    calendar = Calendar.from_ical(part.get_content())
    assert Calendar.from_ical(file.get_content()).to_ical() == calendar.to_ical()
    assert part.get_param("method") == str(calendar["method"])
    [event] = calendar.walk("VEVENT")
    return str(calendar["method"]), event


def guests(row: Interview) -> set[str]:
    return {str(one.address) for one in [*named(row), owner_of(row.candidacy.role)]}


def test_everybody_hears_at_the_same_moment_with_an_invitation(sink: Sink, work: Work) -> None:
    row = make_interview()
    work()
    letters = said(sink, "Joint interview for")
    assert set(letters) == guests(row)
    mails = session().scalars(sa.select(Mail).where(Mail.kind == "interviews.invited")).all()
    assert len({one.decision for one in mails}) == 1
    assert len({one.message_id for one in mails}) == 3
    for address, letter in letters.items():
        method, event = entry(letter)
        assert method == "REQUEST"
        assert event.decoded("dtstart") == row.starts_at
        assert event.decoded("dtend") == row.starts_at + timedelta(minutes=60)
        assert (int(event["sequence"]), str(event["status"])) == (0, "TENTATIVE")
        assert str(event["location"]) == "Room 4, Fellside House"
        assert str(event["attendee"]) == f"mailto:{address}"
        assert "Room 4, Fellside House" in letter.get_body(("plain",)).get_content()


def test_both_partners_read_the_same_words_and_nobodys_address(sink: Sink, work: Work) -> None:
    row = make_interview()
    work()
    letters = said(sink, "Joint interview for")
    one, two = (letters[str(person.address)] for person in named(row))
    for kind in ("plain", "html"):
        assert one.get_body((kind,)).get_content() == two.get_body((kind,)).get_content()
    for address, letter in letters.items():
        others = (guests(row) | {"chair@example.test"}) - {address}
        assert all(other not in letter.as_string() for other in others)
        assert all(other.encode() not in entry(letter)[1].to_ical() for other in others)


def test_each_step_is_told_with_a_higher_sequence_and_one_uid(sink: Sink, work: Work) -> None:
    row = make_interview()
    work()
    boss = recruiter_of(row.candidacy.role)
    service.move(boss, row, Slot(next_wednesday(15, 2), 45, "Room 9"), 0, now())
    work()
    agreed(fresh(row))
    work()
    service.cancel(boss, row, "The chair is ill.", 2, now())
    work()
    address = str(named(row)[0].address)
    found = [
        entry(said(sink, word)[address])
        for word in ("Joint interview", "New time", "Agreed", "Cancelled")
    ]
    assert [method for method, _ in found] == ["REQUEST", "REQUEST", "REQUEST", "CANCEL"]
    events = [event for _, event in found]
    assert [int(one["sequence"]) for one in events] == [0, 1, 2, 3]
    assert [str(one["status"]) for one in events] == [
        "TENTATIVE", "TENTATIVE", "CONFIRMED", "CANCELLED"
    ]  # fmt: skip
    assert len({str(one["uid"]) for one in events}) == 1
    assert all(set(said(sink, word)) == guests(row) for word in ("New time", "Cancelled"))
    assert (
        "The chair is ill." in said(sink, "Cancelled")[address].get_body(("plain",)).get_content()
    )


def test_what_is_overtaken_before_the_worker_came_is_not_sent(sink: Sink, work: Work) -> None:
    row = make_interview()
    boss = recruiter_of(row.candidacy.role)
    service.move(boss, row, Slot(next_wednesday(15, 2), 45, "Room 9"), 0, now())
    work()
    assert said(sink, "Joint interview for") == {}
    assert set(said(sink, "New time")) == guests(row)


def test_an_ask_to_move_goes_to_who_arranges_and_to_the_other(sink: Sink, work: Work) -> None:
    row = make_interview()
    first, second = named(row)
    service.ask_to_move(actor(first), row, "Any morning but Monday.", 0, now())
    work()
    letters = said(sink, "Nadia asks")
    assert set(letters) == {str(second.address), str(owner_of(row.candidacy.role).address)}
    for letter in letters.values():
        assert "Any morning but Monday." in letter.get_body(("plain",)).get_content()


def test_asking_after_it_was_agreed_turns_every_calendar_back(sink: Sink, work: Work) -> None:
    row = agreed()
    service.ask_to_move(actor(named(row)[0]), row, "My train.", 1, now())
    work()
    letters = said(sink, "Nadia asks")
    assert set(letters) == guests(row)
    for letter in letters.values():
        method, event = entry(letter)
        assert (method, int(event["sequence"]), str(event["status"])) == ("REQUEST", 2, "TENTATIVE")


def test_ones_own_interview_is_told_to_that_person(sink: Sink, work: Work) -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    row = make_interview(candidacy, kind=Kind.INDIVIDUAL_B)
    work()
    letters = said(sink, "Individual interview")
    assert set(letters) == guests(row)
    assert str(candidacy.application.partnership.first.address) not in letters


def test_what_would_help_stands_in_no_mail_and_in_no_trail(sink: Sink, work: Work) -> None:
    row = make_interview()
    canary = "xylophone-canary"
    service.adjust(actor(named(row)[0]), row, canary)
    row = agreed(fresh(row))
    work()
    with clock_at(row.starts_at - timedelta(hours=20)):
        work()
    service.cancel(recruiter_of(row.candidacy.role), row, "The chair is ill.", 1, now())
    work()
    assert len(sink) > 10
    texts = [part.get_content() for one in sink for part in one.walk() if not part.is_multipart()]
    assert all(canary not in str(text) for text in texts)
    acts = session().scalars(sa.select(Activity)).all()
    assert "interview.adjusted" in {act.action for act in acts}
    assert canary not in repr([act.codes for act in acts])


# A day before


def _remind(row: Interview, sink: Sink, work: Work, before: timedelta) -> dict[str, EmailMessage]:
    work()
    sink.clear()
    with clock_at(row.starts_at - before):
        work()
    return said(sink, "Tomorrow")


def test_a_day_before_everybody_is_reminded_once(sink: Sink, work: Work) -> None:
    row = agreed()
    assert _remind(row, sink, work, timedelta(days=1, seconds=1)) == {}
    assert set(_remind(row, sink, work, timedelta(hours=23))) == guests(row)
    assert _remind(row, sink, work, timedelta(hours=22)) == {}


def test_nobody_is_reminded_of_what_is_not_agreed(sink: Sink, work: Work) -> None:
    row = make_interview()
    service.accept(actor(named(row)[0]), row, 0, now())
    assert _remind(row, sink, work, timedelta(hours=23)) == {}


def test_nobody_is_reminded_of_what_was_cancelled_or_moved(sink: Sink, work: Work) -> None:
    row = agreed()
    service.cancel(recruiter_of(row.candidacy.role), row, "The chair is ill.", 1, now())
    assert _remind(row, sink, work, timedelta(hours=23)) == {}
    other = agreed(make_interview(row.candidacy))
    day, boss = other.starts_at, recruiter_of(row.candidacy.role)
    service.move(boss, other, Slot(next_wednesday(14, 3), 60, "x"), 1, now())
    work()
    sink.clear()
    with clock_at(day - timedelta(hours=23)):
        work()
    assert said(sink, "Tomorrow") == {}


def test_nobody_is_reminded_of_what_has_begun(sink: Sink, work: Work) -> None:
    row = agreed()
    assert _remind(row, sink, work, -timedelta(seconds=1)) == {}


def test_what_is_agreed_on_the_day_before_is_not_told_twice(sink: Sink, work: Work) -> None:
    row = make_interview(starts_at=now() + timedelta(hours=20))
    agreed(row)
    assert _remind(row, sink, work, timedelta(hours=1)) == {}


# Ends


def test_one_cancel_a_person_when_the_candidacy_ends(sink: Sink, work: Work) -> None:
    row = agreed()
    work()
    sink.clear()
    hiring.move(
        recruiter_of(row.candidacy.role), row.candidacy, "not_select", now(),
        reason=Reason.CRITERIA,
    )  # fmt: skip
    work()
    letters = said(sink, "Cancelled")
    assert set(letters) == guests(row)
    assert {entry(letter)[0] for letter in letters.values()} == {"CANCEL"}


def test_who_left_the_organisation_hears_nothing_more(sink: Sink, work: Work) -> None:
    row = make_interview()
    owner = owner_of(row.candidacy.role)
    session().execute(sa.delete(Membership).where(Membership.user_id == owner.id))
    session().commit()
    session().expire_all()
    work()
    assert set(said(sink, "Joint interview for")) == {str(one.address) for one in named(row)}


# Clocks and strings


@pytest.mark.parametrize("day", ["2027-03-28", "2027-10-31"])
def test_in_the_weeks_of_the_change_the_hour_is_the_one_on_the_wall(
    day: str, sink: Sink, work: Work
) -> None:
    """Half an hour before and three hours after the clocks change, as London shows it."""
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    for clock in ("00:30", "04:00"):
        at = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=LONDON).astimezone(UTC)
        make_interview(candidacy, starts_at=at)
        work()
        letter = next(iter(said(sink, "Joint interview").values()))
        _, event = entry(letter)
        assert f"{event.decoded('dtstart').astimezone(LONDON):%H:%M}" == clock
        assert clock in str(letter["Subject"])
        sink.clear()


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VEVENT END:VCALENDAR",
        "x; y, z\\n ATTENDEE:mailto:eve@example.test",
        "عبدالله \u202e\u200f 🎉 " + "ü" * 200,
        "<script>alert(1)</script> {{ 7*7 }} %s",
        "https://meet.example.test/a?b=c&d=e#f",
    ],
)
def test_nasty_places_travel_as_text(text: str, sink: Sink, work: Work) -> None:
    candidacy = make_candidacy(stage=Stage.SHORTLISTED)
    wanted = proposal(candidacy, place=text)
    service.propose(recruiter_of(candidacy.role), candidacy, wanted, now())
    work()
    for letter in said(sink, "Joint interview").values():
        _, event = entry(letter)
        assert str(event["location"]) == text
        assert "<script>" not in letter.get_body(("html",)).get_content()
