"""Inviting by mail: what is sent, what is refused, what is never told."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
import sqlalchemy as sa
import time_machine

from jobboard.accounts import service as accounts
from jobboard.core.activity import trail_of
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import session
from jobboard.core.policy import NotAllowedError
from jobboard.partnerships import queries, service
from jobboard.partnerships.domain import COOL_OFF, MAX_OPEN_INVITATIONS, InvitationSpentError
from jobboard.partnerships.models import PartnershipInvitation
from tests.conftest import Browser
from tests.factories.pairs import actor_of, make_invitation
from tests.factories.people import make_user
from tests.factories.world import make_partnership

NEW = "/partnerships/invitations/new"
Work = Callable[[], int]


def body(message: EmailMessage, kind: str = "plain") -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def rows() -> list[PartnershipInvitation]:
    return list(session().scalars(sa.select(PartnershipInvitation)))


def test_an_invitation_goes_out_with_a_link(
    browser: Browser, work: Work, sink: list[EmailMessage]
) -> None:
    nadia = make_user("Nadia Okafor")
    answer = browser(nadia).post(
        NEW, data={"address": " Helen@Example.TEST ", "message": "Shall we?\n\nN."}
    )
    assert answer.location == "/partnerships"
    work()
    (mail,) = sink
    assert mail["To"] == "helen@example.test"
    assert mail["Subject"] == "Nadia Okafor would like to share a role with you"
    (row,) = rows()
    assert f"/invitations/partnership/{row.token()}" in body(mail)
    assert f"/invitations/partnership/{row.token()}" in body(mail, "html")
    assert "Shall we?" in body(mail)
    assert row.expires_at - row.created_at == timedelta(days=14)
    assert [act.action for act in trail_of([row.id])] == ["partnership.invited"]


def test_the_answer_is_the_same_for_known_and_unknown_addresses(browser: Browser) -> None:
    make_user("Helen Marsh", address="known@example.test")
    nadia = make_user("Nadia Okafor")
    page = browser(nadia)
    shown = []
    for address in ("known@example.test", "stray@example.test"):
        answer = page.post(NEW, data={"address": address}, follow_redirects=True)
        invitation = queries.unanswered_to(nadia.id, address)
        assert invitation is not None
        service.cancel_invitation(actor_of(nadia), invitation, now())
        text = answer.text.partition("<main")[2].replace(address, "ADDRESS")
        text = re.sub(r'(name="csrf_token" value=)"[^"]+"', r'\1"TOKEN"', text)
        shown.append((answer.status_code, re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "ID", text)))
    assert shown[0] == shown[1]


def test_inviting_asks_the_database_the_same_for_known_and_unknown(
    browser: Browser,
) -> None:
    make_user("Helen Marsh", address="known@example.test")
    nadia = make_user("Nadia Okafor")
    page = browser(nadia)
    asked: dict[str, list[str]] = {"known@example.test": [], "stray@example.test": []}
    for address, statements in asked.items():

        def note(_c: object, _k: object, statement: str, *_: object) -> None:
            statements.append(statement)  # noqa: B023

        sa.event.listen(database.engine, "before_cursor_execute", note)
        page.post(NEW, data={"address": address})
        sa.event.remove(database.engine, "before_cursor_execute", note)
    assert asked["known@example.test"] == asked["stray@example.test"]


@pytest.mark.parametrize("typed", ["me@example.test", "ME@Example.test", "second@example.test"])
def test_nobody_invites_themselves(browser: Browser, typed: str) -> None:
    nadia = make_user("Nadia Okafor", address="me@example.test")
    accounts.add_verified_address(nadia, "second@example.test")
    answer = browser(nadia).post(NEW, data={"address": typed, "message": "Kept"})
    assert answer.status_code == 422
    assert "That is your own address." in answer.text
    assert 'href="#address"' in answer.text
    assert "Kept" in answer.text
    assert rows() == []


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"address": ""}, "Enter an email address"),
        ({"address": "helen"}, "Enter an email address"),
        ({"address": "a@b.test\nBcc: x@y.test"}, "Enter an email address"),
        ({"address": "<script>alert(1)</script>"}, "Enter an email address"),
        ({"address": "a" * 400 + "@b.test"}, "Enter an email address"),
        ({"address": "helen@example.test", "message": "x" * 501}, "Use 500 at most."),
        ({"address": "helen@example.test", "message": "a\x00b"}, "cannot be stored"),
    ],
)
def test_a_bad_form_comes_back_with_its_reason(
    browser: Browser, data: dict[str, str], sentence: str
) -> None:
    answer = browser(make_user()).post(NEW, data=data)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert rows() == []


def test_an_open_invitation_is_sent_again_not_doubled(
    browser: Browser, work: Work, sink: list[EmailMessage]
) -> None:
    nadia = make_user("Nadia Okafor")
    page = browser(nadia)
    with time_machine.travel(now(), tick=False) as clock:
        page.post(NEW, data={"address": "helen@example.test", "message": "First"})
        first = rows()[0].token()
        clock.shift(timedelta(days=3))
        page.post(NEW, data={"address": "helen@example.test"})
        work()
        (row,) = rows()
        assert row.token() == first
        assert row.expires_at == now() + timedelta(days=14)
        assert row.message == "First"
        assert len({mail["Message-ID"] for mail in sink}) == 2


def test_the_same_form_sent_twice_mails_once(
    browser: Browser, work: Work, sink: list[EmailMessage]
) -> None:
    page = browser(make_user())
    data = {"address": "helen@example.test", "once": "b" * 32}
    assert page.post(NEW, data=data).location == "/partnerships"
    assert page.post(NEW, data=data).location == "/partnerships"
    work()
    assert len(sink) == 1


def test_after_14_days_it_is_sent_again_with_a_new_link(
    browser: Browser, work: Work, sink: list[EmailMessage]
) -> None:
    nadia = make_user("Nadia Okafor")
    invitation = make_invitation(nadia, expired=True)
    dead = invitation.token()
    page = browser(nadia)
    assert "Expired" in page.get("/partnerships").text
    url = f"/partnerships/invitations/{invitation.id}/resending"
    assert "Send it again?" in page.get(url).text
    assert page.post(url).location == "/partnerships"
    work()
    assert dead not in body(sink[0])
    assert invitation.token() in body(sink[0])
    assert queries.invitation_behind(dead) is None


def test_an_invitation_can_be_taken_back(browser: Browser) -> None:
    nadia = make_user("Nadia Okafor")
    invitation = make_invitation(nadia)
    page = browser(nadia)
    url = f"/partnerships/invitations/{invitation.id}/cancellation"
    assert "Take it back?" in page.get(url).text
    assert invitation.cancelled_at is None
    assert page.post(url).location == "/partnerships"
    assert invitation.cancelled_at is not None
    assert "is taken back" in page.get("/partnerships").text
    assert "Invitations you sent" not in page.get("/partnerships").text
    assert page.post(url).status_code == 400


def test_a_mail_that_has_not_left_is_dropped_with_its_invitation(
    browser: Browser, work: Work, sink: list[EmailMessage]
) -> None:
    nadia = make_user("Nadia Okafor")
    browser(nadia).post(NEW, data={"address": "helen@example.test"})
    service.cancel_invitation(actor_of(nadia), rows()[0], now())
    work()
    assert sink == []


def test_nobody_else_touches_an_invitation(browser: Browser) -> None:
    invitation = make_invitation(make_user("Nadia Okafor"))
    other = make_user("Ann Lee")
    for step in ("cancellation", "resending"):
        url = f"/partnerships/invitations/{invitation.id}/{step}"
        assert browser(other).get(url).status_code == 404
        assert browser(other).post(url).status_code == 404
        assert "/sign-in" in browser().post(url).location
    with pytest.raises(NotAllowedError):
        service.cancel_invitation(actor_of(other), invitation, now())
    with pytest.raises(NotAllowedError):
        service.send_again(actor_of(other), invitation, now())
    assert invitation.cancelled_at is None


def test_after_a_no_the_same_address_rests_for_30_days(browser: Browser) -> None:
    nadia = make_user("Nadia Okafor")
    invitation = make_invitation(nadia)
    page = browser(nadia)
    with time_machine.travel(now(), tick=False) as clock:
        invitation.declined_at = now()
        session().commit()
        answer = page.post(NEW, data={"address": "helen@example.test"})
        assert answer.status_code == 422
        assert "said no in the last 30 days" in answer.text
        with pytest.raises(InvitationSpentError):
            service.send_again(actor_of(nadia), invitation, now())
        assert browser(make_user("Ann Lee")).post(
            NEW, data={"address": "helen@example.test"}
        ).location == "/partnerships"  # fmt: skip
        clock.shift(COOL_OFF)
        assert service.invite(actor_of(nadia), "helen@example.test", "", now()).id != invitation.id


def test_a_partner_who_came_through_this_address_is_not_asked_twice(browser: Browser) -> None:
    nadia, helen = make_user(), make_user("Helen Marsh", address="helen@example.test")
    invitation = make_invitation(nadia)
    service.accept(actor_of(helen), invitation, now())
    answer = browser(nadia).post(NEW, data={"address": "helen@example.test"})
    assert answer.status_code == 422
    assert "You two are partners already" in answer.text


def test_another_address_of_a_partner_is_not_given_away(browser: Browser) -> None:
    pair = make_partnership(
        make_user("Nadia Okafor"), make_user("Helen Marsh", address="helen@example.test")
    )
    answer = browser(pair.first).post(NEW, data={"address": "helen@example.test"})
    assert answer.location == "/partnerships"


def test_ten_open_invitations_are_enough(browser: Browser) -> None:
    nadia = make_user("Nadia Okafor")
    for number in range(MAX_OPEN_INVITATIONS):
        make_invitation(nadia, f"person-{number}@elsewhere.test")
    page = browser(nadia)
    answer = page.post(NEW, data={"address": "one@more.test"})
    assert answer.status_code == 422
    assert "You have 10 open invitations" in answer.text
    again = page.post(NEW, data={"address": "person-1@elsewhere.test"})
    assert again.location == "/partnerships"


def test_a_strangers_words_carry_no_link_into_the_mail(
    browser: Browser, work: Work, sink: list[EmailMessage]
) -> None:
    nadia = make_user("Evil.example Ltd")
    message = "<b>Pay</b> at https://evil.example/pay or www.evil.example now"
    browser(nadia).post(NEW, data={"address": "helen@example.test", "message": message})
    work()
    (mail,) = sink
    for kind in ("plain", "html"):
        assert "evil.example" not in body(mail, kind).casefold()
        assert "https://evil" not in body(mail, kind)
    assert "&lt;b&gt;Pay" in body(mail, "html")
    assert "<b>Pay" not in body(mail, "html")
    assert "evil.example" not in str(mail["Subject"]).casefold()


def test_the_index_helps_when_it_is_empty(browser: Browser) -> None:
    shown = browser(make_user()).get("/partnerships").text
    assert "A role for two needs two" in shown
    assert f'href="{NEW}"' in shown


def test_the_index_shows_what_waits_for_me_at_each_of_my_addresses(browser: Browser) -> None:
    helen = make_user("Helen Marsh", address="helen@example.test")
    accounts.add_verified_address(helen, "second@example.test")
    nadia, ann = make_user("Nadia Okafor"), make_user("Ann Lee")
    make_invitation(nadia)
    make_invitation(ann, "second@example.test")
    make_invitation(make_user("Old Friend"), expired=True)
    shown = browser(helen).get("/partnerships").text
    assert "Nadia Okafor" in shown
    assert "Ann Lee" in shown
    assert "Old Friend" not in shown


def test_an_unverified_address_shows_nothing(browser: Browser) -> None:
    helen = make_user("Helen Marsh", address="helen@example.test", verified=False)
    make_invitation(make_user("Nadia Okafor"))
    assert "Nadia Okafor" not in browser(helen).get("/partnerships").text


def test_the_index_asks_no_more_for_many_than_for_one(browser: Browser) -> None:
    def queries_of(count: int) -> int:
        helen = make_user("Helen Marsh")
        assert helen.address
        for number in range(count):
            make_partnership(make_user(f"Partner {number}"), helen)
            make_invitation(make_user(f"Asker {number}"), helen.address)
            make_invitation(helen, f"{number}-{helen.id}@example.test")
        page = browser(helen)
        statements: list[str] = []

        def note(_c: object, _k: object, statement: str, *_: object) -> None:
            statements.append(statement)

        sa.event.listen(database.engine, "before_cursor_execute", note)
        assert page.get("/partnerships").status_code == 200
        sa.event.remove(database.engine, "before_cursor_execute", note)
        return len([s for s in statements if s.startswith("SELECT")])

    few, many = queries_of(1), queries_of(8)
    assert few == many
    assert many <= 6
