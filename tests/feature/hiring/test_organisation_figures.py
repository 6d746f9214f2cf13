"""The figures of an organisation: its roles added up, for whoever reads its applications."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from jobboard.core.clock import now
from jobboard.hiring.domain import Stage
from jobboard.organisations.domain import MemberKind
from jobboard.roles import service as roles
from jobboard.roles.outcomes import Ending
from jobboard.web.filters import local
from tests.conftest import Browser
from tests.factories.applications import ready_application
from tests.factories.hiring import make_candidacy, owner_of, recruiter_of
from tests.factories.people import make_user
from tests.factories.world import add_member, make_organisation, make_partnership, make_role
from tests.feature.hiring.test_pages import _queries

pytestmark = pytest.mark.usefixtures("db")


def test_roles_are_added_up_and_each_stands_with_its_own(browser: Browser) -> None:
    organisation = make_organisation()
    first, closed = make_role(organisation), make_role(organisation, title="Chief", closed=True)
    make_role(organisation, title="Nobody's draft", published=False)
    make_candidacy(first, stage=Stage.SHORTLISTED)
    make_candidacy(first, make_partnership())
    ready_application(first, make_partnership())
    make_candidacy(make_role(), make_partnership())
    roles.count_opening(first.id, local(now()).date(), 7)
    roles.say_outcome(recruiter_of(closed), closed, Ending.PAIR, True, "", now(), seen=0)
    client = browser(owner_of(first))
    answer = client.get(f"/organisations/{organisation.id}/figures.csv")
    rows = {row[0]: row[1:] for row in csv.reader(StringIO(answer.data.decode("utf-8-sig")))}
    assert rows.pop("Role")[1] == "Applications"
    assert rows == {
        first.title: ["7", "2", "1", "1", "0", "not said"],
        "Chief": ["0", "0", "0", "0", "0", "Yes, with a pair"],
    }
    page = client.get(f"/organisations/{organisation.id}/figures").text
    for words in ("<dd>2</dd>", "2 pairs sent an application.", "as you said for 1 role"):
        assert words in page
    assert "draft" not in page.replace("Drafts are not counted", "").lower()


def test_only_who_reads_applications_there_finds_it(browser: Browser) -> None:
    organisation = make_organisation()
    panel, viewer = make_user(), make_user()
    add_member(organisation, panel, MemberKind.PANEL)
    add_member(organisation, viewer, MemberKind.VIEWER)
    for path in (f"/organisations/{organisation.id}/figures{end}" for end in ("", ".csv")):
        assert browser(panel).get(path).status_code == 200
        for stranger in (viewer, make_user(), owner_of(make_role())):
            assert browser(stranger).get(path).status_code == 404
    for member, shown in ((panel, True), (viewer, False)):
        assert (
            "/figures" in browser(member).get(f"/organisations/{organisation.id}").text
        ) == shown


def test_twenty_roles_take_as_many_questions_as_one(browser: Browser) -> None:
    few, many = make_organisation(), make_organisation(owner=make_user())
    one = make_role(few)
    for _ in range(20):
        role = make_role(many)
    asked = [(owner_of(each), each.organisation_id) for each in (one, role)]
    clients = [(browser(owner), f"/organisations/{number}/figures") for owner, number in asked]
    few_asked, many_asked = (_queries(client, path) for client, path in clients)
    assert few_asked == many_asked <= 9
