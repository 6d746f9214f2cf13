"""An agency posts and runs roles for clients that confirmed it, and the advert says so."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa

from jobboard.applications.domain import Status
from jobboard.core.activity import Activity
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import expect_writes, session
from jobboard.core.errors import UserError
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.hiring import queries as hiring
from jobboard.hiring.domain import Sort, Tab
from jobboard.organisations import service as organisations
from jobboard.organisations.domain import MemberKind
from jobboard.organisations.models import Organisation, OrganisationTie
from jobboard.organisations.queries import ties
from jobboard.organisations.ties import CircleError, HasClientsError, Side, TieKind
from jobboard.roles import queries, service
from jobboard.roles.employers import NotAClientError
from jobboard.roles.models import Role
from jobboard.search import indexer
from jobboard.search.service import engine
from tests.factories.applications import ready_application, sign, visible_application
from tests.factories.organisations import make_tie
from tests.factories.people import make_user
from tests.factories.roles import make_content, posted
from tests.factories.world import add_member, make_organisation, make_role

pytestmark = pytest.mark.usefixtures("db")
BOTH = "Two Desks Search for Esk and Tarn Hospitals"


@pytest.fixture
def client() -> Organisation:
    return make_organisation("Esk and Tarn Hospitals", make_user("Agnieszka Hobb"))


@pytest.fixture
def agency() -> Organisation:
    found = make_organisation("Two Desks Search", make_user("Tamsin Orwell"))
    found.is_agency = True
    session().commit()
    return found


def owner(organisation):
    return next(one.user for one in organisation.memberships if one.kind is MemberKind.OWNER)


def acts(organisation) -> Actor:
    return Actor(user_id=owner(organisation).id)


def agreed(agency, client) -> OrganisationTie:
    return make_tie(agency, client, TieKind.AGENCY, confirmed=True)


def key(agency, client) -> str:
    return f"{client.id}.{agency.id}"


def roles() -> list[Role]:
    session().expire_all()
    return list(session().scalars(sa.select(Role).order_by(Role.created_at)))


@pytest.mark.parametrize("state", ["never asked", "asked", "ended"])
def test_whoever_never_agreed_is_not_posted_for(browser, agency, client, state):
    if state == "asked":
        make_tie(agency, client, TieKind.AGENCY)
    if state == "ended":
        organisations.end_tie(acts(client), client, agreed(agency, client), now())
    page = browser(owner(agency))
    assert client.name not in page.get("/roles/new").text
    sent = posted(organisation=key(agency, client), title="Medical Director", act="save")
    answer = page.post("/roles/new", data=sent)
    assert answer.status_code == 422
    assert "has not confirmed that you recruit for it" in answer.text
    assert 'value="Medical Director"' in answer.text
    with pytest.raises(NotAClientError):
        service.create(acts(agency), client, make_content(), now(), agency)
    with pytest.raises(NotAllowedError):
        service.create(acts(agency), client, make_content(), now())
    assert roles() == []


def test_an_agency_is_confirmed_by_an_owner_and_writes_for_the_client(
    browser, work, sink, agency, client
):
    desk, home = browser(owner(agency)), f"/organisations/{agency.id}"
    asked = desk.post(f"{home}/ties/client/new", data={"other": client.slug})
    assert asked.status_code == 302
    work()
    assert [mail["To"] for mail in sink] == [owner(client).address]
    assert "read and decide" in sink[0].get_body(("plain",)).get_content()
    [tie] = ties.of_organisation(agency.id)
    answer = f"/organisations/{client.id}/ties/{tie.id}"
    assert browser(owner(client)).post(answer, data={"act": "confirm"}).status_code == 302
    assert BOTH in desk.get("/roles/new").text
    kept = desk.post("/roles/new", data=posted(organisation=key(agency, client), act="save"))
    [role] = roles()
    assert kept.location == f"/roles/{role.id}/edit"
    assert (role.organisation_id, role.agency_id) == (client.id, agency.id)
    assert role.employer == BOTH
    for person in (owner(agency), owner(client)):
        assert browser(person).get(f"/roles/{role.id}/edit").status_code == 200
        assert BOTH in browser(person).get("/roles/mine").text
    assert desk.post(f"/roles/{role.id}/publication", data={"seen_version": 1}).status_code == 302


def test_only_who_writes_at_the_agency_writes_and_strangers_see_nothing(browser, agency, client):
    agreed(agency, client)
    role = make_role(client, agency=agency, published=False)
    own = make_role(client, title="Kept to themselves", published=False)
    edit = f"/roles/{role.id}/edit"
    codes = {MemberKind.RECRUITER: 200, MemberKind.PANEL: 403, MemberKind.VIEWER: 403}
    for kind, code in codes.items():
        person = make_user()
        add_member(agency, person, kind)
        assert browser(person).get(edit).status_code == code
        assert browser(person).get(f"/roles/{own.id}/edit").status_code == 404
    other = make_organisation("Another Agency", make_user())
    agreed(other, client)
    assert browser(owner(other)).get(edit).status_code == 404
    assert browser(make_user()).get(edit).status_code == 404


def test_the_advert_and_whatever_tells_of_it_name_both(browser, work, agency, client):
    agreed(agency, client)
    role = make_role(client, agency=agency, title="Medical Director")
    work()
    indexer.rebuild(engine())
    page = browser().get(f"/roles/{role.id}").text
    assert f"Medical Director, {BOTH}" in page
    assert f"/employers/{agency.slug}" in page
    assert f"Advertised by {BOTH}" in page
    assert '"contactType": "agency"' in page or '"contactType":"agency"' in page
    pages = [f"/employers/{each.slug}" for each in (client, agency)]
    lists = [f"/organisations/{agency.id}/roles", f"/organisations/{client.id}/roles.atom"]
    for place in ("/roles", "/roles.atom", *pages, *lists):
        assert BOTH in browser().get(place).text, place


def test_both_sides_read_what_pairs_send_and_are_told(work, sink, agency, client):
    agreed(agency, client)
    role = make_role(client, agency=agency)
    both = make_user("Bea Both")
    add_member(agency, both)
    add_member(client, both)
    application = visible_application(role=role)
    work()
    told = [str(mail["To"]) for mail in sink if "new joint application" in mail["Subject"]]
    people = (owner(agency), owner(client), both)
    assert sorted(told) == sorted(person.address for person in people)
    candidacy = hiring.of_application(application.id)
    for person in people:
        assert hiring.candidacy(person.id, candidacy.id, now()).id == candidacy.id
        assert len(hiring.board(person.id, now(), 0, 5).rows) == 1
        assert len(hiring.table(person.id, role.id, Tab.NEW, Sort.NEWEST, now(), 0, 5)) == 1
    pair = [mail for mail in sink if mail["To"] == application.partnership.first.address]
    assert any(BOTH in mail.get_body(("plain",)).get_content() for mail in pair)


def test_ending_leaves_what_is_public_to_the_client(browser, agency, client):
    tie = agreed(agency, client)
    role = make_role(client, agency=agency)
    draft = make_role(client, agency=agency, published=False)
    other = make_role(agency, title="Partner at the agency")
    application = ready_application(role=role)
    sign(application, application.partnership.first)
    path = f"/organisations/{client.id}/ties/{tie.id}/ending"
    page = browser(owner(client))
    assert "What is public stays open" in page.get(path).text
    assert page.post(path).status_code == 302
    session().expire_all()
    assert (role.agency_id, draft.agency_id) == (None, None)
    assert other.organisation_id == agency.id
    advert = browser().get(f"/roles/{role.id}")
    assert advert.status_code == 200
    assert agency.name not in advert.text
    for one in (role, draft):
        assert browser(owner(agency)).get(f"/roles/{one.id}/edit").status_code == 404
        assert page.get(f"/roles/{one.id}/edit").status_code == 200
    assert application.status is Status.DRAFT, "the signed text names the agency"
    found = sa.select(Activity.subject_id).where(Activity.action == "role.agency_ended")
    assert set(session().scalars(found)) == {role.id, draft.id}


def test_an_agency_with_clients_stays_one(agency, client):
    tie = agreed(agency, client)
    words = (agency.name, "", "", agency.lock_version)
    with pytest.raises(HasClientsError):
        organisations.edit(acts(agency), agency, *words)
    organisations.end_tie(acts(agency), agency, tie, now())
    organisations.edit(acts(agency), agency, agency.name, "", "", agency.lock_version)
    assert not agency.is_agency


def test_a_copy_and_a_template_stay_with_whoever_made_them(browser, agency, client):
    tie = agreed(agency, client)
    role = make_role(client, agency=agency)
    assert service.copy(acts(agency), role, now()).agency_id == agency.id
    assert service.copy(acts(client), role, now()).agency_id is None
    kept = service.keep_template(acts(agency), role, "Directors", now())
    assert kept.organisation_id == agency.id
    assert queries.templates_of([client.id]) == []
    desk, start = browser(owner(agency)), f"/roles/templates/{kept.id}/start"
    assert client.name in desk.get("/roles/templates").text
    begun = desk.post(start, data={"employer": key(agency, client)}).location
    [draft] = [each for each in roles() if str(each.id) in begun]
    assert draft.employer == BOTH
    organisations.end_tie(acts(client), client, tie, now())
    before = len(roles())
    assert desk.post(start, data={"employer": key(agency, client)}).location == "/roles/templates"
    assert len(roles()) == before


def test_more_roles_of_an_agency_cost_no_more_queries(browser, agency, client):
    agreed(agency, client)
    counts = []
    for size in (1, 9):
        for _ in range(size):
            make_role(client, agency=agency)
        desk = browser(owner(agency))
        counts.append([_queries(desk, path) for path in ("/roles/mine", "/hiring")])
    assert counts[0] == counts[1]


def _queries(client: Any, path: str) -> int:
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        seen.append(statement)

    session().expire_all()
    engine = database.engine
    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        assert client.get(path).status_code == 200
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)
    return len(seen)


def _race(app: Any, acts: list[Callable[[], Any]]) -> list[str]:
    """All at once, each in a request of its own, as POSTs do."""
    barrier, outcomes = threading.Barrier(len(acts)), []

    def run(act: Callable[[], Any]) -> None:
        with app.app_context():
            barrier.wait(timeout=10)
            expect_writes()
            try:
                act()
                outcomes.append("done")
            except UserError as error:
                outcomes.append(type(error).__name__)
            finally:
                database.session.remove()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return sorted(outcomes)


def test_no_role_is_left_with_an_agency_that_was_ended_meanwhile(app, agency, client):
    tie = agreed(agency, client)
    boss, desk = acts(client), acts(agency)
    ids = (agency.id, client.id)

    def create() -> None:
        first, second = (session().get_one(Organisation, one) for one in ids)
        service.create(desk, second, make_content(), now(), first)

    def end() -> None:
        second = session().get_one(Organisation, client.id)
        organisations.end_tie(boss, second, ties.one_of(second, tie.id), now())

    assert _race(app, [create, end]) in (["done", "done"], ["NotAClientError", "done"])
    assert all(role.agency_id is None for role in roles())


def test_two_ties_at_once_close_no_circle(app):
    """A over B, and C over D; who then puts D over A and B over C at one moment makes no ring."""
    a, b, c, d = (make_organisation(name, make_user()) for name in "ABCD")
    waiting = [make_tie(d, a), make_tie(b, c)]
    make_tie(a, b, confirmed=True)

    def confirm(tie: OrganisationTie) -> Callable[[], None]:
        second_id, actor = tie.second_id, acts(tie.second)

        def act() -> None:
            side = session().get_one(Organisation, second_id)
            organisations.confirm_tie(actor, side, ties.one_of(side, tie.id), now())

        return act

    assert _race(app, [confirm(tie) for tie in waiting]) in (["TooDeepError", "done"],)
    with pytest.raises(CircleError):
        organisations.ask_tie(acts(b), b, Side.CHILD, a, now())
