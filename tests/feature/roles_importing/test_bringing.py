"""An organisation's own adverts become drafts of its own."""

from __future__ import annotations

import io
import json

import pytest
import sqlalchemy as sa

from jobboard.core.db import session
from jobboard.core.policy import Actor
from jobboard.organisations.domain import MemberKind
from jobboard.organisations.ties import TieKind
from jobboard.roles.domain import Origin, RoleStatus
from jobboard.roles.employers import Employer
from jobboard.roles.importing.records import Row
from jobboard.roles.models import BroughtAdvert, Role
from jobboard.roles.queries.doors import employers_of
from jobboard.roles.service.bringing import MOST, NOT_OURS, TOO_MANY, bring
from tests.factories.organisations import make_tie
from tests.factories.people import make_user
from tests.factories.world import add_member, make_organisation
from tests.feature.roles_importing.conftest import advert

LIST = "Flexible working, Full-time, Job share"


@pytest.fixture
def ruth(db):
    del db
    return make_user("Ruth Calloway")


@pytest.fixture
def northmoor(ruth):
    return make_organisation(owner=ruth)


@pytest.fixture
def pages(browser, ruth, northmoor):
    del northmoor
    return browser(ruth)


def post(client, *rows, **typed):
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    data = {"file": (io.BytesIO("\n".join(lines).encode()), "adverts.jsonl"), **typed}
    return client.post(
        "/roles/bringing", data=data, content_type="multipart/form-data", follow_redirects=True
    )


def roles():
    return list(session().scalars(sa.select(Role).order_by(Role.title)))


def test_a_file_becomes_drafts_that_say_what_the_advert_said(pages, northmoor):
    own = advert(organisation=northmoor.name, working_pattern=LIST)
    page = post(pages, own, advert(2, organisation="Somebody else")).text
    assert "1 draft made from your adverts." in page
    assert f"Not used, line 2: {NOT_OURS}" in page
    [role] = roles()
    assert (role.status, role.origin) == (RoleStatus.DRAFT, Origin.POSTED)
    assert role.organisation_id == northmoor.id
    draft = pages.get(f"/roles/{role.id}/steps/about").text
    assert "What your advert said" in draft
    assert "Flexible working, Full-time, Job share" in draft
    assert "It lists job share, but not in which way." in draft


def test_the_same_file_again_doubles_nothing_and_undoes_no_work(pages, northmoor):
    own = advert(organisation=northmoor.name)
    post(pages, own)
    [role] = roles()
    role.title = "Mended by hand"
    session().commit()
    page = post(pages, own).text
    assert "1 had been brought before and stay as they are." in page
    assert [each.title for each in roles()] == ["Mended by hand"]


def test_another_name_in_the_adverts_can_be_named(pages):
    page = post(pages, advert(organisation="DSIT"), named="dsit").text
    assert "1 draft made" in page


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (["{not json"], "Not used, line 1: The line is not valid JSON."),
        ([""], "The file is empty"),
        ([advert(organisation="Somebody else")], NOT_OURS),
    ],
)
def test_a_file_with_nothing_to_use_says_why_and_changes_nothing(pages, rows, sentence):
    response = post(pages, *rows, named="Ours")
    assert response.status_code == 422
    assert sentence in response.text
    assert 'value="Ours"' in response.text
    assert roles() == []


def test_no_file_is_an_error_at_the_field(pages):
    response = pages.post("/roles/bringing", data={}, content_type="multipart/form-data")
    assert response.status_code == 422
    assert "Choose the file with your adverts." in response.text


def test_a_packed_file_is_not_unpacked_here(pages):
    data = {"file": (io.BytesIO(b"\x1f\x8b\x08" + b"\0" * 40), "adverts.jsonl.gz")}
    response = pages.post("/roles/bringing", data=data, content_type="multipart/form-data")
    assert response.status_code == 422
    assert "Not used, line 1: The line is not valid UTF-8." in response.text


@pytest.mark.parametrize("kind", [MemberKind.PANEL, MemberKind.VIEWER])
def test_who_may_not_write_roles_brings_none(browser, northmoor, kind):
    reader = make_user("Reader")
    add_member(northmoor, reader, kind)
    session().commit()
    post(browser(reader), advert(organisation=northmoor.name))
    assert roles() == []


def test_nobody_brings_into_an_organisation_of_others(pages):
    other = make_organisation("Elsewhere", owner=make_user("Somebody"))
    response = post(pages, advert(organisation=other.name), organisation=str(other.id))
    assert response.status_code == 422
    assert "Choose one of those offered." in response.text
    assert roles() == []


def test_more_than_one_file_may_hold_are_left_for_the_next(ruth, northmoor):
    rows = [Row(n, advert(n, organisation=northmoor.name)) for n in range(1, MOST + 3)]
    found = bring(Actor(ruth.id), Employer(northmoor), rows, {northmoor.name}, northmoor.created_at)
    assert len(found.made) == MOST
    assert [each.reason for each in found.rejected] == [TOO_MANY, TOO_MANY]
    assert found.lines == MOST + 2
    assert len(list(session().scalars(sa.select(BroughtAdvert)))) == MOST


def test_the_command_does_the_same(app, file, ruth, northmoor):
    path = file(advert(organisation="DSIT"), advert(2, organisation="Somebody else"))
    words = ["bring-adverts", str(path), "--organisation", northmoor.slug, "--named", "DSIT"]
    address = ruth.addresses[0].address
    done = app.test_cli_runner().invoke(args=[*words, "--by", address])
    assert done.exit_code == 0, done.output
    assert "2 lines: 1 drafts made, 0 brought before, 1 not used." in done.output
    stranger = make_user("Stranger").addresses[0].address
    refused = app.test_cli_runner().invoke(args=[*words, "--by", stranger])
    assert refused.exit_code == 1
    assert "may not write roles" in refused.output


def test_an_agency_brings_what_its_client_has_written(browser, ruth, northmoor):
    dana = make_user("Dana Pryce")
    agency = make_organisation("Pryce Partners", owner=dana)
    make_tie(agency, northmoor, TieKind.AGENCY, confirmed=True)
    client = [each for each in employers_of(Actor(dana.id)) if each.agency]
    post(browser(dana), advert(organisation=northmoor.name), organisation=client[0].id)
    [role] = roles()
    assert (role.organisation_id, role.agency_id) == (northmoor.id, agency.id)
    assert (
        "had been brought before" in post(browser(ruth), advert(organisation=northmoor.name)).text
    )
