"""The page behind the link: who may answer, from which account, and what a scanner may not do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
import sqlalchemy as sa
import time_machine
from werkzeug.test import TestResponse

from jobboard.accounts import queries as accounts
from jobboard.accounts.models import User
from jobboard.accounts.passwords import PasswordHash
from jobboard.core.activity import trail_of
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.partnerships import queries, service
from jobboard.partnerships.domain import (
    InvitationSpentError,
    NotYourInvitationError,
    PartnershipStatus,
)
from jobboard.partnerships.models import Partnership, PartnershipInvitation
from tests.conftest import Browser
from tests.factories.pairs import actor_of, make_invitation
from tests.factories.people import make_user
from tests.factories.world import make_partnership

pytestmark = pytest.mark.usefixtures("db")
Work = Callable[[], int]
JOINING = {
    "name": "Helen Marsh",
    "password": "violet-harbour-ninety",
    "agree": "y",
    "answer": "accept",
}


def link(invitation: PartnershipInvitation) -> str:
    return f"/invitations/partnership/{invitation.token()}"


def partnerships() -> list[Partnership]:
    return list(session().scalars(sa.select(Partnership)))


def people() -> int:
    return session().scalar(sa.select(sa.func.count()).select_from(User)) or 0


def test_reading_the_page_changes_nothing(browser: Browser) -> None:
    nadia, helen = make_user(), make_user("Helen Marsh", address="helen@example.test")
    invitation = make_invitation(nadia, message="Shall we?")
    for page in (browser(), browser(helen), browser(make_user("Ann Lee")), browser(nadia)):
        for _ in range(2):
            page.get(link(invitation))
    session().refresh(invitation)
    assert invitation.is_open(now())
    assert partnerships() == []
    shown = browser(helen).get(link(invitation)).text
    assert "Nadia Okafor" in shown
    assert "Shall we?" in shown


def test_the_owner_of_the_address_accepts(
    browser: Browser, work: Work, sink: list[EmailMessage]
) -> None:
    nadia, helen = make_user(), make_user("Helen Marsh", address="helen@example.test")
    invitation = make_invitation(nadia)
    page = browser(helen)
    answer = page.post(link(invitation), data={"answer": "accept"}, follow_redirects=True)
    (pair,) = partnerships()
    assert (pair.first_id, pair.second_id) == (nadia.id, helen.id)
    assert pair.name == "Nadia Okafor and Helen Marsh"
    assert pair.status is PartnershipStatus.CONNECTED
    assert "You and Nadia are connected" in answer.text
    assert [act.action for act in trail_of([invitation.id])] == ["partnership.accepted"]
    work()
    (mail,) = sink
    assert (mail["To"], mail["Subject"]) == (nadia.address, "Helen accepted")


def test_a_new_person_signs_up_through_the_link_and_is_signed_in(browser: Browser) -> None:
    nadia = make_user()
    invitation = make_invitation(nadia)
    page = browser()
    shown = page.get(link(invitation)).text
    assert 'value="helen@example.test" readonly' in shown
    assert "I already have an account" in shown
    answer = page.post(link(invitation), data=JOINING)
    (pair,) = partnerships()
    assert answer.location == f"/partnerships/{pair.id}"
    helen = accounts.verified_owner("helen@example.test")
    assert helen is not None
    assert (helen.name, pair.second_id) == ("Helen Marsh", helen.id)
    assert "You and Nadia are connected" in page.get(answer.location).text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": ""}, "Enter your name"),
        ({"name": "www.evil.example"}, "cannot contain a web address"),
        ({"name": "He\x00len"}, "cannot be stored"),
        ({"password": "short"}, "Use at least 12 characters"),
        ({"password": "x" * 129}, "Use at most 128 characters"),
        ({"agree": ""}, "Tick the box"),
    ],
)
def test_a_bad_sign_up_comes_back_and_creates_nobody(
    browser: Browser, change: dict[str, str], sentence: str
) -> None:
    invitation = make_invitation(make_user())
    before = people()
    answer = browser().post(link(invitation), data={**JOINING, **change})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert people() == before
    assert invitation.is_open(now())
    assert JOINING["password"] not in answer.text


def test_everything_wrong_with_a_sign_up_is_said_at_once(browser: Browser) -> None:
    invitation = make_invitation(make_user())
    shown = browser().post(link(invitation), data={"answer": "accept"}).text
    for sentence in ("Enter your name", "Use at least 12 characters", "Tick the box"):
        assert sentence in shown


def test_the_address_comes_from_the_link_not_from_the_form(browser: Browser) -> None:
    invitation = make_invitation(make_user())
    browser().post(link(invitation), data={**JOINING, "address": "thief@example.test"})
    assert accounts.verified_owner("thief@example.test") is None
    assert accounts.verified_owner("helen@example.test") is not None


def test_an_unconfirmed_squatter_does_not_keep_the_address(browser: Browser) -> None:
    squatter = make_user("Not Helen", address="helen@example.test", verified=False)
    invitation = make_invitation(make_user())
    browser().post(link(invitation), data=JOINING)
    owner = accounts.verified_owner("helen@example.test")
    assert owner is not None
    assert owner.name == "Helen Marsh"
    assert owner.password_hash != "x"
    assert squatter.name != "Not Helen"


def test_a_known_address_signs_in_first_and_comes_back(browser: Browser) -> None:
    make_user("Helen Marsh", address="helen@example.test")
    invitation = make_invitation(make_user())
    page = browser()
    shown = page.get(link(invitation)).text
    assert f"/sign-in?next={link(invitation)}" in shown
    assert 'name="password"' not in shown
    answer = page.post(link(invitation), data=JOINING)
    assert answer.location == f"/sign-in?next={link(invitation)}"
    assert partnerships() == []


def test_another_account_may_add_the_address_and_accept(browser: Browser) -> None:
    nadia, helen = make_user(), make_user("Helen Marsh", address="private@example.test")
    invitation = make_invitation(nadia)
    page = browser(helen)
    shown = page.get(link(invitation)).text
    assert "Add the address and accept" in shown
    assert "Sign out" in shown
    page.post(link(invitation), data={"answer": "accept"})
    session().refresh(helen, ["addresses"])
    assert helen.owns("helen@example.test")
    assert helen.address == "private@example.test"
    assert partnerships()[0].second_id == helen.id


def test_the_address_of_another_person_is_never_taken(browser: Browser) -> None:
    make_user("Helen Marsh", address="helen@example.test")
    ann = make_user("Ann Lee")
    invitation = make_invitation(make_user())
    page = browser(ann)
    for answer in (
        page.get(link(invitation)),
        page.post(link(invitation), data={"answer": "accept"}),
        page.post(link(invitation), data={"answer": "decline"}),
    ):
        assert answer.status_code == 403
        assert "for somebody else" in answer.text
        assert "Helen" not in answer.text
    with pytest.raises(NotYourInvitationError):
        service.accept_adding_address(actor_of(ann), invitation, now())
    with pytest.raises(NotYourInvitationError):
        service.accept(actor_of(ann), invitation, now())
    with pytest.raises(NotYourInvitationError):
        service.decline(actor_of(ann), invitation, now())
    assert invitation.is_open(now())


def test_nobody_accepts_their_own_invitation(browser: Browser) -> None:
    nadia = make_user()
    invitation = make_invitation(nadia)
    page = browser(nadia)
    assert page.get(link(invitation)).status_code == 403
    for choice in ("accept", "decline"):
        answer = page.post(link(invitation), data={"answer": choice})
        assert answer.status_code == 403
        assert "You sent it yourself" in answer.text
    for verb in (service.accept, service.accept_adding_address, service.decline):
        with pytest.raises(NotAllowedError):
            verb(actor_of(nadia), invitation, now())
    assert invitation.is_open(now())
    assert partnerships() == []


def test_nobody_without_an_account_accepts_through_the_verb() -> None:
    invitation = make_invitation(make_user())
    with pytest.raises(NotYourInvitationError):
        service.accept(Actor(), invitation, now())
    with pytest.raises(NotYourInvitationError):
        service.accept_adding_address(Actor(), invitation, now())


def main(answer: TestResponse) -> str:
    """The page without its frame, which knows its own address."""
    return answer.text.partition("<main")[2].partition("</main>")[0]


def spent(case: str) -> str:
    """The link of an invitation that no longer works, for each reason there is."""
    nadia = make_user()
    invitation = make_invitation(nadia, expired=case == "expired")
    if case == "accepted":
        helen = make_user("Helen Marsh", address="helen@example.test")
        service.accept(actor_of(helen), invitation, now())
    if case == "declined":
        service.decline(Actor(), invitation, now())
    if case == "cancelled":
        service.cancel_invitation(actor_of(nadia), invitation, now())
    if case == "of another kind":
        return f"/invitations/partnership/{nadia.addresses[0].token()}"
    return "/invitations/partnership/" + ("x" * 43 if case == "unknown" else invitation.token())


CASES = ["expired", "accepted", "declined", "cancelled", "of another kind", "unknown"]


@pytest.mark.parametrize("case", CASES)
def test_a_spent_link_says_the_same_whatever_the_reason(browser: Browser, case: str) -> None:
    unknown = browser().get(spent("unknown"))
    url = spent(case)
    page = browser()
    before = len(partnerships()), people()
    for answer in (page.get(url), page.post(url, data=JOINING), page.post(url, data={})):
        assert (answer.status_code, main(answer)) == (410, main(unknown))
        assert "This invitation no longer works" in answer.text
    assert (len(partnerships()), people()) == before


@pytest.mark.parametrize("token", ["a", "%00", "a" * 5000, "..%2f..", "é" * 43])
def test_a_strange_token_is_a_spent_link(browser: Browser, token: str) -> None:
    assert browser().get(f"/invitations/partnership/{token}").status_code in (404, 410)


def test_the_link_works_once(browser: Browser) -> None:
    helen = make_user("Helen Marsh", address="helen@example.test")
    invitation = make_invitation(make_user())
    page = browser(helen)
    assert page.post(link(invitation), data={"answer": "accept"}).status_code == 302
    assert page.post(link(invitation), data={"answer": "accept"}).status_code == 410
    assert len(partnerships()) == 1
    with pytest.raises(InvitationSpentError):
        service.accept(actor_of(helen), invitation, now())


def test_the_verbs_refuse_an_expired_invitation_too() -> None:
    helen = make_user("Helen Marsh", address="helen@example.test")
    invitation = make_invitation(make_user(), expired=True)
    for verb in (service.accept, service.accept_adding_address, service.decline):
        with pytest.raises(InvitationSpentError):
            verb(actor_of(helen), invitation, now())
    with pytest.raises(InvitationSpentError):
        service.accept_signing_up(invitation, "Helen Marsh", PasswordHash("x"), now())
    assert partnerships() == []


def test_a_double_click_lands_on_the_partnership(browser: Browser) -> None:
    helen = make_user("Helen Marsh", address="helen@example.test")
    invitation = make_invitation(make_user())
    page = browser(helen)
    data = {"answer": "accept", "once": "c" * 32}
    first = page.post(link(invitation), data=data)
    assert page.post(link(invitation), data=data).location == first.location
    assert len(partnerships()) == 1


def test_the_link_ends_at_its_last_instant(browser: Browser) -> None:
    helen = make_user("Helen Marsh", address="helen@example.test")
    with time_machine.travel(now(), tick=False) as clock:
        invitation = make_invitation(make_user())
        clock.shift(timedelta(days=14) - timedelta(seconds=1))
        assert browser(helen).get(link(invitation)).status_code == 200
        clock.shift(timedelta(seconds=1))
        assert browser(helen).post(link(invitation), data={"answer": "accept"}).status_code == 410


@pytest.mark.parametrize("who", ["anonymous", "owner", "another account"])
def test_saying_no_needs_no_account_and_is_told_gently(
    browser: Browser, work: Work, sink: list[EmailMessage], who: str
) -> None:
    nadia = make_user()
    users = {
        "anonymous": None,
        "owner": make_user("Helen Marsh", address="owner@example.test"),
        "another account": make_user("Ann Lee"),
    }
    invitation = make_invitation(nadia, "owner@example.test" if who == "owner" else "h@else.test")
    answer = browser(users[who]).post(link(invitation), data={"answer": "decline"})
    assert answer.status_code == 200
    assert "Thank you for answering" in answer.text
    session().refresh(invitation)
    assert invitation.declined_at is not None
    work()
    (mail,) = sink
    assert mail["To"] == nadia.address
    text = mail.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "has said no this time" in text
    assert "Helen" not in text
    assert "Ann" not in text


def test_two_who_invite_each_other_are_partners_once() -> None:
    nadia = make_user(address="nadia@example.test")
    helen = make_user("Helen Marsh", address="helen@example.test")
    there, back = make_invitation(nadia), make_invitation(helen, "nadia@example.test")
    first = service.accept(actor_of(helen), there, now())
    assert service.accept(actor_of(nadia), back, now()).id == first.id
    assert len(partnerships()) == 1
    assert queries.live_of_two(helen.id, nadia.id) is not None


def test_the_database_itself_holds_one_live_partnership_of_two() -> None:
    pair = make_partnership()
    with pytest.raises(sa.exc.IntegrityError):
        make_partnership(pair.second, pair.first)
    session().rollback()
    pair.status = PartnershipStatus.DISSOLVED
    session().commit()
    assert make_partnership(pair.second, pair.first).is_live


def test_who_parted_may_begin_again() -> None:
    nadia, helen = make_user(), make_user("Helen Marsh", address="helen@example.test")
    first = service.accept(actor_of(helen), make_invitation(nadia), now())
    service.part(actor_of(helen), first, now())
    invitation = service.invite(actor_of(nadia), "helen@example.test", "", now())
    assert service.accept(actor_of(helen), invitation, now()).id != first.id


def test_what_is_wrong_with_a_password_is_said_once(browser: Browser) -> None:
    invitation = make_invitation(make_user(), address="helen@example.test")
    answer = browser().post(link(invitation), data={**JOINING, "password": "short"})
    assert answer.status_code == 422
    assert answer.text.count("Use at least 12 characters for your password") == 2, "list and field"


def test_a_pair_that_is_invited_once_more_stays_as_it_is(browser: Browser) -> None:
    pair = make_partnership()
    address = pair.second.address
    assert address
    invitation = make_invitation(pair.first, address=address)
    answer = browser(pair.second).post(link(invitation), follow_redirects=True)
    assert "are a pair already. Nothing has changed." in answer.text
    assert len(partnerships()) == 1
