"""The figures of a role: what they count, who reads them, and what they never tell."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import StringIO

import pytest
import time_machine

from jobboard.core.clock import now
from jobboard.hiring import service
from jobboard.hiring.domain import Stage
from jobboard.organisations.domain import MemberKind
from jobboard.roles.models import Role
from jobboard.roles.queries.openings import openings_by_day
from jobboard.web.filters import local
from tests.conftest import Browser
from tests.factories.applications import ready_application
from tests.factories.hiring import make_candidacy, make_many, owner_of, recruiter_of
from tests.factories.people import make_user
from tests.factories.world import add_member, make_organisation, make_partnership, make_role
from tests.feature.hiring.test_pages import _payload, _queries

pytestmark = pytest.mark.usefixtures("db")
READER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}


def _table(browser: Browser, role: Role, user: object = None) -> dict[tuple[str, str, str], str]:
    answer = browser(user or owner_of(role)).get(f"/roles/{role.id}/figures.csv")
    assert answer.mimetype == "text/csv"
    rows = list(csv.reader(StringIO(answer.data.decode("utf-8-sig"))))
    assert rows[0] == ["Table", "Line", "Figure", "Value"]
    return {(table, line, what): value for table, line, what, value in rows[1:]}


def test_stages_and_days_come_from_what_was_done(browser: Browser) -> None:
    role = make_role()
    row = make_candidacy(role)
    make_candidacy(role, stage=Stage.NOT_SELECTED)
    with time_machine.travel(row.visible_from + timedelta(days=3), tick=False):
        service.move(recruiter_of(role), row, "shortlist", now())
    with time_machine.travel(row.visible_from + timedelta(days=4), tick=False):
        told = _table(browser, role)
        page = browser(owner_of(role)).get(f"/roles/{role.id}/figures").text
    assert told["How far pairs get", "Sent, both signed", "Pairs"] == "2"
    assert told["How far pairs get", "Shortlisted", "Pairs"] == "1"
    assert told["How far pairs get", "Shortlisted", "Of those who sent"] == "too few to compare"
    assert told["Time in stage", "New", "Middle half"].startswith("each: 0, 3 days")
    assert told["Time in stage", "Shortlisted", "Still in it"] == "1"
    assert 'class="plot"' in page
    assert "%<" not in page


def test_a_draft_and_what_is_cooling_off_are_in_no_number(browser: Browser) -> None:
    role = make_role()
    empty = _table(browser, role)
    ready_application(role, make_partnership())
    make_candidacy(role, visible=False)
    assert _table(browser, role) == empty
    assert empty["How far pairs get", "Sent, both signed", "Pairs"] == "0"


def test_a_member_who_applied_does_not_read_how_far_their_own_pair_got(browser: Browser) -> None:
    organisation = make_organisation()
    role = make_role(organisation)
    inside = make_user("Inside Person")
    add_member(organisation, inside)
    make_candidacy(role, make_partnership(inside, make_user()), stage=Stage.LONGLISTED)
    make_candidacy(role)
    sent = "How far pairs get", "Sent, both signed", "Pairs"
    assert _table(browser, role)[sent] == "2"
    assert _table(browser, role, inside)[sent] == "1"


def test_whoever_reads_no_application_finds_no_figures(browser: Browser) -> None:
    role = make_role()
    panel, viewer = make_user(), make_user()
    add_member(role.organisation, panel, MemberKind.PANEL)
    add_member(role.organisation, viewer, MemberKind.VIEWER)
    for path in (f"/roles/{role.id}/figures", f"/roles/{role.id}/figures.csv"):
        assert browser(panel).get(path).status_code == 200
        for stranger in (viewer, make_user(), owner_of(make_role())):
            assert browser(stranger).get(path).status_code == 404
        assert browser().get(path).status_code == 302


def test_a_view_is_a_number_and_a_day(browser: Browser) -> None:
    role, path = make_role(), "/roles/{}/opening"
    anybody = browser()
    assert 'data-behaviour="opening"' in anybody.get(f"/roles/{role.id}").text
    assert openings_by_day(role.id) == {}, "looking changes nothing"
    for visitor in (anybody, anybody, browser(make_user())):
        assert visitor.post(path.format(role.id), headers=READER).status_code == 204
    own = browser(owner_of(role))
    assert 'data-behaviour="opening"' not in own.get(f"/roles/{role.id}").text
    own.post(path.format(role.id), headers=READER)
    anybody.post(path.format(role.id), headers={"User-Agent": "Examplebot/2.1"})
    assert openings_by_day(role.id) == {local(now()).date(): 3}
    draft, closed = make_role(published=False), make_role(closed=True)
    assert anybody.post(path.format(draft.id), headers=READER).status_code == 404
    assert anybody.post(path.format(closed.id), headers=READER).status_code == 204
    assert openings_by_day(closed.id) == {}


def test_the_page_asks_as_often_for_many_pairs_as_for_one(browser: Browser) -> None:
    role = make_role()
    payload, role_id = _payload(role), role.id
    client, path = browser(owner_of(role)), f"/roles/{role.id}/figures"
    one = _queries(client, path)
    make_many(role_id, 20, payload=payload)
    assert _queries(client, path) == one


def test_a_title_that_looks_like_a_formula_stays_a_name(browser: Browser) -> None:
    role = make_role(title='=HYPERLINK("https://example.org")')
    answer = browser(owner_of(role)).get(f"/roles/{role.id}/figures.csv")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="figures-hyperlink-https-example-org.csv"'
    )
