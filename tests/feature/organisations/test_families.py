"""Parents and children: asked by either side, confirmed by the other."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from jobboard.accounts.domain import Purpose
from jobboard.core.activity import Activity
from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.organisations import queries, service
from jobboard.organisations.domain import MemberKind
from jobboard.organisations.models import Organisation, OrganisationTie
from jobboard.organisations.queries import ties
from jobboard.organisations.ties import (
    CircleError,
    HasParentError,
    KnownTieError,
    Side,
    TieGoneError,
)
from tests.factories.organisations import make_invitation, make_tie
from tests.factories.people import make_user
from tests.factories.world import add_member, make_organisation, make_role

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def trust() -> Organisation:
    return make_organisation(
        "Aldermere Learning Trust", make_user("Ada Trust", purpose=Purpose.HIRE)
    )


@pytest.fixture
def school() -> Organisation:
    return make_organisation("Hollow Lane School", make_user("Sam School", purpose=Purpose.HIRE))


def owner(organisation):
    return next(one.user for one in organisation.memberships if one.kind is MemberKind.OWNER)


def acts(organisation) -> Actor:
    return Actor(user_id=owner(organisation).id)


def rows() -> list[OrganisationTie]:
    session().expire_all()
    return list(session().scalars(sa.select(OrganisationTie)))


@pytest.mark.parametrize("side", [Side.CHILD, Side.PARENT])
def test_either_side_asks_and_the_other_confirms(browser, work, sink, trust, school, side):
    asker, asked = (trust, school) if side is Side.CHILD else (school, trust)
    path = f"/organisations/{asker.id}/ties/{side.value}/new"
    sent = browser(owner(asker)).post(path, data={"other": asked.name.upper()})
    assert sent.status_code == 302
    work()
    assert [mail["To"] for mail in sink] == [owner(asked).address]
    assert f"{asker.name} asks {asked.name}" in sink[0]["Subject"]
    public = f"/employers/{trust.slug}"
    assert school.name not in browser().get(public).text
    [tie] = rows()
    answer = f"/organisations/{asked.id}/ties/{tie.id}"
    client = browser(owner(asked))
    assert answer in client.get(f"/organisations/{asked.id}").text
    assert "Either side may end it" in client.get(answer).text
    own = browser(owner(asker)).post(
        f"/organisations/{asker.id}/ties/{tie.id}", data={"act": "confirm"}
    )
    assert own.status_code == 302
    assert rows()[0].confirmed_at is None, "nobody confirms what they asked"
    assert client.post(answer, data={"act": "confirm"}).status_code == 302
    assert rows()[0].confirmed_at is not None
    make_role(school, title="Head of School")
    page = browser().get(public).text
    assert f"/employers/{school.slug}" in page
    assert "Head of School" in page
    assert f"/employers/{trust.slug}" in browser().get(f"/employers/{school.slug}").text
    work()
    assert sink[-1]["To"] == owner(asker).address
    assert "confirmed" in sink[-1]["Subject"]


def test_a_no_is_told_and_may_be_asked_again(browser, work, sink, trust, school):
    tie = make_tie(trust, school)
    path = f"/organisations/{school.id}/ties/{tie.id}"
    assert browser(owner(school)).post(path, data={"act": "decline"}).status_code == 302
    assert rows() == []
    work()
    assert "declined" in sink[-1]["Subject"]
    service.ask_tie(acts(trust), trust, Side.CHILD, school, now())
    assert len(rows()) == 1


def test_neither_side_confirms_for_the_other(trust, school):
    tie = make_tie(trust, school)
    with pytest.raises(TieGoneError):
        service.confirm_tie(acts(trust), trust, tie, now())
    with pytest.raises(NotAllowedError):
        service.confirm_tie(acts(trust), school, tie, now())
    recruiter = make_user()
    add_member(school, recruiter)
    with pytest.raises(NotAllowedError):
        service.confirm_tie(Actor(user_id=recruiter.id), school, tie, now())
    assert rows()[0].confirmed_at is None


def test_an_owner_of_the_parent_runs_the_child_and_reads_no_application(browser, trust, school):
    role = make_role(school, published=False)
    above = browser(owner(trust))
    home = f"/organisations/{school.id}"
    assert above.get(home).status_code == 404
    tie = make_tie(trust, school)
    assert above.get(home).status_code == 404, "asking alone gives nothing"
    tie.confirmed_at = now()
    session().commit()
    assert above.get(home).status_code == 200
    assert home in above.get(f"/organisations/{trust.id}").text
    form = {"address": "head@school.example", "kind": "owner"}
    assert above.post(f"{home}/invitations/new", data=form).status_code == 302
    for hidden in (f"/roles/{role.id}/edit", f"/roles/{role.id}", f"/applications/roles/{role.id}"):
        assert above.get(hidden).status_code == 404
    assert browser(owner(school)).get(f"/organisations/{trust.id}").status_code == 404
    panel = make_user()
    add_member(trust, panel, MemberKind.RECRUITER)
    assert browser(panel).get(home).status_code == 404, "only its owners"


def test_ending_takes_the_rights_and_what_was_sent_with_them(browser, work, sink, trust, school):
    tie = make_tie(trust, school, confirmed=True)
    kept = make_invitation(school, by=owner(school))
    gone = make_invitation(school, by=owner(trust), kind=MemberKind.OWNER)
    path = f"/organisations/{school.id}/ties/{tie.id}/ending"
    client = browser(owner(school))
    assert "owners of Aldermere Learning Trust no longer run it" in client.get(path).text
    assert client.post(path).status_code == 302
    assert rows() == []
    assert browser(owner(trust)).get(f"/organisations/{school.id}").status_code == 404
    assert [one.id for one in queries.open_invitations(school.id, now())] == [kept.id]
    assert gone.cancelled_at is not None
    work()
    assert {mail["To"] for mail in sink} == {owner(trust).address, owner(school).address}
    action = sa.select(Activity.action).order_by(Activity.id.desc()).limit(1)
    assert session().scalar(action) == "organisation.tie_ended"
    assert client.post(path).status_code == 404


def test_an_owner_of_the_parent_who_is_made_less_gives_nothing_below(trust, school):
    make_tie(trust, school, confirmed=True)
    deputy = make_user("Dee Deputy")
    add_member(trust, deputy, MemberKind.OWNER)
    sent = make_invitation(school, by=deputy)
    [mine] = [one for one in trust.memberships if one.user_id == deputy.id]
    service.change_kind(acts(trust), trust, mine, MemberKind.VIEWER, now())
    assert sent.cancelled_at is not None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Nobody of that name", "We know no organisation"),
        ("", "Enter the other organisation"),
        ("https://twofold.test/employers/unclaimed", "Nobody runs that organisation"),
        ("Aldermere Learning Trust", "your own organisation"),
        ("Twin", "Several organisations"),
    ],
)
def test_a_name_that_leads_nowhere_is_said_and_comes_back(browser, trust, typed, words):
    session().add(Organisation(name="Empty", slug="unclaimed", imported_key="x", created_at=now()))
    make_organisation("Twin", make_user())
    make_organisation("Twin", make_user())
    path = f"/organisations/{trust.id}/ties/child/new"
    answer = browser(owner(trust)).post(path, data={"other": typed})
    assert answer.status_code == 422
    assert words in answer.text
    assert f'value="{typed}"' in answer.text
    assert rows() == []


def test_what_does_not_fit_is_refused_when_asked_and_when_confirmed(trust, school):
    other = make_organisation("Another Trust", make_user("Olu Other"))
    first = make_tie(trust, school)
    late = make_tie(other, school)
    with pytest.raises(KnownTieError):
        service.ask_tie(acts(trust), trust, Side.CHILD, school, now())
    service.confirm_tie(acts(school), school, first, now())
    with pytest.raises(HasParentError):
        service.confirm_tie(acts(school), school, late, now())
    with pytest.raises(CircleError):
        service.ask_tie(acts(school), school, Side.CHILD, trust, now())
    with pytest.raises(HasParentError):
        service.ask_tie(acts(other), other, Side.CHILD, school, now())
    assert ties.family(school.id) == ({trust.id, school.id}, {school.id: trust.id})


@pytest.mark.parametrize("by_first", [True, False])
def test_who_is_asked_finds_it_at_home_until_they_answer(browser, trust, school, by_first):
    tie = make_tie(trust, school, by_first=by_first)
    asked, asker = (school, trust) if by_first else (trust, school)
    path = f"/organisations/{asked.id}/ties/{tie.id}"
    recruiter = make_user()
    add_member(asked, recruiter)
    assert path in browser(owner(asked)).get("/").text
    assert path not in browser(owner(asker)).get("/").text
    assert path not in browser(recruiter).get("/").text
    service.decline_tie(acts(asked), asked, tie)
    assert path not in browser(owner(asked)).get("/").text


def test_unknown_kinds_are_not_there(browser, trust):
    path = f"/organisations/{trust.id}/ties/cousin/new"
    assert browser(owner(trust)).get(path).status_code == 404
