"""Manager is job-share ready: named, confirmed by a colleague or in person, shown, ended."""

from __future__ import annotations

from datetime import timedelta

import pytest

from jobboard.core import clock, mail
from jobboard.core.activity import trail_of
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.organisations.domain import MemberKind
from jobboard.roles import service
from jobboard.roles.domain import RoleStatus
from jobboard.roles.manager import KEYS, STATEMENTS, ManagerSaidItError
from jobboard.roles.models import ManagerAsk, ManagerCheck
from jobboard.roles.queries import managers
from tests.factories.people import make_user
from tests.factories.world import add_member, make_organisation, make_role

ALL = {one.name: "y" for one in STATEMENTS}
BADGE = "Manager is job-share ready"
ANN = {"name": "Ann Prosser", "title": "Chief executive"}


@pytest.fixture
def role(northmoor):
    return make_role(northmoor)


@pytest.fixture
def named(role, actor):
    service.name_manager(actor, role, ANN["name"], ANN["title"], 0, now())
    return role


def ask_of(role, actor, address="ann@example.test"):
    service.ask_manager(actor, role, address, now())
    return session().query(ManagerAsk).filter_by(address=address).one()


def mailed(sink, work, address):
    work()
    [letter] = [one for one in sink if one["To"] == address]
    return letter.get_body(("plain",)).get_content()


def advert(browser, role):
    session().expire_all()
    return browser().get(f"/roles/{role.id}").text


def test_a_colleague_names_and_ticks_and_readers_see_the_job_title(browser, ruth, role):
    page, url = browser(ruth), f"/roles/{role.id}/manager"
    assert BADGE not in advert(browser, role)
    assert page.post(url, data={**ANN, "lock_version": "0"}).location == url
    assert "Not answered yet" in page.get(url).text
    assert " checked" not in page.get(f"{url}/checklist").text
    kept = page.post(f"{url}/checklist", data={**ALL, "lock_version": "1"}, follow_redirects=True)
    assert "Ticked by a colleague on 10 January 2027, holds until 10 January 2028" in kept.text
    shown = advert(browser, role)
    assert BADGE in shown
    assert STATEMENTS[0].text in shown
    assert "Ticked by the employer for the line manager (Chief executive)" in shown
    assert "Ann Prosser" not in shown
    assert "job-share ready" not in shown.split("application/ld+json")[1].split("</script>")[0]
    acts = {row.action for row in trail_of([role.id])}
    assert acts == {"role.manager_ticked", "role.manager_named"}


def test_one_needed_statement_that_is_left_out_earns_nothing(browser, ruth, named):
    page, url = browser(ruth), f"/roles/{named.id}/manager"
    ticks = {name: "y" for name in ALL if name != "days_1"}
    page.post(f"{url}/checklist", data={**ticks, "lock_version": "1"})
    assert BADGE not in advert(browser, named)
    assert "Some of it is still missing" in page.get(url).text
    without = {name: "y" for name in ALL if name != "learnt_1"}
    page.post(f"{url}/checklist", data={**without, "lock_version": "2"})
    shown = advert(browser, named)
    assert BADGE in shown
    assert STATEMENTS[-1].text not in shown


def test_the_manager_answers_once_through_a_link(browser, sink, work, ruth, actor, named):
    token = ask_of(named, actor).token()
    letter = mailed(sink, work, "ann@example.test")
    assert f"/job-share-ready/{token}" in letter
    url = f"/job-share-ready/{token}"
    assert browser().get(url).status_code == 200
    assert managers.of_role(named.id).said_at is None, "looking changes nothing"
    assert "has your answer" in browser().post(url, data=ALL).text
    assert browser().get(url).status_code == browser().post(url, data={}).status_code == 410
    shown = advert(browser, named)
    assert "Confirmed by the line manager (Chief executive), through a link" in shown
    assert "Ann Prosser" not in shown
    assert "ann@example.test" not in shown
    assert "Every statement that counts is confirmed" in mailed(sink, work, ruth.address)


def test_nobody_ticks_over_what_the_manager_left_open(browser, ruth, actor, named):
    service.answer_as_manager(ask_of(named, actor), named, ["post.1"], now())
    row = managers.of_role(named.id)
    with pytest.raises(ManagerSaidItError):
        service.tick(actor, named, KEYS, row.lock_version, now())
    page, url = browser(ruth), f"/roles/{named.id}/manager"
    assert page.post(f"{url}/checklist", data={**ALL, "lock_version": "9"}).location == url
    session().expire_all()
    assert managers.of_role(named.id).confirmed == ["post.1"]
    service.take_back_ready(actor, named, now())
    with pytest.raises(ManagerSaidItError):
        service.tick(actor, named, KEYS, managers.of_role(named.id).lock_version, now())


