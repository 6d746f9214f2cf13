from __future__ import annotations

from datetime import timedelta

import pytest

from jobboard.accounts import queries as accounts
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.organisations import queries, service
from jobboard.organisations.domain import InvitationSpentError, MemberKind, may_grant
from jobboard.organisations.models import OrganisationInvitation
from tests.factories.accounts import PASSWORD, link_in, make_person, masked, text_of
from tests.factories.organisations import invitation_path, make_invitation
from tests.factories.people import make_user
from tests.factories.world import add_member, make_organisation

NEWCOMER = {"name": "Rita Moss", "password": "copper kettle morning", "agree": "y"}
pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def world():
    organisation = make_organisation()
    return organisation, organisation.memberships[0].user


def invite(client, organisation, address="rita@example.test", kind="recruiter", **more):
    return client.post(
        f"/organisations/{organisation.id}/invitations/new",
        data={"address": address, "kind": kind, **more},
    )


def test_a_colleague_is_invited_signs_up_through_the_link_and_belongs(browser, work, sink, world):
    organisation, owner = world
    assert invite(browser(owner), organisation).location == f"/organisations/{organisation.id}"
    work()
    [mail] = sink
    assert (mail["To"], mail["Subject"]) == (
        "rita@example.test",
        f"You are invited to {organisation.name}",
    )
    assert "Ruth Calloway invites you" in text_of(mail)
    rita, link = browser(), link_in(mail)
    page = rita.get(link)
    assert page.status_code == 200
    assert "rita@example.test" in page.text
    assert rita.post(link, data=NEWCOMER).location == f"/organisations/{organisation.id}"
    assert "(you)" in rita.get(f"/organisations/{organisation.id}").text
    user = accounts.verified_owner("rita@example.test")
    assert user is not None
    assert organisation.member_kind(user.id) is MemberKind.RECRUITER
    work()
    assert [m["To"] for m in sink[1:]] == [owner.address]
    assert "Rita Moss belongs to" in text_of(sink[1])


def test_inviting_again_says_that_the_earlier_link_ends(browser, work, sink, world):
    organisation, owner = world
    client, page = browser(owner), f"/organisations/{organisation.id}"
    invite(client, organisation)
    assert "An invitation is on its way to rita@example.test." in client.get(page).text
    invite(client, organisation)
    said = "A new invitation is on its way to rita@example.test. The earlier link no longer works."
    assert said in client.get(page).text
    work()
    words = text_of(sink[-1])
    assert "Recruiter (writes roles, reads and decides on joint applications)." in words


def test_somebody_with_an_account_signs_in_and_accepts(browser, world):
    organisation, _ = world
    rita = make_person("Rita Moss", address="rita@example.test")
    link = invitation_path(make_invitation(organisation, address="rita@example.test"))
    client = browser()
    page = client.get(link)
    assert f"/sign-in?next={link}" in page.text
    assert 'name="password"' not in page.text
    form = {"address": "rita@example.test", "password": PASSWORD, "next": link}
    assert client.post("/sign-in", data=form).location == link
    assert "Accept invitation" in client.get(link).text
    assert not organisation.has_member(rita.id)
    assert client.post(link).location == f"/organisations/{organisation.id}"
    assert organisation.has_member(rita.id)


def test_an_account_is_not_made_over_one_that_exists(browser, world):
    organisation, _ = world
    rita = make_person("Rita Moss", address="rita@example.test")
    before = rita.password_hash
    link = invitation_path(make_invitation(organisation, address="rita@example.test"))
    answer = browser().post(link, data=NEWCOMER)
    assert answer.status_code == 422
    assert "You have an account with this address" in answer.text
    session().refresh(rita)
    assert rita.password_hash == before


def test_a_link_is_good_once(browser, world):
    organisation, _ = world
    link = invitation_path(make_invitation(organisation))
    assert browser().post(link, data=NEWCOMER).status_code == 302
    assert browser().get(link).status_code == 410
    assert browser().post(link, data=NEWCOMER).status_code == 410


