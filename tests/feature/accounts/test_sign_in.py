from __future__ import annotations

import re

import pytest
import time_machine

from jobboard.accounts import passwords, queries
from jobboard.accounts.models import UserSession
from jobboard.core.clock import now
from jobboard.core.db import session
from tests.factories.accounts import PASSWORD, make_person, masked

RIGHT = {"address": "nadia@example.test", "password": PASSWORD}
pytestmark = pytest.mark.usefixtures("db")


def cookie_of(client) -> str:
    cookie = client.get_cookie("twofold")
    assert cookie is not None
    return cookie.value


def test_signing_in_leads_where_the_person_wanted_to_go(browser):
    make_person(address="nadia@example.test")
    client = browser()
    asked = client.get("/account")
    assert asked.location == "/sign-in?next=/account"
    assert 'value="/account"' in client.get(asked.location).text
    answer = client.post("/sign-in", data={**RIGHT, "next": "/account"})
    assert (answer.status_code, answer.location) == (302, "/account")
    assert client.get("/sign-in?next=/account").location == "/account"


@pytest.mark.parametrize(
    "evil",
    ["//evil.test", "/\\evil.test", "\\\\evil.test", "///evil.test", "https:evil.test",
     "https://evil.test", "javascript:alert(1)", "/\tevil", "/a\nb", " //evil.test", ""],
)  # fmt: skip
def test_nobody_is_sent_to_another_site(browser, evil):
    make_person(address="nadia@example.test")
    assert browser().post("/sign-in", data={**RIGHT, "next": evil}).location == "/"
    wanted = {"next": evil}
    assert browser().post("/sign-in", query_string=wanted, data=RIGHT).location == "/"


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(browser):
    make_person(address="nadia@example.test")
    wrong = browser().post("/sign-in", data={**RIGHT, "password": "wrong password"})
    typed = {"address": "nobody@example.test", "password": "wrong password"}
    unknown = browser().post("/sign-in", data=typed)
    assert wrong.status_code == unknown.status_code == 422
    assert masked(wrong.text) == masked(unknown.text).replace("nobody@", "nadia@")
    for name in {*wrong.headers.keys(), *unknown.headers.keys()} - {"Content-Length", "Set-Cookie"}:
        assert wrong.headers[name] == unknown.headers[name]
    assert "do not go together" in wrong.text
    assert 'value="nadia@example.test"' in wrong.text
    assert "wrong password" not in wrong.text


def test_an_unknown_person_costs_a_hash_too():
    assert not passwords.is_outdated(passwords.NOBODY)
    assert not passwords.matches(passwords.NOBODY, PASSWORD)


@pytest.mark.parametrize("typed", ["x" * 5000, "a\x00b", "\ud800", " "])
def test_strange_passwords_are_wrong_passwords(browser, typed):
    make_person(address="nadia@example.test")
    sent = {**RIGHT, "password": typed.encode("utf-8", "surrogatepass")}
    assert browser().post("/sign-in", data=sent).status_code == 422


def test_signing_in_twice_makes_a_new_session_and_forgets_the_old_cookie(browser):
    user = make_person(address="nadia@example.test")
    client = browser()
    with client.session_transaction() as planted:
        planted["left_over"] = "planted"
    client.post("/sign-in", data=RIGHT)
    with client.session_transaction() as cookie:
        assert "left_over" not in cookie
        first = cookie["_user_id"]
    client.post("/sign-in", data=RIGHT)
    with client.session_transaction() as cookie:
        assert cookie["_user_id"] != first
    assert len(queries.sessions_of(user.id, now())) == 2


def test_the_row_keeps_a_hash_and_a_network_but_no_token_and_no_full_address(browser):
    make_person(address="nadia@example.test")
    client = browser()
    agent = "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0"
    client.post("/sign-in", data=RIGHT, headers={"User-Agent": agent})
    [row] = session().query(UserSession).all()
    with client.session_transaction() as cookie:
        assert cookie["_user_id"] not in {row.token_hash, row.agent, row.network}
    assert (row.network, len(row.token_hash)) == ("127.0.0.0/24", 64)
    assert "Firefox on Windows" in client.get("/account").text


def test_a_cookie_kept_from_before_signing_out_is_nobody(browser):
    make_person(address="nadia@example.test")
    client = browser()
    client.post("/sign-in", data=RIGHT)
    kept = cookie_of(client)
    assert client.get("/account").status_code == 200
    assert client.post("/sign-out").location == "/"
    thief = browser()
    thief.set_cookie("twofold", kept)
    assert thief.get("/account").location == "/sign-in?next=/account"