def test_it_ends_after_a_year_when_taken_back_and_with_another_manager(browser, actor, named):
    def tick():
        service.tick(actor, named, KEYS, managers.of_role(named.id).lock_version, now())

    tick()
    assert BADGE in advert(browser, named)
    later = now().replace(year=now().year + 1)
    assert managers.ready(named.id, later - timedelta(seconds=1))
    assert managers.ready(named.id, later) is None
    service.take_back_ready(actor, named, now())
    service.take_back_ready(actor, named, now())
    assert BADGE not in advert(browser, named)
    tick()
    assert BADGE in advert(browser, named)
    base = managers.of_role(named.id).lock_version
    service.name_manager(actor, named, "ann prosser", "Chief Executive", base, now())
    assert BADGE in advert(browser, named), "the same manager, spelt another way"
    base = managers.of_role(named.id).lock_version
    service.name_manager(actor, named, "Tom Adeyemi", "Chief executive", base, now())
    assert BADGE not in advert(browser, named)


def test_another_manager_ends_the_link_of_the_first(browser, actor, named):
    ask = ask_of(named, actor)
    url = f"/job-share-ready/{ask.token()}"
    base = managers.of_role(named.id).lock_version
    service.name_manager(actor, named, "Tom Adeyemi", "Chair", base, now())
    assert browser().post(url, data=ALL).status_code == 410
    session().expire_all()
    assert managers.of_role(named.id).said_at is None


def test_a_link_ends_by_time_by_hand_and_with_the_role(browser, ruth, actor, named):
    url = f"/job-share-ready/{ask_of(named, actor).token()}"
    with clock.at(now() + timedelta(days=14)):
        assert browser().get(url).status_code == 410
    assert browser().get(url).status_code == 200
    browser(ruth).post(f"/roles/{named.id}/manager/ask/cancellation")
    assert browser().post(url, data=ALL).status_code == 410
    second = f"/job-share-ready/{ask_of(named, actor, 'chair@example.test').token()}"
    named.status = RoleStatus.CANCELLED
    session().commit()
    assert browser().get(second).status_code == 410


def test_one_is_asked_at_a_time_and_never_oneself(browser, ruth, actor, named):
    ask = ask_of(named, actor)
    page, url = browser(ruth), f"/roles/{named.id}/manager/ask"
    other = page.post(url, data={"address": "chair@example.test"})
    assert other.status_code == 422
    assert "Somebody is asked already" in other.text
    own = page.post(url, data={"address": ruth.address})
    assert own.status_code == 422
    assert "That is your own address" in own.text
    bad = page.post(url, data={"address": "nobody"})
    assert bad.status_code == 422
    assert 'value="nobody"' in bad.text
    assert page.post(url, data={"address": "ann@example.test"}).status_code == 303
    assert session().query(ManagerAsk).one().token() == ask.token(), "the same link again"
    assert session().query(mail.Mail).count() == 1, "once a day"


def test_two_colleagues_at_once_see_both(browser, ruth, named, actor):
    page, url = browser(ruth), f"/roles/{named.id}/manager"
    late = page.post(url, data={"name": "Tom", "title": "Chair", "lock_version": "0"})
    assert late.status_code == 409
    assert "Ann Prosser" in late.text
    assert 'value="Tom"' in late.text
    service.tick(actor, named, KEYS[:1], 1, now())
    late = page.post(f"{url}/checklist", data={"word_1": "y", "lock_version": "1"})
    assert late.status_code == 409
    assert STATEMENTS[0].text in late.text.split("What differs")[1].split("<form")[0]
    session().expire_all()
    assert managers.of_role(named.id).confirmed == ["post.1"]


def test_an_empty_name_comes_back_and_stores_nothing(browser, ruth, role):
    answer = browser(ruth).post(
        f"/roles/{role.id}/manager", data={"name": " ", "title": "Chair", "lock_version": "0"}
    )
    assert answer.status_code == 422
    assert 'value="Chair"' in answer.text
    assert session().query(ManagerCheck).count() == 0


def test_who_only_reads_sees_where_it_stands_and_changes_nothing(browser, northmoor, named):
    panel = make_user("Moira Kell")
    add_member(northmoor, panel, MemberKind.PANEL)
    url = f"/roles/{named.id}/manager"
    page = browser(panel)
    assert "Ann Prosser" in page.get(url).text
    assert "lock_version" not in page.get(url).text
    assert page.post(url, data={**ANN, "lock_version": "1"}).status_code == 403
    stranger = make_user("Tom Adeyemi")
    make_organisation("Wyeford Council", owner=stranger)
    assert browser(stranger).get(url).status_code == 404
    with pytest.raises(NotAllowedError):
        service.take_back_ready(Actor(stranger.id), named, now())


def test_the_list_goes_with_a_draft_that_is_deleted(northmoor, actor):
    draft = make_role(northmoor, published=False)
    service.name_manager(actor, draft, "Ann", "Chair", 0, now())
    ask_of(draft, actor)
    service.discard(actor, draft)
    assert session().query(ManagerCheck).count() == session().query(ManagerAsk).count() == 0