def test_a_double_click_on_accept_lands_in_the_same_place(browser, world):
    organisation, _ = world
    link = invitation_path(make_invitation(organisation))
    client = browser()
    once = {**NEWCOMER, "once": "2" * 32}
    first, second = (client.post(link, data=once) for _ in range(2))
    assert first.location == second.location == f"/organisations/{organisation.id}"
    assert len(organisation.memberships) == 2


def test_used_expired_cancelled_and_invented_links_get_the_same_page(browser, world):
    organisation, owner = world
    expired = make_invitation(organisation, life=timedelta(0))
    cancelled = make_invitation(organisation)
    service.cancel_invitation(Actor(user_id=owner.id), organisation, cancelled, now())
    used = make_invitation(organisation)
    used.accepted_at = now()
    session().commit()
    links = [invitation_path(row) for row in (expired, cancelled, used)]
    pages = {}
    for link in [*links, "/invitations/organisation/invented"]:
        answer = browser().get(link)
        pages[masked(answer.text).replace(link, "")] = answer.status_code
        assert browser(make_user()).get(link).status_code == 410
        assert browser().post(link, data=NEWCOMER).status_code == 410
    assert list(pages.values()) == [410]


def test_another_signed_in_person_is_shown_ways_on_and_cannot_join(browser, world):
    organisation, _ = world
    make_person("Rita Moss", address="rita@example.test")
    mallory = make_user("Mallory")
    link = invitation_path(make_invitation(organisation, address="rita@example.test"))
    client = browser(mallory)
    for answer in (client.get(link), client.post(link),
                   client.post(link, data={"add_address": "yes"})):  # fmt: skip
        assert answer.status_code == 403
        assert "This invitation went to another address" in answer.text
        assert "Sign out" in answer.text
        assert "It is my address too" not in answer.text
    assert not organisation.has_member(mallory.id)
    assert not mallory.owns("rita@example.test")


def test_a_second_address_of_somebody_signed_in_is_added_only_when_they_say_so(browser, world):
    organisation, _ = world
    rita = make_user("Rita Moss", address="rita@home.test")
    link = invitation_path(make_invitation(organisation, address="rita@work.test"))
    client = browser(rita)
    assert "It is my address too" in client.get(link).text
    assert client.post(link).status_code == 403
    assert not organisation.has_member(rita.id)
    answer = client.post(link, data={"add_address": "yes"})
    assert answer.location == f"/organisations/{organisation.id}"
    assert organisation.has_member(rita.id)
    assert rita.owns("rita@work.test")
    assert rita.address == "rita@home.test"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Enter your name"),
        ("password", "short", "at least 12 characters"),
        ("password", "password1234", "Many people use this password"),
        ("agree", "", "Tick the box"),
    ],
)
def test_a_newcomer_hears_what_is_wrong_and_the_link_stays_good(
    browser, world, field, value, words
):
    organisation, _ = world
    link = invitation_path(make_invitation(organisation))
    client = browser()
    answer = client.post(link, data={**NEWCOMER, field: value})
    assert answer.status_code == 422
    assert words in answer.text
    assert len(organisation.memberships) == 1
    assert client.post(link, data=NEWCOMER).status_code == 302


def test_the_answer_does_not_tell_whether_an_address_is_known(browser, work, sink, world):
    organisation, owner = world
    make_person(address="known@example.test")
    recruiter = make_person(address="member@example.test")
    add_member(organisation, recruiter)
    client = browser(owner)
    answers = {
        (a.status_code, a.location, a.data)
        for a in (invite(client, organisation, f"{who}@example.test")
                  for who in ("known", "member", "unknown"))
    }  # fmt: skip
    assert len(answers) == 1
    work()
    assert len({text_of(m).partition("http")[0] for m in sink}) == 1
    page = client.get(f"/organisations/{organisation.id}").text
    for who in ("known", "member", "unknown"):
        assert f"<b>{who}@example.test</b>" in page


def test_a_member_who_is_invited_again_keeps_their_kind(browser, world):
    organisation, owner = world
    link = invitation_path(
        make_invitation(organisation, address=owner.address, kind=MemberKind.RECRUITER)
    )
    assert browser(owner).post(link).status_code == 302
    assert organisation.has_owner(owner.id)
    assert len(organisation.memberships) == 1


