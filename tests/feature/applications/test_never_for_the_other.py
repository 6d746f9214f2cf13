"""A person can never act for the other; signing beside writing; the clock to the microsecond."""

from __future__ import annotations

import html
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
import time_machine
from flask import Flask

from jobboard.accounts import service as accounts
from jobboard.accounts.models import PasswordReset
from jobboard.applications import queries, service, signing
from jobboard.applications.domain import COOL_OFF, SectionKind, SignedSomethingElseError, Status
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import expect_writes, session
from jobboard.core.errors import ConflictError, UserError
from jobboard.core.policy import Actor, NotAllowedError, StaleAuthenticationError
from jobboard.hiring import queries as hiring
from jobboard.partnerships import service as partnerships
from jobboard.roles.closing import instant_of
from jobboard.roles.domain import RoleClosedError
from jobboard.web.filters import instant
from tests.factories.applications import (
    CONTINUITY,
    PROPOSITION,
    actor_of,
    hash_now,
    ready_application,
    sign,
    submitted_application,
)
from tests.factories.pairs import make_invitation
from tests.factories.people import make_user
from tests.feature.applications.conftest import Desk

pytestmark = pytest.mark.usefixtures("db")
Browser = Callable[..., Any]


def text(answer: Any) -> str:
    return html.unescape(answer.get_data(as_text=True))


def signed_by(desk: Desk) -> list[Any]:
    database.session.expire_all()
    return [one.user_id for one in queries.signatures_of(desk.application.id)]


# The password


@pytest.mark.parametrize(("seconds", "counts"), [(299, True), (300, True), (301, False)])
def test_a_password_counts_for_five_minutes_and_not_a_second_more(
    ready: Desk, seconds: int, counts: bool
) -> None:
    at, seen = now(), hash_now(ready.application)
    actor = Actor(user_id=ready.nadia.id, authenticated_at=at - timedelta(seconds=seconds))
    if counts:
        service.sign(actor, ready.application, seen, at)
    else:
        with pytest.raises(StaleAuthenticationError):
            service.sign(actor, ready.application, seen, at)
    assert signed_by(ready) == ([ready.nadia.id] if counts else [])


@pytest.mark.parametrize(("seconds", "counts"), [(299, True), (300, True), (301, False)])
def test_the_page_holds_to_the_same_five_minutes(
    ready: Desk, browser: Browser, seconds: int, counts: bool
) -> None:
    at = now().replace(microsecond=0)
    with time_machine.travel(at, tick=False):
        client = browser(ready.nadia)
    with time_machine.travel(at + timedelta(seconds=seconds), tick=False):
        data = {"seen": hash_now(ready.application), "read": "y"}
        answer = client.post(ready.at("/signature"), data=data)
    assert ("/password/confirm" in answer.location) is not counts
    assert signed_by(ready) == ([ready.nadia.id] if counts else [])


def test_a_session_from_before_a_new_password_signs_nothing(ready: Desk, browser: Browser) -> None:
    """Whoever had the old password is out; the new one is typed before anything is signed."""
    old = browser(ready.nadia)
    accounts.ask_for_reset(str(ready.nadia.address))
    [reset] = session().scalars(sa.select(PasswordReset)).all()
    accounts.reset_password(reset.token(), "another violet harbour", now())
    data = {"seen": hash_now(ready.application), "read": "y"}
    answer = old.post(ready.at("/signature"), data=data)
    assert "/sign-in" in answer.location
    assert signed_by(ready) == []


# Whoever asks


FIELDS = ("user_id", "actor", "actor_id", "by_id", "person_id", "side", "signer", "_user_id", "as")


def test_no_field_of_a_form_makes_one_sign_for_the_other(ready: Desk, browser: Browser) -> None:
    helen = str(ready.helen.id)
    data = {"seen": hash_now(ready.application), "read": "y", **dict.fromkeys(FIELDS, helen)}
    headers = {"X-User-Id": helen, "Authorization": f"Bearer {helen}"}
    url = f"{ready.at('/signature')}?" + "&".join(f"{name}={helen}" for name in FIELDS)
    client = browser(ready.nadia)
    client.post(url, data=data, headers=headers)
    client.post(url, data=data, headers=headers)
    assert signed_by(ready) == [ready.nadia.id]
    assert ready.again().status is Status.AWAITING_SIGNATURES


def test_two_browsers_of_one_person_give_one_signature(ready: Desk, browser: Browser) -> None:
    one, other = browser(ready.nadia), browser(ready.nadia)
    data = {"seen": hash_now(ready.application), "read": "y"}
    assert one.post(ready.at("/signature"), data=data).status_code == 302
    assert other.post(ready.at("/signature"), data=data).status_code == 302
    assert signed_by(ready) == [ready.nadia.id]
    assert ready.again().status is Status.AWAITING_SIGNATURES
    assert "You have signed this text." in text(other.get(ready.at("/signature")))


