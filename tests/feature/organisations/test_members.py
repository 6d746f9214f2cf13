from __future__ import annotations

from threading import Barrier, Thread

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm.exc import StaleDataError

from jobboard.core import db as ground
from jobboard.core.clock import now
from jobboard.core.db import release, session
from jobboard.core.policy import Actor
from jobboard.organisations import queries, service
from jobboard.organisations.domain import LastOwnerError, MemberKind
from jobboard.organisations.models import Membership, Organisation
from tests.factories.organisations import invitation_path, make_invitation
from tests.factories.people import make_user
from tests.factories.world import add_member, make_organisation

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def world():
    organisation = make_organisation()
    rita = make_user("Rita Moss")
    add_member(organisation, rita)
    return organisation, organisation.memberships[0], organisation.memberships[1]


def path_of(organisation, membership, act="removal") -> str:
    return f"/organisations/{organisation.id}/members/{membership.id}/{act}"


def test_a_member_is_removed_after_a_question_and_loses_sight_at_once(browser, work, sink, world):
    organisation, owner, recruiter = world
    rita, client = browser(recruiter.user), browser(owner.user)
    home = f"/organisations/{organisation.id}"
    assert rita.get(home).status_code == 200
    path = path_of(organisation, recruiter)
    page = client.get(path)
    assert "Remove Rita Moss" in page.text
    assert organisation.has_member(recruiter.user_id)
    assert client.post(path).location == home
    assert rita.get(home).status_code == 404
    assert client.post(path).status_code == 404
    work()
    assert [mail["To"] for mail in sink] == [recruiter.user.address]
    assert sink[0]["Subject"] == f"You no longer belong to {organisation.name}"


def test_invitations_end_with_the_right_to_send_them(browser, world):
    organisation, owner, recruiter = world
    second = make_user("Second Owner")
    add_member(organisation, second, MemberKind.OWNER)
    sent = make_invitation(organisation, by=second)
    kept = make_invitation(organisation, by=owner.user)
    membership = organisation.memberships[-1]
    service.remove_member(Actor(user_id=owner.user_id), organisation, membership, now())
    session().expire_all()
    assert browser().get(invitation_path(sent)).status_code == 410
    assert browser().get(invitation_path(kept)).status_code == 200
    del recruiter


def test_an_organisation_is_never_without_an_owner(browser, world):
    organisation, owner, recruiter = world
    client = browser(owner.user)
    for path in (path_of(organisation, owner), f"/organisations/{organisation.id}/leaving"):
        answer = client.post(path)
        assert answer.status_code == 422
        assert "An organisation needs an owner" in answer.text
    answer = client.post(path_of(organisation, owner, "kind"), data={"kind": "recruiter"})
    assert answer.status_code == 422
    assert organisation.has_owner(owner.user_id)
    form = {"kind": "owner"}
    assert client.post(path_of(organisation, recruiter, "kind"), data=form).status_code == 302
    answer = client.post(path_of(organisation, owner))
    assert answer.location == "/organisations"
    assert organisation.has_owner(recruiter.user_id)
    assert client.get(f"/organisations/{organisation.id}").status_code == 404


def test_a_recruiter_leaves(browser, world):
    organisation, _, recruiter = world
    client = browser(recruiter.user)
    path = f"/organisations/{organisation.id}/leaving"
    assert "Leave Northmoor" in client.get(path).text
    assert organisation.has_member(recruiter.user_id)
    assert client.post(path).location == "/organisations"
    assert client.get(path).status_code == 404


def test_a_kind_is_changed_by_an_owner(browser, world):
    organisation, owner, recruiter = world
    client = browser(owner.user)
    path = path_of(organisation, recruiter, "kind")
    assert client.post(path, data={"kind": "emperor"}).status_code == 422
    assert client.post(path, data={"kind": "owner"}).status_code == 302
    assert organisation.has_owner(recruiter.user_id)