def test_a_second_invitation_replaces_the_first(browser, work, sink, world):
    organisation, owner = world
    client = browser(owner)
    invite(client, organisation)
    work()
    invite(client, organisation, kind="owner")
    work()
    assert session().query(OrganisationInvitation).count() == 1
    assert browser().get(link_in(sink[0])).status_code == 410
    assert "Owner: runs the organisation" in browser().get(link_in(sink[1])).text


@pytest.mark.parametrize(
    ("address", "kind", "words"),
    [
        ("", "recruiter", "Enter an email address"),
        ("rita@", "recruiter", "Enter an email address"),
        ("rita@example.test\r\nBcc: all@example.test", "recruiter", "Enter an email address"),
        ("rita@example.test\x00", "recruiter", "cannot be stored"),
        ("rita@example.test", "emperor", "Not a valid choice"),
    ],
)
def test_bad_input_is_said_and_comes_back(browser, world, address, kind, words):
    organisation, owner = world
    answer = invite(browser(owner), organisation, address, kind)
    assert answer.status_code == 422
    assert words in answer.text


def test_nobody_invites_themselves(browser, world):
    organisation, owner = world
    answer = invite(browser(owner), organisation, owner.address.upper())
    assert answer.status_code == 422
    assert "That is your own address" in answer.text


def test_nobody_grants_more_than_they_are():
    assert may_grant(MemberKind.OWNER, MemberKind.OWNER)
    assert not may_grant(MemberKind.RECRUITER, MemberKind.OWNER)
    assert not may_grant(None, MemberKind.RECRUITER)


@pytest.mark.parametrize("own", [MemberKind.RECRUITER, MemberKind.PANEL, MemberKind.VIEWER])
@pytest.mark.parametrize("kind", list(MemberKind))
def test_nobody_invites_above_themselves_and_readers_not_at_all(world, own, kind):
    organisation, _ = world
    member = make_user()
    add_member(organisation, member, own)
    actor = Actor(user_id=member.id)
    if own is MemberKind.RECRUITER and kind is not MemberKind.OWNER:
        service.invite(actor, organisation, "x@example.test", kind, now())
        return
    with pytest.raises(NotAllowedError):
        service.invite(actor, organisation, "x@example.test", kind, now())


def test_a_recruiter_is_offered_what_they_may_give(browser, world):
    organisation, _ = world
    recruiter = make_user()
    add_member(organisation, recruiter)
    client = browser(recruiter)
    page = client.get(f"/organisations/{organisation.id}/invitations/new").text
    assert 'value="panel_member"' in page
    assert 'value="owner"' not in page
    assert invite(client, organisation, kind="owner").status_code == 422
    assert invite(client, organisation, kind="panel_member").status_code == 302


def test_a_recruiter_takes_back_no_invitation_of_an_owner(browser, world):
    organisation, _ = world
    recruiter = make_user()
    add_member(organisation, recruiter)
    sent = make_invitation(organisation, kind=MemberKind.OWNER)
    path = f"/organisations/{organisation.id}/invitations/{sent.id}/cancellation"
    assert browser(recruiter).post(path).status_code == 403
    assert sent.is_open(now())


def test_an_invitation_is_taken_back_after_a_question(browser, work, sink, world):
    organisation, owner = world
    client = browser(owner)
    invite(client, organisation)
    [row] = queries.open_invitations(organisation.id, now())
    path = f"/organisations/{organisation.id}/invitations/{row.id}/cancellation"
    assert "Take it back" in client.get(path).text
    assert queries.open_invitations(organisation.id, now()) == [row]
    assert client.post(path).location == f"/organisations/{organisation.id}"
    assert queries.open_invitations(organisation.id, now()) == []
    assert client.post(path).status_code == 302
    work()
    assert sink == []  # taken back before the worker wrote it
    with pytest.raises(InvitationSpentError):
        service.cancel_invitation(Actor(user_id=owner.id), organisation, row, now())


def test_an_invitation_of_another_organisation_is_not_there(browser, world):
    organisation, owner = world
    other = make_invitation(make_organisation("Another"))
    path = f"/organisations/{organisation.id}/invitations/{other.id}/cancellation"
    assert browser(owner).get(path).status_code == 404
    assert browser(owner).post(path).status_code == 404
    assert other.is_open(now())
