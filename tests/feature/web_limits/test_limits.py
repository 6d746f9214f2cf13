from __future__ import annotations

import logging

import pytest
import time_machine

from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.organisations.models import OrganisationInvitation
from jobboard.web.limit_storage import SqlStorage
from jobboard.web.limits import limiter
from tests.factories.accounts import PASSWORD, make_person
from tests.factories.world import make_organisation

WRONG = {"address": "nadia@example.test", "password": "wrong"}
pytestmark = pytest.mark.usefixtures("db", "counting")


@pytest.fixture
def counting(app, tmp_path, monkeypatch) -> SqlStorage:
    """Limits switched on, with a fresh file of counters."""
    storage = limiter.storage
    assert isinstance(storage, SqlStorage)
    monkeypatch.setattr(storage, "path", tmp_path / "limits.db")
    monkeypatch.setitem(app.config, "RATE_LIMITS", True)
    return storage


def at(network: str) -> dict[str, str]:
    return {"REMOTE_ADDR": network}


def tries(client, count: int, data=WRONG, where="192.0.2.1") -> list[int]:
    return [
        client.post("/sign-in", data=data, environ_base=at(where)).status_code for _ in range(count)
    ]


def test_the_eleventh_try_waits_and_is_told_how_long(browser):
    with time_machine.travel(now(), tick=False) as clock:
        client = browser()
        assert tries(client, 10) == [422] * 10
        clock.shift(100)
        answer = client.post("/sign-in", data=WRONG, environ_base=at("192.0.2.1"))
        assert answer.status_code == 429
        assert 200 <= int(answer.headers["Retry-After"]) <= 201
        assert "a little too often" in answer.text
        clock.shift(200)
        assert tries(client, 1) == [422]


def test_reading_a_page_is_never_counted(browser):
    client = browser()
    for _ in range(30):
        assert client.get("/sign-in").status_code == 200
    assert tries(client, 1) == [422]


def test_known_and_unknown_addresses_are_stopped_alike(browser):
    make_person(address="nadia@example.test")
    known = tries(browser(), 12)
    unknown = tries(browser(), 12, {**WRONG, "address": "nobody@example.test"})
    assert known == unknown == [422] * 10 + [429] * 2


def test_spelling_an_address_differently_gives_no_more_tries(browser):
    client = browser()
    assert tries(client, 10) == [422] * 10
    assert tries(client, 1, {**WRONG, "address": " NADIA@example.test "}) == [429]


def test_the_right_password_from_another_network_still_works(browser):
    make_person(address="nadia@example.test")
    assert 429 in tries(browser(), 12)
    right = {"address": "nadia@example.test", "password": PASSWORD}
    assert tries(browser(), 1, right, "192.0.2.99") == [429]
    assert tries(browser(), 1, right, "198.51.100.7") == [302]


def test_one_network_cannot_try_many_addresses(browser):
    client = browser()
    answers = [
        tries(client, 1, {**WRONG, "address": f"p{n}@example.test"}, f"192.0.2.{n}")[0]
        for n in range(61)
    ]
    assert answers == [422] * 60 + [429]


def test_signing_up_and_resetting_are_limited(browser):
    client = browser()
    form = {"address": "x@example.test"}
    codes = [client.post("/sign-up", data=form).status_code for _ in range(6)]
    assert codes == [422] * 5 + [429]
    codes = [client.post("/password/forgot", data=form).status_code for _ in range(6)]
    assert codes == [302] * 5 + [429]


def test_a_new_link_is_sent_five_times_an_hour_to_one_address_and_to_others_still(browser):
    make_person("Waiting", address="waiting@example.test", verified=False)
    make_person("Other", address="other@example.test", verified=False)

    def again(who: str) -> int:
        client = browser()
        form = {"address": f"{who}@example.test", "password": PASSWORD}
        assert client.post("/sign-in", data=form).status_code == 403
        return client.post("/sign-up/link").status_code

    assert [again("waiting") for _ in range(6)] == [302] * 5 + [429]
    assert again("other") == 302


def test_typing_the_password_again_is_limited_per_person(browser):
    nadia, helen = browser(make_person()), browser(make_person("Helen Marsh"))
    form = {"password": "wrong"}
    codes = [nadia.post("/password/confirm", data=form).status_code for _ in range(11)]
    assert codes == [422] * 10 + [429]
    assert helen.post("/password/confirm", data=form).status_code == 422


def test_a_person_sends_twenty_invitations_a_day(browser):
    organisation = make_organisation()
    client = browser(organisation.memberships[0].user)
    path = f"/organisations/{organisation.id}/invitations/new"
    with time_machine.travel(now(), tick=False):
        codes = [
            client.post(
                path, data={"address": f"p{n}@example.test", "kind": "recruiter"}
            ).status_code
            for n in range(21)
        ]
    assert codes == [302] * 20 + [429]
    assert session().query(OrganisationInvitation).count() == 20


def test_nobody_gets_more_than_ten_invitations_a_day_whoever_sends_them(browser):
    codes = []
    for _ in range(2):
        organisation = make_organisation()
        client = browser(organisation.memberships[0].user)
        path = f"/organisations/{organisation.id}/invitations/new"
        form = {"address": "rita@example.test", "kind": "recruiter"}
        codes += [client.post(path, data=form).status_code for _ in range(6)]
    assert codes == [302] * 10 + [429] * 2


def test_a_broken_file_lets_people_in_and_says_so(browser, counting, tmp_path, caplog):
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database" * 100)
    counting.path = broken
    with caplog.at_level(logging.ERROR):
        assert tries(browser(), 12) == [422] * 12
    assert "Failed to rate limit" in caplog.text


def test_the_counters_hold_no_address(browser, counting):
    tries(browser(), 2)
    rows = counting._connection().execute("SELECT key FROM hits").fetchall()
    assert rows
    assert "nadia" not in str(rows)


def test_the_switch_turns_counting_off(browser, app, monkeypatch):
    monkeypatch.setitem(app.config, "RATE_LIMITS", False)
    assert tries(browser(), 15) == [422] * 15
