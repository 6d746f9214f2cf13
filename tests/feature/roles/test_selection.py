"""Ten questions about a role: half answered, answered by two, shown to somebody without account."""

from __future__ import annotations

from datetime import timedelta

from jobboard.core import clock
from jobboard.core.activity import trail_of
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.roles import service
from jobboard.roles.domain import RoleStatus
from jobboard.roles.models import Role, Selection, SelectionLink
from jobboard.roles.queries import selections
from jobboard.roles.selection.questions import QUESTIONS
from tests.factories.roles import posted
from tests.factories.world import make_role

WHOLE = {one.name: one.answers[0].value for one in QUESTIONS}


def sheet(base=0, **answers):
    return {"lock_version": str(base), **answers}


def test_half_of_the_answers_are_kept_and_can_be_gone_on_with(browser, ruth, northmoor):
    role = make_role(northmoor, published=False)
    page, url = browser(ruth), f"/roles/{role.id}/selection"
    assert "0 of 10 answered" in page.get(url).text
    kept = page.post(url, data=sheet(week_1="all", pace_1="days"), follow_redirects=True)
    assert "2 of 10 answered" in kept.text
    assert kept.text.count("checked") == 2
    found = page.get(f"{url}/result").text
    assert "2 of 10 questions are answered, so this may still change." in found
    assert [row.action for row in trail_of([role.id])] == ["role.selection_answered"]


def test_all_ten_lead_to_the_result_with_reasons_and_a_paper(browser, ruth, northmoor):
    role = make_role(northmoor, published=False)
    page, url = browser(ruth), f"/roles/{role.id}/selection"
    answer = page.post(url, data=sheet(**{**WHOLE, "manager_1": "doubts"}))
    assert answer.location == f"{url}/result"
    text = page.get(answer.location).text
    assert "This role suits two people" in text
    assert "The line manager has doubts" in text
    assert "Show them this page." in text
    paper = page.get(f"{url}/result.pdf")
    assert paper.mimetype == "application/pdf"
    assert paper.data.startswith(b"%PDF")


def test_an_answer_that_is_not_offered_is_refused_and_the_others_stay(browser, ruth, northmoor):
    role = make_role(northmoor, published=False)
    url = f"/roles/{role.id}/selection"
    answer = browser(ruth).post(url, data=sheet(week_1="never", pace_1="days"))
    assert answer.status_code == 422
    assert answer.text.count("Choose one of those offered.") >= 2
    assert answer.text.count("checked") == 1
    assert session().query(Selection).count() == 0


def test_two_colleagues_who_answer_at_once_lose_nothing(browser, ruth, northmoor):
    role = make_role(northmoor, published=False)
    page, url = browser(ruth), f"/roles/{role.id}/selection"
    page.post(url, data=sheet(week_1="all"))
    late = page.post(url, data=sheet(week_1="core", pace_1="days"))
    assert late.status_code == 409
    for words in ("On every working day", "On some fixed half-days", "No answer"):
        assert words in late.text
    session().expire_all()
    row = selections.of_role(role.id)
    assert row.answers == {"week.1": "all"}
    again = page.post(url, data=sheet(row.lock_version, week_1="core", pace_1="days"))
    assert again.status_code == 302
    assert page.post(url, data=sheet("latest", week_1="core")).status_code == 409


def test_the_link_shows_the_result_and_nothing_else_until_it_ends(browser, ruth, northmoor):
    role = make_role(northmoor, published=False, description="Not for everybody yet")
    page, url = browser(ruth), f"/roles/{role.id}/selection"
    page.post(url, data=sheet(**WHOLE))
    assert page.post(f"{url}/link", data={"days": "8"}).status_code == 422
    assert page.post(f"{url}/link", data={"days": "7"}).location == f"{url}/result"
    first = session().query(SelectionLink).one().token()
    assert first in page.get(f"{url}/result").text
    read = browser().get(f"/could-it-be-shared/{first}")
    assert read.status_code == 200
    assert "This role suits two people" in read.text
    assert "Not for everybody yet" not in read.text
    assert "Set-Cookie" not in read.headers
    assert browser().get(f"/could-it-be-shared/{first}.pdf").data.startswith(b"%PDF")
    with clock.at(now() + timedelta(days=8)):
        assert browser().get(f"/could-it-be-shared/{first}").status_code == 404
    page.post(f"{url}/link", data={"days": "30"})
    session().expire_all()
    second = session().query(SelectionLink).one().token()
    assert browser().get(f"/could-it-be-shared/{first}").status_code == 404
    assert browser().get(f"/could-it-be-shared/{second}").status_code == 200
    page.post(f"{url}/link/revocation")
    assert browser().get(f"/could-it-be-shared/{second}").status_code == 404
    assert page.post(f"{url}/link/revocation").status_code == 302, "twice does no harm"


def test_a_role_that_was_taken_down_takes_its_link_with_it(browser, ruth, northmoor):
    role = make_role(northmoor)
    actor = Actor(user_id=ruth.id)
    service.answer(actor, role, {"week.1": "all"}, 0, now())
    token = service.share_selection(actor, role, 30, now()).token()
    assert browser().get(f"/could-it-be-shared/{token}").status_code == 200
    role.status = RoleStatus.CANCELLED
    session().commit()
    assert browser().get(f"/could-it-be-shared/{token}").status_code == 404


def test_a_new_role_can_begin_with_the_questions(browser, ruth, northmoor):
    page = browser(ruth)
    data = posted(organisation=str(northmoor.id), act="selection")
    answer = page.post("/roles/new", data=data)
    role = session().query(Role).one()
    assert answer.location == f"/roles/{role.id}/selection"
    assert f"/roles/{role.id}/selection" in page.get(f"/roles/{role.id}/edit").text


def test_the_answers_go_with_a_draft_that_is_deleted(ruth, northmoor):
    role = make_role(northmoor, published=False)
    actor = Actor(user_id=ruth.id)
    service.answer(actor, role, {"week.1": "all"}, 0, now())
    service.share_selection(actor, role, 7, now())
    service.discard(actor, role)
    assert session().query(Selection).count() == session().query(SelectionLink).count() == 0
