from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import NoResultFound

from jobboard.core import db as ground
from jobboard.core.db import session
from jobboard.core.errors import UserError
from jobboard.core.policy import Actor, may
from jobboard.organisations import queries
from jobboard.organisations.domain import MemberKind, normal_website
from jobboard.organisations.models import Organisation
from tests.factories.people import make_user
from tests.factories.world import add_member, make_organisation

FORM = {"name": "Fellside Care Trust", "website": "fellside.example.org", "about": "We **care**."}
NASTY = Path(__file__).parents[4] / "shared/data/nasty/blns.json"
pytestmark = pytest.mark.usefixtures("db")


def created() -> Organisation:
    return session().query(Organisation).one()


def test_a_person_adds_an_organisation_and_owns_it(browser):
    ruth = make_user("Ruth Calloway")
    client = browser(ruth)
    assert "You act for no organisation yet" in client.get("/organisations").text
    answer = client.post("/organisations/new", data=FORM)
    organisation = created()
    assert answer.location == f"/organisations/{organisation.id}"
    assert organisation.has_owner(ruth.id)
    assert organisation.website == "https://fellside.example.org"
    page = client.get(answer.location).text
    assert "<strong>care</strong>" in page
    assert "Fellside Care Trust" in client.get("/organisations").text


def test_two_of_the_same_name_have_two_slugs(browser):
    client = browser(make_user())
    client.post("/organisations/new", data=FORM)
    client.post("/organisations/new", data=FORM)
    slugs = {o.slug for o in session().query(Organisation)}
    assert slugs == {"fellside-care-trust", "fellside-care-trust-2"}