def test_a_password_typed_in_one_browser_does_not_count_in_another(
    ready: Desk, browser: Browser
) -> None:
    browser(ready.nadia)
    other = browser(ready.nadia, fresh=False)
    data = {"seen": hash_now(ready.application), "read": "y"}
    assert "/password/confirm" in other.post(ready.at("/signature"), data=data).location
    assert signed_by(ready) == []


def test_one_address_belongs_to_one_account(ready: Desk) -> None:
    """Nadia cannot become Helen by verifying Helen's address as a second one of hers."""
    address = str(ready.helen.address)
    with pytest.raises(UserError):
        accounts.add_verified_address(ready.nadia, address)
    session().rollback()
    owners = {row.user_id for row in ready.again().partnership.second.addresses}
    assert owners == {ready.helen.id}


def test_an_address_of_the_partner_gives_no_rights_of_the_partner(ready: Desk) -> None:
    """Even an address that was Helen's and is Nadia's now: rights follow the account alone."""
    for row in ready.helen.addresses:
        row.user_id = ready.nadia.id
    session().commit()
    sign(ready.application, ready.nadia)
    assert signed_by(ready) == [ready.nadia.id]
    assert queries.one_of_pair(ready.as_helen, ready.application.id).id == ready.application.id


def test_the_link_of_an_invitation_neither_signs_nor_lets_in(ready: Desk, browser: Browser) -> None:
    """Whoever holds the invitation of the pair, from the wrong account, gets nothing by it."""
    made = make_invitation(ready.nadia, str(ready.helen.address))
    eve = make_user("Eve")
    client = browser(eve)
    page = client.get(f"/partnerships/invitations/{made.token()}")
    assert page.status_code in {200, 404}
    with pytest.raises((UserError, NotAllowedError)):
        partnerships.accept(actor_of(eve), made, now())
    session().rollback()
    assert client.get(ready.at("/signature")).status_code == 404
    data = {"seen": hash_now(ready.application), "read": "y"}
    assert client.post(ready.at("/signature"), data=data).status_code == 404
    assert signed_by(ready) == []


# At once


