from __future__ import annotations

import json
import threading
from contextlib import suppress
from pathlib import Path

import pytest
import sqlalchemy as sa
import time_machine

from jobboard.accounts import queries, service
from jobboard.accounts.addresses import NotAnAddressError, normal_address
from jobboard.accounts.models import UserSession
from jobboard.accounts.service import keeping
from jobboard.core import db as ground
from jobboard.core.clock import now
from jobboard.core.db import session, transaction
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.core.tokens import digest
from tests.factories.accounts import PASSWORD, link_in, make_person

NASTY = Path(__file__).parents[4] / "shared/data/nasty/blns.json"
NEW = "copper kettle morning"
pytestmark = pytest.mark.usefixtures("db")


def sessions_of(user) -> int:
    return len(queries.sessions_of(user.id, now()))


def test_a_stranger_has_no_account_page(browser):
    assert browser().get("/account").location == "/sign-in?next=/account"
    for path in ("/account/name", "/account/password", "/account/sessions/ending"):
        assert browser().post(path).location == "/sign-in?next=/"


def test_a_name_is_changed(browser):
    user = make_person()
    client = browser(user)
    assert client.post("/account/name", data={"name": "Nadia O."}).location == "/account"
    assert "Nadia O." in client.get("/account").text
    refused = client.post("/account/name", data={"name": "See http://evil.example"})
    assert refused.status_code == 422
    assert "cannot contain a web address" in refused.text
    assert 'value="See http://evil.example"' in refused.text
    assert user.name == "Nadia O."


def test_the_page_lists_addresses_and_leads_on(browser):
    user = make_person(address="nadia@example.test")
    service.add_verified_address(user, "n.okafor@work.test")
    page = browser(user).get("/account").text
    for expected in ("nadia@example.test", "n.okafor@work.test", "/profile", "/organisations"):
        assert expected in page


def test_a_new_password_needs_the_old_one_and_ends_the_other_sessions(browser, work, sink):
    user = make_person(address="nadia@example.test")
    here, elsewhere = browser(user), browser(user)
    wrong = here.post("/account/password", data={"old_password": "no", "password": NEW})
    assert wrong.status_code == 422
    assert "That is not your password" in wrong.text
    weak = here.post("/account/password", data={"old_password": PASSWORD, "password": "short"})
    assert "at least 12 characters" in weak.text
    assert elsewhere.get("/account").status_code == 200
    done = here.post("/account/password", data={"old_password": PASSWORD, "password": NEW})
    assert done.location == "/account"
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 302
    form = {"address": "nadia@example.test", "password": NEW}
    assert browser().post("/sign-in", data=form).status_code == 302
    assert browser().post("/sign-in", data={**form, "password": PASSWORD}).status_code == 422
    work()
    assert [mail["Subject"] for mail in sink] == ["Your password was changed"]


def test_one_session_is_ended_from_the_list(browser):
    user = make_person()
    here, elsewhere = browser(user), browser(user)
    with elsewhere.session_transaction() as cookie:
        token = cookie["_user_id"]
    [row] = [r for r in queries.sessions_of(user.id, now()) if r.token_hash == digest(token)]
    assert here.post(f"/account/sessions/{row.id}/ending").location == "/account"
    assert elsewhere.get("/account").status_code == 302
    assert here.get("/account").status_code == 200


def test_somebody_elses_session_is_not_there_to_be_ended(browser):
    helen = make_person("Helen Marsh")
    theirs = browser(helen)
    row = queries.sessions_of(helen.id, now())[0]
    answer = browser(make_person()).post(f"/account/sessions/{row.id}/ending")
    assert answer.status_code == 404
    assert theirs.get("/account").status_code == 200


def test_only_the_person_may_change_an_account():
    nadia, helen = make_person(), make_person("Helen Marsh")
    with pytest.raises(NotAllowedError):
        service.rename(Actor(user_id=helen.id), nadia, "Not Nadia")
    with pytest.raises(NotAllowedError):
        service.rename(Actor(), nadia, "Not Nadia")
    assert nadia.name == "Nadia Okafor"


def test_signing_out_everywhere_else_and_everywhere(browser):
    user = make_person()
    here, elsewhere = browser(user), browser(user)
    assert here.post("/account/sessions/others/ending").location == "/account"
    assert (here.get("/account").status_code, elsewhere.get("/account").status_code) == (200, 302)
    assert here.post("/account/sessions/ending").location == "/sign-in"
    assert here.get("/account").status_code == 302
    assert sessions_of(user) == 0