def test_signing_out_twice_is_no_error(browser):
    assert browser().post("/sign-out").location == "/"


def test_signing_out_needs_a_form(browser):
    assert browser().get("/sign-out").status_code == 405


def test_an_outdated_hash_is_made_anew_at_the_next_sign_in(browser):
    from argon2 import PasswordHasher

    user = make_person(address="nadia@example.test")
    user.password_hash = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    session().commit()
    assert browser().post("/sign-in", data=RIGHT).status_code == 302
    session().refresh(user)
    assert not passwords.is_outdated(user.password_hash)
    assert browser().post("/sign-in", data=RIGHT).status_code == 302


def test_a_session_is_noted_as_used_at_most_every_five_minutes(browser):
    user = make_person(address="nadia@example.test")
    with time_machine.travel(now(), tick=False) as clock:
        client = browser(user)
        start = now()
        seen = []
        for minutes in (4, 2, 2):
            clock.shift(minutes * 60)
            client.get("/account")
            session().expire_all()
            [row] = session().query(UserSession).all()
            seen.append((row.seen_at - start).total_seconds() / 60)
    assert seen == [0, 6, 6]
    # 4 minutes: not yet; 6: noted; 8: noted two minutes ago


def test_a_session_ends_by_itself_after_seven_idle_days_and_after_thirty_in_all(browser):
    user = make_person()
    with time_machine.travel(now(), tick=False) as clock:
        client = browser(user)
        for _ in range(4):
            clock.shift(6 * 86400)
            assert client.get("/account").status_code == 200
        clock.shift(6 * 86400 + 1)
        assert client.get("/account").status_code == 302
        client = browser(user)
        clock.shift(7 * 86400)
        assert client.get("/account").status_code == 302


def test_a_password_typed_again_makes_the_session_fresh(browser):
    user = make_person(address="nadia@example.test")
    client = browser(user, fresh=False)
    page = client.get("/password/confirm?next=/account")
    assert page.status_code == 200
    [row] = session().query(UserSession).all()
    old = row.authenticated_at
    wrong = client.post("/password/confirm", data={"password": "no", "next": "/account"})
    assert wrong.status_code == 422
    assert "That is not your password" in wrong.text
    session().refresh(row)
    assert row.authenticated_at == old
    right = client.post("/password/confirm", data={"password": PASSWORD, "next": "/account"})
    assert right.location == "/account"
    session().refresh(row)
    assert row.authenticated_at > old
    assert (
        client.post(
            "/password/confirm", data={"password": PASSWORD, "next": "//evil.test"}
        ).location
        == "/"
    )


def test_a_stranger_has_no_password_to_confirm(browser):
    assert browser().get("/password/confirm").status_code == 302


def demo_world():
    for who in ("employer", "recruiter", "nadia", "helen"):
        make_person(who.title(), address=f"{who}@demo.twofold.test").is_demo = True
    make_person("Impostor", address="impostor@demo.twofold.test").is_demo = True
    session().commit()


def demo_buttons(page: str) -> list[str]:
    return re.findall(r'name="address" value="(\w+)@demo', page)


def test_development_offers_the_demo_people_that_exist(browser, app, monkeypatch):
    assert demo_buttons(browser().get("/sign-in").text) == []
    demo_world()
    monkeypatch.setitem(app.config, "PROFILE", "development")
    page = browser().get("/sign-in?next=/account").text
    assert demo_buttons(page) == ["employer", "recruiter", "nadia", "helen"]
    assert 'name="password" value="twofold-demo"' in page


@pytest.mark.parametrize(
    ("profile", "developer_pages"), [("production", False), ("production", True),
                                     ("development", False), ("base", True)],
)  # fmt: skip
def test_production_never_shows_a_demo_button(browser, app, monkeypatch, profile, developer_pages):
    demo_world()
    monkeypatch.setitem(app.config, "PROFILE", profile)
    monkeypatch.setitem(app.config, "DEVELOPER_PAGES", developer_pages)
    page = browser().get("/sign-in").text
    assert demo_buttons(page) == []
    assert "demo" not in page


def test_somebody_who_is_no_demo_person_has_no_button(browser):
    make_person("Real Nadia", address="nadia@demo.twofold.test")
    assert demo_buttons(browser().get("/sign-in").text) == []
