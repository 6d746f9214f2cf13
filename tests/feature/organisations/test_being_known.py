"""The public page of an organisation, its logo and its e-mail domains."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO

import pytest
import time_machine
from PIL import Image

from jobboard.core.clock import now
from jobboard.core.db import session
from jobboard.core.images import MAX_BYTES, redrawn
from jobboard.core.policy import Actor, NotAllowedError
from jobboard.organisations import service
from jobboard.organisations.domains import DomainKnownError
from jobboard.organisations.queries import known
from tests.factories.organisations import make_domain
from tests.factories.people import make_user
from tests.factories.world import add_member, make_organisation, make_role

pytestmark = pytest.mark.usefixtures("db")
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


@pytest.fixture
def world():
    organisation = make_organisation()
    return organisation, organisation.memberships[0].user


def png(colour="navy") -> bytes:
    out = BytesIO()
    Image.new("RGB", (300, 100), colour).save(out, "PNG")
    return out.getvalue()


def send(client, organisation, data: bytes, name="logo.png"):
    sent = {"picture": (BytesIO(data), name)}
    return client.post(f"/organisations/{organisation.id}/logo", data=sent)


def test_anybody_reads_what_an_employer_promises_and_has_open(browser, world):
    organisation, owner = world
    form = {"name": "Northmoor", "about": "We visit.", "promise": "**Nobody** mails after six."}
    base = organisation.lock_version
    saved = browser(owner).post(
        f"/organisations/{organisation.id}/edit", data={**form, "base": base}
    )
    assert saved.status_code == 302
    role = make_role(organisation, title="Director of Nursing")
    make_role(organisation, title="A draft", published=False)
    make_role(organisation, title="An old one", closed=True)
    for name in (organisation.slug, organisation.id):
        page = browser().get(f"/employers/{name}")
        assert page.status_code == 200
        assert "<strong>Nobody</strong> mails after six." in page.text
        assert f"/roles/{role.id}" in page.text
        assert "A draft" not in page.text
        assert "An old one" not in page.text
        assert re.search(
            f'rel="canonical" href="http[^"]+/employers/{organisation.slug}"', page.text
        )
    assert f"/employers/{organisation.slug}" in browser().get(f"/roles/{role.id}").text
    assert browser().get("/employers/nobody-knows").status_code == 404


def test_an_employer_without_roles_says_so(browser, world):
    organisation, _ = world
    assert "No role is open just now" in browser().get(f"/employers/{organisation.slug}").text


def test_a_logo_is_drawn_anew_and_kept_by_browsers(browser, world):
    organisation, owner = world
    client = browser(owner)
    assert send(client, organisation, png()).status_code == 302
    session().expire_all()
    path = f"/employers/{organisation.id}/logo/{organisation.logo_digest}.png"
    answer = browser().get(path)
    assert answer.content_type == "image/png"
    assert "immutable" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers
    assert path in browser().get(f"/employers/{organisation.slug}").text
    role = make_role(organisation)
    advert = browser().get(f"/roles/{role.id}").text
    assert f'src="{path}"' in advert
    assert re.search(rf'"logo": ?"http[^"]+{path}"', advert)
    assert send(client, organisation, png("plum")).status_code == 302
    session().expire_all()
    assert browser().get(path).status_code == 404
    assert organisation.logo_digest not in path
    assert organisation.logo_digest in browser().get(f"/roles/{role.id}").text
    taken = client.post(f"/organisations/{organisation.id}/logo", data={"act": "remove"})
    assert taken.status_code == 302
    assert "/logo/" not in browser().get(f"/employers/{organisation.slug}").text


@pytest.mark.parametrize(
    ("data", "words"),
    [(SVG, "SVG drawing"), (b"PK\x03\x04" + bytes(500), "cannot read"), (b"", "Choose a file"),
     (bytes(MAX_BYTES + 1), "500 kB at most")],
)  # fmt: skip
def test_a_file_that_is_no_logo_gets_a_sentence_and_changes_nothing(browser, world, data, words):
    organisation, owner = world
    answer = send(browser(owner), organisation, data, "logo.svg")
    assert answer.status_code == 422
    assert words in answer.text
    assert known.logo(organisation.id) is None


def test_a_domain_is_confirmed_by_whoever_reads_mail_there(browser, work, sink, world):
    organisation, owner = world
    client = browser(owner)
    form = {"address": "People@Northmoor.example"}
    assert client.post(f"/organisations/{organisation.id}/domains/new", data=form).location
    work()
    assert [mail["To"] for mail in sink] == ["people@northmoor.example"]
    [row] = known.domains(organisation.id)
    link = f"/domains/{row.token()}"
    assert link in sink[0].get_body(("plain",)).get_content()
    public = f"/employers/{organisation.slug}"
    reader = browser()
    assert "Yes, it does" in reader.get(link).text
    assert "northmoor.example" not in browser().get(public).text
    assert "is confirmed" in reader.post(link).text
    assert "northmoor.example" in browser().get(public).text
    assert "people@" not in browser().get(public).text
    assert reader.post(link).status_code == 410
    again = client.post(f"/organisations/{organisation.id}/domains/new", data=form)
    assert again.status_code == 422
    assert "confirmed already" in again.text


@pytest.mark.parametrize(
    ("address", "words"),
    [("ruth@gmail.com", "People of many organisations"), ("ruth@nhs.net", "many organisations"),
     ("not an address", "name@example.org"), ("", "name@example.org")],
)  # fmt: skip
def test_an_address_that_shows_nothing_is_refused_and_comes_back(browser, world, address, words):
    organisation, owner = world
    answer = browser(owner).post(
        f"/organisations/{organisation.id}/domains/new", data={"address": address}
    )
    assert answer.status_code == 422
    assert f'value="{address}"' in answer.text
    assert words in answer.text
    assert known.domains(organisation.id) == []


def test_asking_again_ends_the_first_link(browser, world):
    organisation, owner = world
    actor = Actor(user_id=owner.id)
    first = make_domain(organisation).token()
    service.ask_domain(actor, organisation, "chair@northmoor.example", now())
    [row] = known.domains(organisation.id)
    assert browser().get(f"/domains/{first}").status_code == 410
    assert browser().get(f"/domains/{row.token()}").status_code == 200
    with time_machine.travel(now() + timedelta(days=15)):
        assert browser().post(f"/domains/{row.token()}").status_code == 410


def test_a_domain_is_taken_off_after_a_question(browser, world):
    organisation, owner = world
    row = make_domain(organisation, verified=True)
    with pytest.raises(DomainKnownError):
        service.ask_domain(Actor(user_id=owner.id), organisation, "x@northmoor.example", now())
    path = f"/organisations/{organisation.id}/domains/{row.id}/removal"
    client = browser(owner)
    assert "Take it off" in client.get(path).text
    assert client.post(path).status_code == 302
    assert known.domains(organisation.id) == []
    other = make_domain(make_organisation("Another"))
    path = f"/organisations/{organisation.id}/domains/{other.id}/removal"
    assert client.post(path).status_code == 404


def test_a_recruiter_changes_none_of_it(world):
    organisation, _ = world
    recruiter = make_user()
    add_member(organisation, recruiter)
    actor = Actor(user_id=recruiter.id)
    with pytest.raises(NotAllowedError):
        service.draw_logo(actor, organisation, png())
    with pytest.raises(NotAllowedError):
        service.set_logo(actor, organisation, redrawn(png()), now())
    with pytest.raises(NotAllowedError):
        service.ask_domain(actor, organisation, "x@northmoor.example", now())
