"""The plan of the first 90 days: who writes it, who reads it when, and what its calendar says."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from jobboard.applications.models import Application
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import NotAllowedError
from jobboard.hiring.domain import Stage
from jobboard.organisations.domain import MemberKind
from jobboard.tenures import queries, service
from jobboard.tenures.domain import OneLeftError, PlanChangedError, TooEarlyError
from jobboard.tenures.models import FirstDays, FirstDaysAddress
from tests.factories.applications import actor_of
from tests.factories.hiring import make_candidacy, owner_of, recruiter_of
from tests.factories.people import make_user
from tests.factories.tenures import appoint, make_plan, said
from tests.factories.world import add_member, make_organisation, make_partnership

LONDON = ZoneInfo("Europe/London")
DAY = "starts_on"


@pytest.fixture
def candidacy(db):
    del db
    return make_candidacy(stage=Stage.INTERVIEWING)


def people(candidacy):
    return candidacy.application.partnership.people


def page_of(candidacy):
    return f"/first-90-days/{candidacy.id}"


def made_address(actor, row):
    return f"/first-90-days/calendar/{service.renew_address(actor, row, now()).token()}.ics"


def test_the_employer_prepares_it_and_the_two_read_it_once_they_have_accepted(browser, candidacy):
    owner, url = owner_of(candidacy.role), page_of(candidacy)
    page = browser(owner)
    assert "Plan for the first 90 days" in page.get(f"/hiring/candidacies/{candidacy.id}").text
    assert "Nobody has written a plan yet." in page.get(url).text
    sent = page.post(f"{url}/edit", data={DAY: "2027-03-01", "inbox": "both@example.test",
                                          "tools_1": "second", "lock_version": "0"})  # fmt: skip
    assert sent.location == url
    text = page.get(url).text
    for words in ("1 March 2027", "17 March 2027", "14 April 2027", "26 May 2027",
                  "both@example.test", "Not known yet", "A draft for your organisation",
                  "Who is in, when", "How they hand over"):  # fmt: skip
        assert words in text, words
    pair_page = f"/applications/{candidacy.application_id}/submission"
    for person in people(candidacy):
        assert browser(person).get(url).status_code == 404
        assert "first-90-days" not in browser(person).get(pair_page).text
    appoint(candidacy)
    for person in people(candidacy):
        assert "both@example.test" in browser(person).get(url).text
        assert "Your first day is 1 March 2027" in browser(person).get(pair_page).text
        assert browser(person).get(f"{url}/edit").status_code == 404
    assert browser(owner).get(f"{url}/plan.pdf").data.startswith(b"%PDF")
    assert browser(people(candidacy)[0]).get(f"{url}/plan.pdf").data.startswith(b"%PDF")


def test_bad_days_come_back_as_typed_and_nothing_is_stored(browser, candidacy):
    page, url = browser(owner_of(candidacy.role)), f"{page_of(candidacy)}/edit"
    for fields, words in (
        ({DAY: ""}, "Enter the first day."),
        ({DAY: "31/2/2027"}, "Enter a real date"),
        ({DAY: "2027-03-01", "review_1": "2027-02-01"}, "Put the reviews in order"),
        ({DAY: "2027-03-01", "review_3": "2028-02-01"}, "first 26 weeks"),
        ({DAY: "2027-03-01", "tools_1": "nobody"}, "Choose one of those offered."),
        ({DAY: "2027-03-01", "inbox": "nowhere"}, "nowhere"),
    ):
        answer = page.post(url, data={"lock_version": "0", "diary": "In the cloud", **fields})
        assert answer.status_code == 422, fields
        assert words in answer.text
        assert 'value="In the cloud"' in answer.text
    assert session().query(FirstDays).count() == 0


def test_two_colleagues_at_once_see_both_plans(browser, candidacy):
    row = make_plan(candidacy)
    url = f"{page_of(candidacy)}/edit"
    late = {DAY: "2027-04-05", "inbox": "late@example.test", "lock_version": "0"}
    answer = browser(owner_of(candidacy.role)).post(url, data=late)
    assert answer.status_code == 409
    compared = answer.text.split("What differs")[1].split("<form")[0]
    for words in ("1 March 2027", "5 April 2027", "late@example.test", row.inbox):
        assert words in compared
    with pytest.raises(PlanChangedError):
        service.write(recruiter_of(candidacy.role), candidacy, said(candidacy), 0, now())
    again = browser(owner_of(candidacy.role)).post(url, data={**late, "lock_version": "1"})
    assert again.status_code == 303
    session().expire_all()
    assert queries.of_candidacy(candidacy.id).starts_on == date(2027, 4, 5)


def test_it_is_too_early_before_the_interview_and_never_for_one(db):
    del db
    early = make_candidacy(stage=Stage.SHORTLISTED)
    with pytest.raises(TooEarlyError):
        service.write(recruiter_of(early.role), early, said(early), 0, now())
    alone = make_candidacy(early.role, make_partnership(), stage=Stage.INTERVIEWING)
    alone.alone_id = people(alone)[0].id
    session().commit()
    with pytest.raises(OneLeftError):
        service.write(recruiter_of(alone.role), alone, said(alone), 0, now())


def test_strangers_viewers_and_whoever_left_read_nothing(browser, candidacy):
    row = make_plan(candidacy)
    appoint(candidacy)
    first, second = people(candidacy)
    organisation = candidacy.role.organisation
    panel, viewer, stranger = (make_user(name) for name in ("Moira Kell", "Sunil Rao", "Ann Dee"))
    add_member(organisation, panel, MemberKind.PANEL)
    add_member(organisation, viewer, MemberKind.VIEWER)
    make_organisation("Wyeford Council", owner=stranger)
    url, feed = page_of(candidacy), made_address(actor_of(second), row)
    assert browser(panel).get(url).status_code == 200
    assert browser(panel).get(f"{url}/edit").status_code == 403
    assert browser().get(feed).status_code == 200
    for person in (viewer, stranger):
        for part in ("", "/plan.pdf", "/edit", "/address", "/address/revocation"):
            assert browser(person).get(url + part).status_code == 404, part
        with pytest.raises(NotAllowedError):
            service.write(actor_of(person), candidacy, said(candidacy), 1, now())
    application = session().get(Application, candidacy.application_id)
    application.left_by_id = second.id
    session().commit()
    for part in ("", "/plan.pdf", "/address"):
        assert browser(second).get(url + part).status_code == 404
    assert browser().get(feed).status_code == 404, "the calendar of whoever left is dead too"
    assert browser(first).get(url).status_code == 200


def test_each_has_an_address_of_their_own_and_ends_only_that(browser, candidacy):
    row = make_plan(candidacy)
    appoint(candidacy)
    url, (first, second) = page_of(candidacy), people(candidacy)
    for person in (first, second):
        assert browser(person).get(f"{url}/address").status_code == 200
        browser(person).post(f"{url}/address")
    addresses = {one.user_id: one for one in session().query(FirstDaysAddress)}
    mine, other = (
        f"/first-90-days/calendar/{addresses[p.id].token()}.ics" for p in people(candidacy)
    )
    assert mine in browser(first).get(url).text
    assert other not in browser(first).get(url).text
    assert browser(first).post(f"{url}/address/revocation").status_code == 303
    assert browser().get(mine).status_code == 404
    assert browser().get(other).status_code == 200
    renewed = made_address(actor_of(second), row)
    assert browser().get(other).status_code == 404
    answer = browser().get(renewed)
    assert answer.mimetype == "text/calendar"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("start", [date(2027, 3, 1), date(2026, 10, 5)])
def test_the_calendar_keeps_its_hours_when_the_clocks_change(browser, candidacy, start):
    row = make_plan(candidacy, starts_on=start)
    body = browser().get(made_address(recruiter_of(candidacy.role), row)).data
    events = Calendar.from_ical(body).walk("VEVENT")
    assert len([e for e in events if "Review" in e["summary"]]) == 3
    offsets, hours = set(), set()
    for event in events:
        local = event["dtstart"].dt.astimezone(LONDON)
        offsets.add(local.utcoffset())
        hours.add(local.hour)
        assert start <= local.date() < start + timedelta(days=91)
    assert len(offsets) == 2, "the clocks change within these weeks"
    assert hours <= {9, 13}
    assert {event["sequence"] for event in events} == {row.lock_version}


def test_a_change_moves_the_events_under_the_same_names(browser, candidacy):
    row = make_plan(candidacy)
    feed = made_address(recruiter_of(candidacy.role), row)

    def start():
        found = Calendar.from_ical(browser().get(feed).data).walk("VEVENT")
        return next(e for e in found if "start-" in e["uid"])

    before = start()
    base = queries.of_candidacy(candidacy.id).lock_version
    moved = said(candidacy, starts_on=date(2027, 3, 8))
    service.write(recruiter_of(candidacy.role), candidacy, moved, base, now())
    after = start()
    assert before["uid"] == after["uid"]
    assert after["sequence"] > before["sequence"]
    assert after["dtstart"].dt.date() == date(2027, 3, 8)
