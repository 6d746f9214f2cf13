"""The diary: read back by a calendar library, at a secret address that either of the two renews."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from icalendar import Calendar

from jobboard.applications import service as applications
from jobboard.core.clock import at as clock_at
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.documents.calendar import Entry, calendar_of
from jobboard.core.policy import NotAllowedError
from jobboard.diary import queries, service
from jobboard.diary.domain import first_day, week_entries
from jobboard.hiring.domain import Stage
from jobboard.interviews import service as interviews
from jobboard.interviews.domain import Kind
from jobboard.partnerships import service as partnerships
from jobboard.partnerships.call_card import CardFields
from jobboard.partnerships.domain import PartnershipStatus
from jobboard.planning.split_plan import SplitPlan
from jobboard.planning.turns import LONDON
from tests.factories.applications import ready_application, submitted_application
from tests.factories.hiring import make_candidacy, recruiter_of
from tests.factories.interviews import agreed, make_interview
from tests.factories.pairs import actor_of, make_profile
from tests.factories.people import make_user
from tests.factories.world import make_partnership, make_role

NAMES = ("Nadia", "Helen")


def read(entries):
    return Calendar.from_ical(calendar_of("Diary", entries, datetime(2027, 3, 1, tzinfo=UTC), 7))


def starts(event, count):
    from dateutil.rrule import rrulestr

    first = event.decoded("dtstart")
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=first.replace(tzinfo=None))
    return [at.replace(tzinfo=first.tzinfo) for at in rule[:count]]


@pytest.mark.parametrize("since", [date(2027, 3, 22), date(2027, 10, 25)])
def test_nine_stays_nine_when_the_clocks_change(since):
    plan = SplitPlan.from_text("a.........")
    (event,) = read(week_entries(plan, NAMES, since, "{}@x")).walk("VEVENT")
    assert event["dtstart"].params["TZID"] == "Europe/London"
    assert event.decoded("dtstart").hour == 9
    found = starts(event, 2)
    assert [at.hour for at in found] == [9, 9]
    assert found[0].utcoffset() != found[1].utcoffset()


def test_the_zone_comes_with_the_feed():
    feed = read(week_entries(SplitPlan.from_text("a........."), NAMES, date(2027, 1, 4), "{}@x"))
    assert [str(zone["tzid"]) for zone in feed.walk("VTIMEZONE")] == ["Europe/London"]


def test_two_weeks_take_turns_over_new_year():
    plan = SplitPlan.from_text("a........./b.........")
    events = read(week_entries(plan, NAMES, date(2026, 12, 14), "{}@x")).walk("VEVENT")
    a, b = (starts(event, 4) for event in events)
    mondays = sorted((at.date(), who) for who, days in (("a", a), ("b", b)) for at in days)
    assert [who for _, who in mondays] == [mondays[0][1], mondays[1][1]] * 4
    gaps = {later[0] - earlier[0] for earlier, later in itertools.pairwise(mondays)}
    assert gaps == {timedelta(days=7)}


def test_a_cycle_keeps_its_turn_whenever_it_is_read():
    plan = SplitPlan.from_text("a........./b.........")
    for half_day in plan.covered:
        first = first_day(half_day, 2, date(2026, 1, 1))
        for week in range(120):
            later = first_day(half_day, 2, date(2026, 1, 1) + timedelta(days=7 * week + week % 7))
            assert (later - first).days % 14 == 0


def test_long_names_of_any_script_are_folded_whole():
    name = "عبد" * 66 + "، ;\\" + "\N{PARTY POPPER}"
    at = datetime(2027, 1, 4, 9, tzinfo=LONDON)
    body = calendar_of("d", [Entry("1@x", name, at, at + timedelta(hours=4))], at, 0)
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    (event,) = Calendar.from_ical(body).walk("VEVENT")
    assert str(event["summary"]) == name


@pytest.fixture
def pair(db):
    del db
    return make_partnership()


def address(pair, person=None):
    return service.renew_address(actor_of(person or pair.first), pair, now()).token()


def test_the_feed_shows_the_week_and_the_last_moment_and_no_address(pair, browser):
    submitted_application(make_role(), pair)
    application = ready_application(make_role(), pair)
    answer = browser().get(f"/diary/{address(pair)}.ics")
    feed = Calendar.from_ical(answer.data)
    titles = [str(event["summary"]) for event in feed.walk("VEVENT")]
    assert answer.status_code == 200
    assert answer.content_type.startswith("text/calendar")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert f"Last moment to sign: {application.role.title}" in titles
    assert "Both of you are in" in titles
    assert all(one.address.encode() not in answer.data for one in pair.people)


def test_the_same_plan_gives_the_same_bytes(pair, browser):
    ready_application(make_role(), pair)
    path = f"/diary/{address(pair)}.ics"
    assert browser().get(path).data == browser().get(path).data


def test_either_renews_and_the_old_address_is_dead_at_once(pair, browser):
    old = address(pair)
    new = address(pair, pair.second)
    assert browser().get(f"/diary/{old}.ics").status_code == 404
    assert browser().get(f"/diary/{new}.ics").status_code == 200


def test_nobody_else_makes_an_address(pair):
    with pytest.raises(NotAllowedError):
        address(pair, make_user("A stranger"))
    assert queries.address_of(pair.id) is None


def test_when_the_pair_has_parted_nothing_opens(pair, browser):
    token = address(pair)
    pair.status = PartnershipStatus.PARTED
    session().commit()
    assert browser().get(f"/diary/{token}.ics").status_code == 404
    with pytest.raises(service.PairOverError):
        address(pair)


def test_a_guess_and_a_letter_too_many_find_nothing(pair, browser):
    token = address(pair)
    for guess in (token + "x", token[:-1], uuid4().hex, "%00", "é" * 43):
        assert browser().get(f"/diary/{guess}.ics").status_code == 404


def test_the_page_says_the_week_in_words_and_shows_both_the_address(pair, browser):
    assert "Make the address" in page(browser, pair, pair.first)
    submitted_application(make_role(), pair)
    ready_application(make_role(), pair)
    token = address(pair)
    for person in pair.people:
        shown = page(browser, pair, person)
        assert token in shown
        assert "Together: Wednesday" in shown
        assert "Last moment to sign" in shown


def page(browser, pair, person):
    answer = browser(person).get(f"/partnerships/{pair.id}/diary")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


# Interviews


def feed_of(browser, pair):
    answer = browser().get(f"/diary/{address(pair)}.ics")
    assert answer.status_code == 200
    return Calendar.from_ical(answer.data)


def meetings(feed):
    return [one for one in feed.walk("VEVENT") if "interview" in str(one["uid"])]


def interviewed(pair, **wanted):
    return make_interview(make_candidacy(make_role(), pair, stage=Stage.SHORTLISTED), **wanted)


def test_an_interview_is_tentative_then_confirmed_then_gone(pair, browser):
    row = interviewed(pair)
    [event] = meetings(feed_of(browser, pair))
    assert str(event["status"]) == "TENTATIVE"
    assert "to be agreed" in str(event["summary"])
    assert event.decoded("dtstart") == row.starts_at
    assert str(event["location"]) == row.place
    assert int(event["sequence"]) == 0
    first_uid = str(event["uid"])
    row = agreed(row)
    [event] = meetings(feed_of(browser, pair))
    assert (str(event["status"]), int(event["sequence"])) == ("CONFIRMED", 1)
    assert "to be agreed" not in str(event["summary"])
    assert str(event["uid"]) == first_uid
    shown = page(browser, pair, pair.second)
    assert f"/interviews/{row.id}" in shown
    interviews.cancel(recruiter_of(row.candidacy.role), row, "Ill.", 1, now())
    assert meetings(feed_of(browser, pair)) == []
    assert "No interview is proposed." in page(browser, pair, pair.first)


@pytest.mark.parametrize("kind", [Kind.INDIVIDUAL_A, Kind.INDIVIDUAL_B])
def test_what_is_one_persons_own_is_not_in_the_shared_diary(pair, browser, kind):
    row = interviewed(pair, kind=kind)
    feed = feed_of(browser, pair)
    assert meetings(feed) == []
    assert str(row.id).encode() not in feed.to_ical()
    for person in pair.people:
        assert f"/interviews/{row.id}" not in page(browser, pair, person)


def test_what_would_help_on_the_day_is_not_in_the_diary(pair, browser):
    row = interviewed(pair)
    interviews.adjust(actor_of(pair.first), row, "xylophone-canary")
    assert b"xylophone-canary" not in feed_of(browser, pair).to_ical()
    assert "xylophone-canary" not in page(browser, pair, pair.first)


def test_the_interview_of_another_pair_is_not_in_this_ones_diary(pair, browser):
    interviewed(make_partnership(pair.first, make_user("Priya Raman")))
    assert meetings(feed_of(browser, pair)) == []


def test_after_one_left_nothing_of_it_is_left(pair, browser):
    row = interviewed(pair)
    applications.leave(actor_of(pair.first), row.candidacy.application, "Sorry.", now())
    assert meetings(feed_of(browser, pair)) == []


def test_what_is_over_falls_out(pair, browser):
    row = agreed(interviewed(pair))
    for late, found in ((-1, 1), (0, 0)):
        with clock_at(row.ends_at + timedelta(seconds=late)):
            assert len(meetings(feed_of(browser, pair))) == found


@pytest.mark.parametrize("day", ["2027-03-28", "2027-10-31"])
def test_in_the_week_of_the_change_an_interview_keeps_its_instant(pair, browser, day):
    at = datetime.fromisoformat(f"{day}T04:00").replace(tzinfo=LONDON)
    interviewed(pair, starts_at=at.astimezone(UTC))
    [event] = meetings(feed_of(browser, pair))
    assert event.decoded("dtstart").astimezone(LONDON) == at
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=1)


def test_an_ended_address_opens_nothing_and_another_can_be_made(pair, browser):
    old = address(pair)
    asked = browser(pair.second).get(f"/partnerships/{pair.id}/diary/address/revocation")
    assert "End this address?" in asked.get_data(as_text=True)
    assert browser().get(f"/diary/{old}.ics").status_code == 200
    service.end_address(actor_of(pair.second), pair, now())
    assert browser().get(f"/diary/{old}.ics").status_code == 404
    shown = page(browser, pair, pair.first)
    assert old not in shown
    assert "Make a new address" not in shown
    assert "Make the address" in shown
    service.end_address(actor_of(pair.first), pair, now())
    again = address(pair)
    assert again != old
    assert browser().get(f"/diary/{old}.ics").status_code == 404
    assert browser().get(f"/diary/{again}.ics").status_code == 200


def test_no_address_no_question_how_to_end_it(pair, browser):
    path = f"/partnerships/{pair.id}/diary/address/revocation"
    answer = browser(pair.first).get(path)
    assert answer.status_code == 303
    address(pair)
    assert browser(pair.first).get(path).status_code == 200
    assert browser(make_user("A stranger")).get(path).status_code == 404


def test_nobody_else_ends_an_address(pair, browser):
    token = address(pair)
    with pytest.raises(NotAllowedError):
        service.end_address(actor_of(make_user("A stranger")), pair, now())
    assert browser().get(f"/diary/{token}.ics").status_code == 200


def usual_week(pair, week):
    partnerships.save_card(actor_of(pair.first), pair, CardFields(week=week), 0, now())


def test_a_draft_that_nobody_signed_gives_no_week(pair, browser):
    ready_application(make_role(), pair)
    assert [one for one in titles(feed_of(browser, pair)) if one.endswith("in")] == []
    assert "Together: Wednesday" not in page(browser, pair, pair.first)
    submitted_application(make_role(), pair)
    assert "Both of you are in" in titles(feed_of(browser, pair))


def test_a_draft_begun_after_one_was_sent_changes_no_week(pair, browser):
    sent = submitted_application(make_role(), pair)
    with clock_at(now() + timedelta(days=1)):
        ready_application(make_role(), pair)
        assert sent.role.title in week_card(page(browser, pair, pair.first))


def test_the_usual_week_comes_before_what_was_sent(pair, browser):
    make_profile(pair.first)
    make_profile(pair.second)
    submitted_application(make_role(), pair)
    assert "Both of you are in" in titles(feed_of(browser, pair))
    usual_week(pair, "aaaaabbbbb")
    assert "Both of you are in" not in titles(feed_of(browser, pair))
    assert "Your usual week" in page(browser, pair, pair.first)


def week_card(shown):
    return shown.split('id="week"')[1].split("</section>")[0]


def titles(feed):
    return [str(event["summary"]) for event in feed.walk("VEVENT")]


def test_without_a_plan_the_usual_week_of_the_call_card_stands_there(pair, browser):
    make_profile(pair.first)
    make_profile(pair.second)
    assert feed_of(browser, pair).walk("VEVENT") == []
    usual_week(pair, "aaaaaxbbbb")
    found = set(titles(feed_of(browser, pair)))
    assert sorted(found) == ["Both of you are in", "Helen is in", "Nadia is in"]
    assert "Your usual week" in page(browser, pair, pair.first)
