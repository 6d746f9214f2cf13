from __future__ import annotations

import pytest
import time_machine

from jobboard.accounts import queries, service
from jobboard.accounts.domain import AddressTakenError, Purpose
from jobboard.accounts.models import User
from jobboard.core.clock import now
from jobboard.core.db import session
from tests.factories.accounts import PASSWORD, link_in, make_person, masked, text_of

pytestmark = pytest.mark.usefixtures("db")
FORM = {
    "purpose": "share",
    "name": "Helen Marsh",
    "address": "helen@example.test",
    "password": "copper kettle morning",
    "agree": "y",
}


def people() -> int:
    return session().query(User).count()


def test_a_stranger_signs_up_confirms_and_signs_in(browser, work, sink):
    helen = browser()
    answer = helen.post("/sign-up", data=FORM)
    assert (answer.status_code, answer.location) == (302, "/sign-up/sent")
    assert "helen@example.test" in helen.get("/sign-up/sent").text
    work()
    [mail] = sink
    assert mail["To"] == "helen@example.test"
    link = link_in(mail)
    assert "Confirm this address" in helen.get(link).text
    assert helen.post(link).location == "/sign-in"
    answer = helen.post("/sign-in", data={**FORM, "next": "/account"})
    assert (answer.status_code, answer.location) == (302, "/account")
    assert "Helen Marsh" in helen.get("/account").text


def test_reading_the_link_changes_nothing(browser, work, sink):
    browser().post("/sign-up", data=FORM)
    work()
    for _ in range(3):
        assert browser().get(link_in(sink[0])).status_code == 200
    assert queries.address("helen@example.test").verified_at is None


def test_a_link_confirms_once_and_then_says_so(browser, work, sink):
    browser().post("/sign-up", data=FORM)
    work()
    link = link_in(sink[0])
    assert browser().post(link).status_code == 302
    assert browser().get(link).status_code == 410
    assert browser().post(link).status_code == 410


def test_an_old_link_and_an_invented_one_get_the_same_page(browser, work, sink):
    with time_machine.travel(now(), tick=False) as clock:
        browser().post("/sign-up", data=FORM)
        work()
        clock.shift(14 * 86400)
        old = browser().get(link_in(sink[0]))
        invented = browser().get("/confirm/invented")
    assert old.status_code == invented.status_code == 410
    assert masked(old.text).replace(link_in(sink[0]), "") == masked(invented.text).replace(
        "/confirm/invented", ""
    )


def test_the_answer_does_not_tell_whether_the_address_is_known(browser, work, sink):
    make_person(address="helen@example.test")
    known = browser().post("/sign-up", data=FORM)
    unknown = browser().post("/sign-up", data={**FORM, "address": "other@example.test"})
    assert (known.status_code, known.data) == (unknown.status_code, unknown.data)
    assert known.headers["Location"] == unknown.headers["Location"]
    assert set(known.headers.keys()) == set(unknown.headers.keys())
    work()
    subjects = {mail["To"]: mail["Subject"] for mail in sink}
    assert subjects == {
        "helen@example.test": "You already have an account",
        "other@example.test": "Confirm your address",
    }


def test_a_known_person_keeps_name_and_password(browser):
    user = make_person(address="helen@example.test")
    before = user.password_hash
    browser().post("/sign-up", data=FORM)
    assert (user.name, user.password_hash) == ("Nadia Okafor", before)


def test_a_known_person_is_told_once_a_day_at_most(browser, work, sink):
    make_person(address="helen@example.test")
    browser().post("/sign-up", data=FORM)
    browser().post("/sign-up", data=FORM)
    work()
    assert len(sink) == 1


def test_a_second_sign_up_supersedes_one_that_was_never_confirmed(browser, work, sink):
    browser().post("/sign-up", data=FORM)
    work()
    first = link_in(sink[0])
    browser().post("/sign-up", data={**FORM, "name": "H. Marsh", "password": "another long secret"})
    work()
    assert people() == 1
    assert browser().get(first).status_code == 410
    assert browser().post(link_in(sink[1])).status_code == 302
    old = browser().post("/sign-in", data=FORM)
    new = browser().post("/sign-in", data={**FORM, "password": "another long secret"})
    assert (old.status_code, new.status_code) == (422, 302)
    assert queries.address("helen@example.test").user.name == "H. Marsh"


