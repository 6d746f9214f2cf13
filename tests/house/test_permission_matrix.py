"""Every route × method × actor, with real requests; a denial leaves the database as it was."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from jobboard.accounts.models import User
from jobboard.core.clock import now
from jobboard.core.db import db as database
from jobboard.core.db import session
from jobboard.hiring.domain import Stage
from jobboard.organisations.domain import MemberKind
from jobboard.organisations.models import OrganisationInvitation
from jobboard.partnerships.models import PartnershipInvitation, PartnershipTemplate
from jobboard.partnerships.models.feedback import FeedbackAsk
from jobboard.partnerships.models.referees import RefereeAsk
from jobboard.roles.models import RoleTemplate
from tests.factories.applications import ready_application, visible_application
from tests.factories.approaches import make_approach, send_approach
from tests.factories.cards import make_card
from tests.factories.hiring import make_candidacy
from tests.factories.interviews import agreed, make_interview
from tests.factories.organisations import make_domain, make_tie
from tests.factories.people import make_user
from tests.factories.questions import make_question
from tests.factories.tenures import appoint, make_plan
from tests.factories.world import add_member, make_organisation, make_partnership, make_role
from tests.house.matrix import ACTORS, MATRIX, QUERIES, SPECIAL_ROLE


@dataclass
class World:
    people: dict[str, User | None]
    ids: dict[str, str]
    per_endpoint: dict[str, dict[str, str]] = field(default_factory=dict)

    def arguments(self, endpoint: str, names: set[str]) -> dict[str, str]:
        values = {**self.ids, **self.per_endpoint.get(endpoint, {})}
        return {name: values[name] for name in names} | QUERIES.get(endpoint, {})


@dataclass
class Kept:
    """The world as it was first made through the verbs: it is asked for often, and rows written
    back are ten times as quick as verbs."""

    world: World
    user_ids: dict[str, UUID]
    rows: dict[sa.Table, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def cellar() -> list[Kept]:
    return []


@pytest.fixture
def make_world(db, cellar):
    """Each call answers the same world, fresh; what an earlier call of the test left is gone."""
    del db

    def make() -> World:
        if not cellar:
            cellar.append(_kept(_built()))
        kept = cellar[0]
        _write_back(kept.rows)
        people = {actor: session().get(User, user_id) for actor, user_id in kept.user_ids.items()}
        return World({"nobody": None, **people}, dict(kept.world.ids), kept.world.per_endpoint)

    return make


def _kept(world: World) -> Kept:
    ids = {actor: user.id for actor, user in world.people.items() if user is not None}
    with database.engine.connect() as connection:
        rows = {
            table: [dict(row) for row in connection.execute(sa.select(table)).mappings()]
            for table in database.metadata.sorted_tables
        }
    return Kept(world, ids, rows)


def _write_back(rows: dict[sa.Table, list[dict[str, Any]]]) -> None:
    database.session.remove()
    with database.engine.begin() as connection:
        for table in reversed(rows):
            connection.execute(table.delete())
        for table, lines in rows.items():
            if lines:
                connection.execute(table.insert(), lines)


def _built() -> World:
    people = _people()
    organisation = make_organisation(owner=people["owner"])
    add_member(organisation, people["recruiter"])
    add_member(organisation, people["panel"], MemberKind.PANEL)
    add_member(organisation, people["viewer"], MemberKind.VIEWER)
    make_organisation("Wyeford Council", owner=people["other_owner"])
    pair = make_partnership(people["nadia"], people["helen"])
    make_partnership(people["other_pair"], make_user("Priya Raman"))
    open_role = make_role(organisation)
    draft = make_role(organisation, published=False)
    application = ready_application(open_role, pair)
    sent = visible_application(make_role(organisation), pair)
    candidacy = make_candidacy(make_role(organisation), make_partnership())
    world = World(
        people,
        {
            "organisation_id": str(organisation.id),
            "membership_id": str(organisation.memberships[1].id),
            "partnership_id": str(pair.id),
            "entry_id": str(pair.track_record[0].id),
            "role_id": str(open_role.id),
            "application_id": str(application.id),
            "candidacy_id": str(candidacy.id),
            "interview_id": str(_interview(organisation, pair).id),
            "card_id": str(make_card(pair).id),
            "kind": "proposition",
            "token": "A" * 43,
            "key": "money.1",
            "deck": "agreement",
            "version": "0",
            "number": "0",
            "name": "nothing.eml",
            "filename": "nothing.css",
            "session_id": str(uuid4()),
        },
    )
    sent_approach = send_approach(make_approach(make_partnership(), organisation))
    world.ids["approach_id"] = str(make_approach(pair, organisation).id)
    for view in ("read", "reading", "invitation", "refusal"):
        world.per_endpoint[f"approaches.{view}"] = {"approach_id": str(sent_approach.id)}
    world.ids["question_id"] = str(make_question(open_role, people["nadia"]).id)
    world.ids["template_id"] = str(_role_template(organisation).id)
    closed = make_role(organisation, closed=True)
    world.per_endpoint["roles.outcome"] = {"role_id": str(closed.id)}
    for endpoint in SPECIAL_ROLE:
        world.per_endpoint[endpoint] = {"role_id": str(draft.id), "key": "about"}
    sent_only = ("applications.submission", "applications.submission_bytes")
    for endpoint in (*sent_only, "inbox.conversation", "inbox.reading", "hiring.reconfirmation"):
        world.per_endpoint[endpoint] = {"application_id": str(sent.id)}
    _invite(world, organisation.id)
    world.ids["domain_id"] = str(make_domain(organisation).id)
    world.ids["digest"] = "nothing"
    world.ids["tie_id"] = str(make_tie(organisation, make_organisation("A trust")).id)
    world.per_endpoint["organisations.ask_tie"] = {"kind": "child"}
    world.per_endpoint["roles.employer"] = {"name": organisation.slug}
    world.ids["ask_id"] = str(_asked(pair).id)
    world.per_endpoint["applications.template_removal"] = {"kind": _template(pair).kind}
    appointed = make_candidacy(make_role(organisation), pair, stage=Stage.INTERVIEWING)
    make_plan(appointed)
    appoint(appointed)
    for view in ("show", "pdf", "edit", "address", "revocation"):
        world.per_endpoint[f"tenures.{view}"] = {"candidacy_id": str(appointed.id)}
    referee = _referee(pair.track_record[0])
    world.per_endpoint["partnerships.cancel_referee"] = {"ask_id": str(referee.id)}
    return world


def _interview(organisation, pair):
    row = make_candidacy(make_role(organisation), pair, stage=Stage.SHORTLISTED)
    return agreed(make_interview(row))


def _asked(pair):
    at = now()
    ask = FeedbackAsk(
        id=uuid4(), partnership_id=pair.id, address="colleague@example.test", created_at=at
    )
    ask.arm(at.replace(year=at.year + 1))
    session().add(ask)
    session().commit()
    return ask


def _template(pair):
    stored = {"text": {"text": ""}, "duties": [], "role": "Director of People"}
    row = PartnershipTemplate(
        id=uuid4(), partnership_id=pair.id, kind="cover", content=stored, saved_at=now()
    )
    session().add(row)
    session().commit()
    return row


def _role_template(organisation):
    row = RoleTemplate(
        id=uuid4(), organisation_id=organisation.id, name="Director", content={}, saved_at=now()
    )
    session().add(row)
    session().commit()
    return row


def _referee(entry):
    at = now()
    ask = RefereeAsk(
        id=uuid4(),
        entry_id=entry.id,
        entry_version=entry.lock_version,
        address="chair@example.test",
        created_at=at,
    )
    ask.arm(at.replace(year=at.year + 1))
    session().add(ask)
    session().commit()
    return ask


def _people() -> dict[str, User | None]:
    names = {
        "nadia": "Nadia Okafor",
        "helen": "Helen Marsh",
        "other_pair": "Tom Adeyemi",
        "recruiter": "Ngozi Farrow",
        "owner": "Ruth Calloway",
        "other_owner": "Ann Prosser",
        "former_recruiter": "Dev Chaudhry",
        "panel": "Moira Kell",
        "viewer": "Sunil Rao",
    }
    return {"nobody": None, **{key: make_user(name) for key, name in names.items()}}


def _invite(world: World, organisation_id: UUID) -> None:
    at = now()
    colleague = OrganisationInvitation(
        id=uuid4(),
        organisation_id=organisation_id,
        invited_by_id=world.people["owner"].id,
        address="colleague@example.test",
        kind=MemberKind.RECRUITER,
        created_at=at,
    )
    partner = PartnershipInvitation(
        id=uuid4(),
        inviter_id=world.people["nadia"].id,
        address="third@example.test",
        created_at=at,
    )
    for row in (colleague, partner):
        row.arm(at.replace(year=at.year + 1))
        session().add(row)
    session().commit()
    world.per_endpoint["organisations.cancel_invitation"] = {"invitation_id": str(colleague.id)}
    for endpoint in ("partnerships.cancel_invitation", "partnerships.send_again"):
        world.per_endpoint[endpoint] = {"invitation_id": str(partner.id)}


def _rules(app):
    return {
        (rule.endpoint, method): rule
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }


def verdict(response) -> str:
    assert response.status_code < 500, response.status_code
    if response.status_code in (302, 303) and response.location.startswith("/sign-in?next="):
        return "login"
    return {404: "hidden", 403: "denied"}.get(response.status_code, "in")


def digest() -> str:
    """Every row of every table; when a browser was last seen is no change."""
    body = hashlib.sha256()
    with database.engine.connect() as connection:
        for table in database.metadata.sorted_tables:
            columns = [column for column in table.columns if column.name != "seen_at"]
            rows = connection.execute(sa.select(*columns)).fetchall()
            for line in sorted(repr(row) for row in rows):
                body.update(line.encode())
    return body.hexdigest()


def test_the_table_lists_every_route_and_no_other(app):
    there = set(_rules(app))
    assert there - set(MATRIX) == set(), "routes without a row"
    assert set(MATRIX) - there == set(), "rows without a route"


@pytest.mark.parametrize(("endpoint", "method"), sorted(MATRIX))
def test_every_actor_meets_the_right_door(app, make_world, browser, endpoint, method):
    rule = _rules(app)[endpoint, method]
    expected = dict(zip(ACTORS, MATRIX[endpoint, method], strict=True))
    world = make_world()
    if endpoint == "accounts.end_session":
        world.ids["session_id"] = _session_of(browser, world.people["nadia"])
    with app.test_request_context():
        url = app.url_for(endpoint, **world.arguments(endpoint, rule.arguments))
    clients = {actor: browser(world.people[actor]) for actor in ACTORS}
    outsiders = [actor for actor in ACTORS if expected[actor] != "in"]
    found = {}
    for actor in outsiders:
        before = digest()
        found[actor] = verdict(clients[actor].open(url, method=method))
        assert digest() == before, f"a denied {actor} changed the database"
    for actor in ACTORS:
        if expected[actor] == "in":
            found[actor] = verdict(clients[actor].open(url, method=method))
            if method == "POST" and found[actor] == "in":
                break
    assert found == {actor: expected[actor] for actor in found}


@pytest.mark.parametrize(
    ("endpoint", "method"),
    sorted(key for key in MATRIX if key[1] == "POST" and "in" in MATRIX[key]),
)
def test_every_insider_enters_in_a_world_of_their_own(app, make_world, browser, endpoint, method):
    """After one insider's POST the thing may be gone, so each of them gets a fresh world."""
    rule = _rules(app)[endpoint, method]
    row = dict(zip(ACTORS, MATRIX[endpoint, method], strict=True))
    insiders = [actor for actor in ACTORS if row[actor] == "in"]
    if len(insiders) > 3:
        insiders = insiders[:1] + insiders[-2:]
    for actor in insiders:
        world = make_world()
        if endpoint == "accounts.end_session":
            world.ids["session_id"] = _session_of(browser, world.people["nadia"])
        with app.test_request_context():
            url = app.url_for(endpoint, **world.arguments(endpoint, rule.arguments))
        assert verdict(browser(world.people[actor]).open(url, method=method)) == "in", actor


def test_a_draft_is_seen_by_its_organisation_only(make_world, browser):
    world = make_world()
    url = f"/roles/{world.per_endpoint['roles.edit']['role_id']}"
    for actor in ACTORS:
        wanted = "in" if actor in {"owner", "recruiter", "panel", "viewer"} else "hidden"
        assert verdict(browser(world.people[actor]).get(url)) == wanted, actor


def _session_of(browser, user: User) -> str:
    from jobboard.accounts.models import UserSession

    browser(user)
    found = sa.select(UserSession).where(UserSession.user_id == user.id)
    return str(session().scalars(found.limit(1)).one().id)