def test_a_forgotten_password_is_replaced_once_within_the_hour(browser, work, sink):
    user = make_person(address="nadia@example.test")
    thief = browser(user)
    asked = browser().post("/password/forgot", data={"address": "NADIA@example.test"})
    assert asked.location == "/password/forgot/sent"
    work()
    link = link_in(sink[0])
    assert "Nadia Okafor" in browser().get(link).text
    assert "at least 12" in browser().post(link, data={"password": "short"}).text
    assert thief.get("/account").status_code == 200
    assert browser().post(link, data={"password": NEW}).location == "/sign-in"
    assert thief.get("/account").status_code == 302
    assert browser().get(link).status_code == browser().post(link).status_code == 410
    form = {"address": "nadia@example.test", "password": NEW}
    assert browser().post("/sign-in", data=form).status_code == 302
    work()
    assert sink[-1]["Subject"] == "Your password was changed"


def test_a_reset_link_lives_one_hour(browser, work, sink):
    make_person(address="nadia@example.test")
    with time_machine.travel(now(), tick=False) as clock:
        browser().post("/password/forgot", data={"address": "nadia@example.test"})
        work()
        clock.shift(3599)
        assert browser().get(link_in(sink[0])).status_code == 200
        clock.shift(1)
        old = browser().get(link_in(sink[0]))
        invented = browser().get("/password/reset/invented")
    assert old.status_code == invented.status_code == 410


def test_only_the_newest_link_works_and_none_after_a_change(browser, work, sink):
    user = make_person(address="nadia@example.test")
    browser().post("/password/forgot", data={"address": "nadia@example.test"})
    work()
    browser().post("/password/forgot", data={"address": "nadia@example.test"})
    work()
    first, second = (link_in(mail) for mail in sink)
    assert browser().get(first).status_code == 410
    assert browser().get(second).status_code == 200
    browser(user).post("/account/password", data={"old_password": PASSWORD, "password": NEW})
    assert browser().get(second).status_code == 410


def test_asking_for_a_reset_tells_nobody_who_is_known(browser, work, sink):
    make_person(address="nadia@example.test")
    make_person("Waiting", address="waiting@example.test", verified=False)
    answers = [
        browser().post("/password/forgot", data={"address": f"{who}@example.test"})
        for who in ("nadia", "waiting", "nobody")
    ]
    assert len({(a.status_code, a.location, a.data) for a in answers}) == 1
    work()
    assert [mail["To"] for mail in sink] == ["nadia@example.test"]


def test_two_who_use_the_same_reset_link_at_once_cannot_both_win(work, sink):
    make_person(address="nadia@example.test")
    service.ask_for_reset("nadia@example.test")
    work()
    token = link_in(sink[0]).rpartition("/")[2]
    reset = queries.live_reset(token, now())
    assert reset is not None
    with transaction():
        assert keeping._spend_resets(reset.user_id, now(), reset.id) == 1
    with transaction():
        assert keeping._spend_resets(reset.user_id, now(), reset.id) == 0


def test_hashing_inside_a_transaction_is_refused():
    with pytest.raises(RuntimeError, match="slow work"), transaction():
        service.hash_password("copper kettle morning")


def test_hashing_holds_no_lock_of_the_database(app):
    """While one request hashes, another connection can write."""
    user = make_person(address="nadia@example.test")
    ground.expect_writes()
    queries.address("nadia@example.test")
    service.hash_password("copper kettle morning")
    failures: list[BaseException] = []

    def write() -> None:
        with app.app_context():
            try:
                ground.expect_writes()
                with transaction():
                    queries.user(user.id).name = "Written elsewhere"
            except BaseException as error:
                failures.append(error)
            finally:
                ground.db.session.remove()

    thread = threading.Thread(target=write)
    thread.start()
    thread.join(4)
    ground.expect_writes(False)
    assert not thread.is_alive()
    assert failures == []


def test_a_list_of_many_browsers_costs_no_more_queries(browser):
    user = make_person()
    client = browser(user)
    few = _queries(client)
    for _ in range(10):
        browser(user)
    assert few == _queries(client) <= 5


def _queries(client) -> int:
    seen: list[str] = []

    def count(*told: object) -> None:
        seen.append(str(told[2]))

    session().expire_all()
    sa.event.listen(ground.db.engine, "before_cursor_execute", count)
    assert client.get("/account").status_code == 200
    sa.event.remove(ground.db.engine, "before_cursor_execute", count)
    return len([statement for statement in seen if statement.startswith("SELECT")])


def test_the_session_rows_stay_after_their_end():
    user = make_person()
    service.end_session(service.start_session(user, "a\x00gent", "net"))
    [row] = session().query(UserSession).all()
    assert row.ended_at is not None


def test_every_nasty_string_is_taken_or_refused_but_never_breaks(browser):
    if not NASTY.exists():
        pytest.skip("../shared/data/nasty is not here")
    user = make_person()
    client = browser(user)
    for nasty in json.loads(NASTY.read_text(encoding="utf-8")):
        raw = nasty.encode("utf-8", "surrogatepass")
        answer = client.post("/account/name", data={"name": raw})
        assert answer.status_code in {302, 422}, nasty
        with suppress(NotAnAddressError):
            normal_address(nasty)
        with client.session_transaction() as cookie:
            cookie.pop("_flashes", None)
    assert client.get("/account").status_code == 200