def test_a_double_click_makes_one_account_and_one_mail(browser, work, sink):
    once = {**FORM, "once": "0" * 32}
    client = browser()
    assert client.post("/sign-up", data=once).location == "/sign-up/sent"
    assert client.post("/sign-up", data=once).location == "/sign-up/sent"
    work()
    assert (people(), len(sink)) == (1, 1)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Enter your name"),
        ("name", "x" * 101, "This has 101 characters"),
        ("name", "Visit https://evil.example", "cannot contain a web address"),
        ("name", "a\x00b", "cannot be stored"),
        ("address", "", "Enter an email address"),
        ("address", "helen@", "Enter an email address"),
        ("address", "helen@example.test\r\nBcc: all@example.test", "Enter an email address"),
        ("address", "hélène@example.test", "Enter an email address"),
        ("password", "short", "at least 12 characters"),
        ("password", "x1" * 65, "at most 128 characters"),
        ("password", "password1234", "Many people use this password"),
        ("password", "helen@example.test", "not your name or your address"),
        ("agree", "", "Tick the box"),
        ("purpose", "rule", "Choose one of the two"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_comes_back(browser, field, value, words):
    answer = browser().post("/sign-up", data={**FORM, field: value})
    assert answer.status_code == 422
    assert words in answer.text
    assert "<title>Error: Create your account" in answer.text
    kept = "helen@example.test" if field != "address" else "Helen Marsh"
    assert f'value="{kept}"' in answer.text
    assert FORM["password"] not in answer.text
    assert people() == 0


def test_an_address_is_one_whatever_its_letters(browser, work, sink):
    browser().post("/sign-up", data={**FORM, "address": " Helen@EXAMPLE.test "})
    work()
    browser().post(link_in(sink[0]))
    assert browser().post("/sign-in", data=FORM).status_code == 302


def test_the_mail_links_to_our_own_host_whatever_the_request_says(browser, work, sink):
    browser().post("/sign-up", data=FORM, headers={"X-Forwarded-Host": "evil.example"})
    work()
    assert "http://127.0.0.1:5000/confirm/" in text_of(sink[0])


def test_an_unconfirmed_person_hears_it_only_after_the_right_password(browser, work, sink):
    make_person("Helen Marsh", address="helen@example.test", verified=False)
    client = browser()
    wrong = client.post("/sign-in", data={"address": "helen@example.test", "password": "wrong one"})
    assert wrong.status_code == 422
    assert "Confirm your address" not in wrong.text
    right = client.post("/sign-in", data={"address": "helen@example.test", "password": PASSWORD})
    assert right.status_code == 403
    assert "Confirm your address first" in right.text
    assert client.get("/account").status_code == 302
    assert client.post("/sign-up/link").location == "/sign-up/sent"
    work()
    assert browser().post(link_in(sink[0])).status_code == 302


def test_nobody_asks_for_a_new_link_without_the_password(browser, work, sink):
    make_person("Helen Marsh", address="helen@example.test", verified=False)
    assert browser().post("/sign-up/link").location == "/sign-up/sent"
    work()
    assert sink == []


def test_an_invited_person_is_verified_at_once():
    user = service.sign_up_invited(
        "Helen Marsh", FORM["password"], "helen@example.test", Purpose.HIRE
    )
    assert user.address == "helen@example.test"
    assert user.confirmed_at is not None
    assert service.sign_in("helen@example.test", FORM["password"], "agent", "net")


def test_an_invited_person_supersedes_an_unconfirmed_sign_up():
    squatter = make_person("Squatter", address="helen@example.test", verified=False)
    user = service.sign_up_invited(
        "Helen Marsh", FORM["password"], "helen@example.test", Purpose.SHARE
    )
    assert (user.id, user.name) == (squatter.id, "Helen Marsh")
    assert service.sign_in("helen@example.test", FORM["password"], "agent", "net")


def test_an_invited_person_with_an_account_signs_in_instead():
    make_person(address="helen@example.test")
    with pytest.raises(AddressTakenError):
        service.sign_up_invited("H", FORM["password"], "helen@example.test", Purpose.SHARE)


def test_a_second_address_is_added_but_never_taken_from_somebody():
    nadia = make_person()
    make_person("Squatter", address="work@example.test", verified=False)
    make_person("Helen Marsh", address="helen@example.test")
    service.add_verified_address(nadia, "work@example.test")
    service.add_verified_address(nadia, "work@example.test")
    assert nadia.owns("work@example.test")
    assert nadia.address != "work@example.test"
    assert queries.verified_owner("work@example.test").id == nadia.id
    with pytest.raises(AddressTakenError):
        service.add_verified_address(nadia, "helen@example.test")