def test_a_membership_of_another_organisation_is_not_there(browser, world):
    organisation, owner, _ = world
    other = make_organisation("Another").memberships[0]
    for act in ("removal", "kind"):
        path = path_of(organisation, other, act)
        assert browser(owner.user).get(path).status_code == 404
        assert browser(owner.user).post(path, data={"kind": "owner"}).status_code == 404


def test_two_owners_who_remove_each_other_at_once_leave_one(world):
    """The second rests on members that changed meanwhile: its version is stale."""
    organisation, owner, _ = world
    add_member(organisation, make_user("Second Owner"), MemberKind.OWNER)
    second = organisation.memberships[-1]
    release()
    with ground.db.engine.begin() as elsewhere:
        elsewhere.execute(sa.delete(Membership).where(Membership.id == second.id))
        elsewhere.execute(
            sa.update(Organisation)
            .where(Organisation.id == organisation.id)
            .values(lock_version=Organisation.lock_version + 1)
        )
    with pytest.raises(StaleDataError):
        service.remove_member(Actor(user_id=second.user_id), organisation, owner, now())
    session().expire_all()
    left = queries.one(organisation.id)
    assert [m.user_id for m in left.memberships if m.kind is MemberKind.OWNER] == [owner.user_id]


def test_every_change_of_members_grows_the_version(world):
    organisation, owner, recruiter = world
    actor = Actor(user_id=owner.user_id)
    seen = [organisation.lock_version]
    service.change_kind(actor, organisation, recruiter, MemberKind.OWNER, now())
    seen.append(organisation.lock_version)
    service.leave(actor, organisation, now())
    seen.append(organisation.lock_version)
    row = make_invitation(organisation, address=owner.user.address, by=recruiter.user)
    service.accept(actor, row.token(), now())
    seen.append(organisation.lock_version)
    assert seen == list(range(seen[0], seen[0] + 4))
    with pytest.raises(LastOwnerError):
        service.leave(Actor(user_id=recruiter.user_id), organisation, now())


def test_whoever_is_made_less_gives_no_more_than_they_have(world):
    organisation, owner, _ = world
    second = make_user("Second Owner")
    add_member(organisation, second, MemberKind.OWNER)
    above = make_invitation(organisation, by=second, kind=MemberKind.OWNER)
    below = make_invitation(organisation, by=second, kind=MemberKind.VIEWER)
    actor, membership = Actor(user_id=owner.user_id), organisation.memberships[-1]
    service.change_kind(actor, organisation, membership, MemberKind.RECRUITER, now())
    session().expire_all()
    assert not above.is_open(now())
    assert below.is_open(now())


def test_two_owners_who_make_each_other_less_at_once_leave_one(app, world):
    organisation, first, recruiter = world
    service.change_kind(
        Actor(user_id=first.user_id), organisation, recruiter, MemberKind.OWNER, now()
    )
    ids = [(first.user_id, recruiter.id), (recruiter.user_id, first.id)]
    ready, outcomes = Barrier(2), []

    def demote(actor_id, membership_id):
        with app.app_context():
            mine = queries.one(organisation.id)
            [other] = [one for one in mine.memberships if one.id == membership_id]
            ready.wait(10)
            try:
                service.change_kind(Actor(user_id=actor_id), mine, other, MemberKind.VIEWER, now())
            except (StaleDataError, OperationalError):
                outcomes.append("too late")
            else:
                outcomes.append("done")
            finally:
                ground.db.session.remove()

    pressed = [Thread(target=demote, args=each) for each in ids]
    for thread in pressed:
        thread.start()
    for thread in pressed:
        thread.join()
    session().rollback()
    session().expire_all()
    assert sorted(outcomes) == ["done", "too late"]
    kinds = [one.kind for one in queries.one(organisation.id).memberships]
    assert sorted(kinds) == [MemberKind.OWNER, MemberKind.VIEWER]