def test_a_double_click_adds_one_organisation(browser):
    client = browser(make_user())
    once = {**FORM, "once": "1" * 32}
    first, second = (client.post("/organisations/new", data=once) for _ in range(2))
    assert first.location == second.location == f"/organisations/{created().id}"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Enter the name of the organisation"),
        ("name", "x" * 121, "This has 121 characters"),
        ("name", "Win at www.evil.example", "cannot contain a web address"),
        ("name", "a\x00b", "cannot be stored"),
        ("website", "javascript:alert(1)", "starts with https://"),
        ("website", "ftp://example.org", "starts with https://"),
        ("website", "https://user:pw@example.org", "starts with https://"),
        ("website", "https://localhost", "starts with https://"),
        ("website", "https://example.org:99999999", "starts with https://"),
        ("website", "https://[::1", "starts with https://"),
        ("about", "x" * 10_001, "Shorten it to 10 kB"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_comes_back(browser, field, value, words):
    answer = browser(make_user()).post("/organisations/new", data={**FORM, field: value})
    assert answer.status_code == 422
    assert words in answer.text
    kept = FORM["name"] if field != "name" else FORM["website"]
    assert f'value="{kept}"' in answer.text
    assert session().query(Organisation).count() == 0


def test_every_nasty_string_is_taken_or_refused_but_never_breaks(browser):
    """Through the edit form, which has the fields of the first one and leaves one row."""
    if not NASTY.exists():
        pytest.skip("../shared/data/nasty is not here")
    organisation = make_organisation()
    client = browser(organisation.memberships[0].user)
    path = f"/organisations/{organisation.id}"
    for nasty in json.loads(NASTY.read_text(encoding="utf-8")):
        raw = nasty.encode("utf-8", "surrogatepass")
        form = {"name": raw, "about": raw, "website": "", "base": organisation.lock_version}
        assert client.post(f"{path}/edit", data=form).status_code in {302, 422}, nasty
        with client.session_transaction() as cookie:
            cookie.pop("_flashes", None)
        with suppress(UserError):
            normal_website(nasty)
    assert client.get(path).status_code == 200


def test_a_stranger_finds_nothing_and_nobody_is_asked_to_sign_in(browser):
    organisation = make_organisation()
    member = organisation.memberships[0]
    base = f"/organisations/{organisation.id}"
    paths = [
        base, f"{base}/edit", f"{base}/invitations/new", f"{base}/leaving",
        f"{base}/members/{member.id}/removal", f"{base}/members/{member.id}/kind",
        f"{base}/invitations/{uuid4()}/cancellation",
    ]  # fmt: skip
    stranger = browser(make_user())
    for path in paths:
        assert stranger.get(path).status_code == 404
        if path != base:
            assert stranger.post(path, data=FORM).status_code == 404
        assert browser().get(path).location.startswith("/sign-in?next=/organisations/")


@pytest.mark.parametrize("kind", [MemberKind.PANEL, MemberKind.VIEWER])
def test_who_only_reads_changes_nothing_by_any_method(browser, kind):
    organisation = make_organisation()
    recruiter = make_user("Rita")
    add_member(organisation, recruiter, kind)
    owner = organisation.memberships[0]
    base = f"/organisations/{organisation.id}"
    client = browser(recruiter)
    page = client.get(base).text
    assert "Ruth Calloway" in page
    for button in ("Invite a colleague", "/edit", "/removal", "/kind"):
        assert button not in page
    for path in ("edit", "invitations/new", f"members/{owner.id}/removal",
                 f"members/{owner.id}/kind"):  # fmt: skip
        assert client.get(f"{base}/{path}").status_code == 403
        form = {**FORM, "address": "x@example.test", "kind": "owner"}
        assert client.post(f"{base}/{path}", data=form).status_code == 403
    session().refresh(organisation)
    assert organisation.name != FORM["name"]


def test_an_owner_edits_and_a_stale_form_shows_both_texts(browser):
    organisation = make_organisation()
    owner = organisation.memberships[0].user
    client = browser(owner)
    path = f"/organisations/{organisation.id}/edit"
    assert 'name="base"' in client.get(path).text
    base = organisation.lock_version
    saved = client.post(path, data={**FORM, "base": base})
    assert saved.location == f"/organisations/{organisation.id}"
    stale = client.post(path, data={**FORM, "name": "My other name", "base": base})
    assert stale.status_code == 409
    assert "What stands now" in stale.text
    assert 'value="My other name"' in stale.text
    assert "Fellside Care Trust" in stale.text
    assert f'name="base" type="hidden" value="{base + 1}"' in stale.text
    again = client.post(path, data={**FORM, "name": "My other name", "base": base + 1})
    assert again.status_code == 302
    assert client.post(path, data={**FORM, "website": "x", "base": base + 2}).status_code == 422


def test_queries_answer_only_for_members():
    organisation = make_organisation()
    make_organisation("Another")
    owner = organisation.memberships[0].user
    recruiter = make_user()
    add_member(organisation, recruiter)
    asked = Actor(user_id=recruiter.id)
    assert [o.id for o in queries.of_member(asked)] == [organisation.id]
    assert queries.of_member(Actor()) == []
    assert queries.organisations_with_right(asked, [MemberKind.OWNER]) == []
    owners = queries.organisations_with_right(Actor(user_id=owner.id), [MemberKind.OWNER])
    assert [o.id for o in owners] == [organisation.id]
    assert queries.one_of_member(asked, organisation.id) is organisation
    for nobody in (Actor(), Actor(user_id=make_user().id)):
        with pytest.raises(NoResultFound):
            queries.one_of_member(nobody, organisation.id)


def test_owners_and_recruiters_may_post_roles_and_nobody_else():
    organisation = make_organisation()
    recruiter = make_user()
    add_member(organisation, recruiter)
    owner = organisation.memberships[0].user
    assert may(Actor(user_id=owner.id), "organisation.post_role", organisation)
    assert may(Actor(user_id=recruiter.id), "organisation.post_role", organisation)
    assert not may(Actor(user_id=make_user().id), "organisation.post_role", organisation)
    assert not may(Actor(), "organisation.post_role", organisation)


@pytest.mark.parametrize("path", ["/organisations", "/organisations/{}"])
def test_more_members_and_organisations_cost_no_more_queries(browser, path):
    counts = []
    for size in (1, 9):
        owner = make_user()
        organisation = make_organisation(owner=owner)
        for _ in range(size):
            add_member(organisation, make_user())
            make_organisation("Another", owner)
        where = path.format(organisation.id)
        counts.append(_queries(browser(owner), where))
    assert counts[0] == counts[1] <= 7


def _queries(client, path: str) -> int:
    seen: list[str] = []

    def count(*told: object) -> None:
        seen.append(str(told[2]))

    session().expunge_all()
    sa.event.listen(ground.db.engine, "before_cursor_execute", count)
    assert client.get(path).status_code == 200
    sa.event.remove(ground.db.engine, "before_cursor_execute", count)
    return len([statement for statement in seen if statement.startswith("SELECT")])