def _together(app: Flask, *runs: Callable[[], Any]) -> list[Any]:
    """Each in a thread and a session of its own, all from the same moment; what each answered."""
    database.session.remove()
    barrier = threading.Barrier(len(runs))
    found: dict[int, Any] = {}

    def go(number: int, run: Callable[[], Any]) -> None:
        with app.app_context():
            barrier.wait(timeout=20)
            expect_writes()
            try:
                found[number] = run()
            except (UserError, ConflictError) as error:
                session().rollback()
                found[number] = error
            finally:
                database.session.remove()

    threads = [threading.Thread(target=go, args=one) for one in enumerate(runs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return [found[number] for number in range(len(runs))]


@pytest.mark.parametrize("turn", range(3))
def test_signing_while_the_other_edits_never_signs_another_text(
    app: Flask, ready: Desk, turn: int
) -> None:
    """Either order: the edit came first and the signature is refused, or it clears it."""
    del turn
    seen, at, me = hash_now(ready.application), now(), ready.as_nadia
    writer, application_id = ready.as_helen, ready.application.id
    base = ready.application.section(SectionKind.PROPOSITION).number

    def signs() -> Any:
        return service.sign(me, queries.of_pair_to_sign(me, application_id), seen, at)

    def writes() -> Any:
        row = queries.of_pair_to_sign(writer, application_id)
        content = {"text": f"{PROPOSITION} Once more."}
        return service.save_section(writer, row, SectionKind.PROPOSITION, base, content, at).changed

    signed, written = _together(app, signs, writes)
    assert isinstance(signed, SignedSomethingElseError) or signed is False
    assert written is True or isinstance(written, ConflictError)
    found = ready.again()
    for one in found.signatures:
        assert one.content_hash == hash_now(found)
    assert found.status is (Status.AWAITING_SIGNATURES if found.signatures else Status.DRAFT)


def test_four_clicks_of_two_people_send_it_once(app: Flask, ready: Desk) -> None:
    seen, at, application_id = hash_now(ready.application), now(), ready.application.id

    def click(actor: Actor) -> Callable[[], Any]:
        def run() -> Any:
            row = queries.of_pair_to_sign(actor, application_id)
            try:
                return service.sign(actor, row, seen, at)
            except Exception as error:
                session().rollback()
                return type(error).__name__

        return run

    answers = _together(
        app, *[click(one) for one in (ready.as_nadia, ready.as_helen) for _ in range(2)]
    )
    assert answers.count(True) == 1
    assert set(answers) <= {True, False, "IllegalMoveError"}
    assert len(signed_by(ready)) == 2
    frozen = queries.submission_of(application_id)
    assert frozen is not None
    assert signing.digest(frozen.payload) == seen
    candidacy = hiring.of_application(application_id)
    assert candidacy is not None


# The clock


@pytest.mark.parametrize(("microseconds", "is_sent"), [(-1, True), (0, False), (1, False)])
def test_the_closing_instant_itself_is_too_late_to_the_microsecond(
    ready: Desk, microseconds: int, is_sent: bool
) -> None:
    closes = now() + timedelta(hours=1)
    ready.application.role.closes_at = closes
    session().commit()
    sign(ready.application, ready.nadia, closes - timedelta(seconds=1))
    at = closes + timedelta(microseconds=microseconds)
    if is_sent:
        assert sign(ready.application, ready.helen, at) is True
    else:
        with pytest.raises(RoleClosedError):
            sign(ready.application, ready.helen, at)


@pytest.mark.parametrize(
    ("day", "clock", "utc", "words"),
    [
        ((2027, 3, 28), (0, 59), datetime(2027, 3, 28, 0, 59, tzinfo=UTC), "00:59 GMT"),
        ((2027, 3, 28), (2, 0), datetime(2027, 3, 28, 1, 0, tzinfo=UTC), "02:00 BST"),
        ((2027, 10, 31), (0, 59), datetime(2027, 10, 30, 23, 59, tzinfo=UTC), "00:59 BST"),
        ((2027, 10, 31), (2, 0), datetime(2027, 10, 31, 2, 0, tzinfo=UTC), "02:00 GMT"),
    ],
)
def test_the_closing_time_in_words_is_the_instant_that_is_judged(
    ready: Desk,
    browser: Browser,
    day: tuple[int, int, int],
    clock: tuple[int, int],
    utc: datetime,
    words: str,
) -> None:
    """Around both changes of the clocks in London, 2027."""
    closes = instant_of(date(*day), time(*clock), "Europe/London")
    assert closes == utc
    assert instant(closes).endswith(words)
    ready.application.role.closes_at = closes
    later = {**CONTINUITY, "earliest_start": "2028-01-10"}
    ready.application.section(SectionKind.CONTINUITY).content = later
    session().commit()
    with time_machine.travel(utc - timedelta(hours=3), tick=False):
        assert words in text(browser(ready.nadia).get(ready.at("/signature")))
    sign(ready.application, ready.nadia, utc - timedelta(minutes=2))
    with pytest.raises(RoleClosedError):
        sign(ready.application, ready.helen, utc)
    assert sign(ready.application, ready.helen, utc - timedelta(microseconds=1)) is True


# The cool-off


def test_the_page_counts_down_and_says_until_when_without_a_script(browser: Browser) -> None:
    at = datetime(2027, 1, 12, 14, 22, 8, tzinfo=UTC)
    with time_machine.travel(at - timedelta(hours=1), tick=False):
        desk = Desk(ready_application())
    for person in (desk.nadia, desk.helen):
        sign(desk.application, person, at)
    with time_machine.travel(at + timedelta(minutes=3, seconds=9), tick=False):
        page = text(browser(desk.nadia).get(desk.at("/submission")))
    assert 'data-behaviour="countdown"' in page
    assert 'data-left="411"' in page
    assert ">6:51<" in page
    assert "until 14:32 GMT, in 7 minutes" in page
    assert 'aria-live="off"' in page
    with time_machine.travel(at + COOL_OFF, tick=False):
        page = text(browser(desk.nadia).get(desk.at("/submission")))
    assert "countdown" not in page
    assert "can read it since" in page


def test_what_is_taken_back_within_it_leaves_no_row_no_count_and_no_mail(
    sink: list[Any], work: Callable[[], int], browser: Browser
) -> None:
    desk = Desk(submitted_application())
    owner = desk.application.role.organisation.memberships[0].user
    role_id = desk.application.role_id
    service.withdraw(desk.as_helen, desk.application, now())
    with time_machine.travel(now() + timedelta(hours=1), tick=False):
        work()
        page = text(browser(owner).get(f"/hiring/roles/{role_id}"))
        counts = hiring.counts(owner.id, [role_id], now())[role_id]
    assert hiring.of_application(desk.application.id) is None
    assert sum(counts.values()) == 0
    assert "No joint application yet" in page
    assert [one for one in sink if one["To"] == owner.address] == []
