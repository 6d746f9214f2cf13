"""An agency asks a client, the client says yes, the agency advertises for it and the client takes
over; with and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.journeys.employers import Advert
from tests.journeys.people import Person
from tests.journeys.running import Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_an_agency_recruits_for_a_client_that_agreed(
    site: Site, somebody: Callable[..., Person], javascript: bool
) -> None:
    tag = "Ribble" if javascript else "Lune"
    tamsin, agnes = (
        somebody(name, f"{name.split()[0]}-{tag}@example.test".lower(), javascript=javascript)
        for name in ("Tamsin Orwell", "Agnes Hobb")
    )
    desk, client = f"Two Desks {tag}", f"Esk Hospitals {tag}"
    for person, organisation in ((tamsin, desk), (agnes, client)):
        person.joins("I have a role to fill")
        person.create_organisation(organisation)
    _asks_and_is_answered(site, tamsin, agnes, desk, client)
    advert = Advert(f"Medical Director {tag}")
    tamsin.write_role(advert, f"{desk} for {client}")
    address = tamsin.press_publish()
    anybody = somebody("Owen Pryce", f"owen-{tag}@example.test".lower(), javascript=javascript)
    anybody.open(address)
    anybody.sees(f"{desk} for {client}", advert.title)
    _the_client_takes_over(agnes, tamsin, anybody, address, desk)


def _asks_and_is_answered(
    site: Site, tamsin: Person, agnes: Person, desk: str, client: str
) -> None:
    """Nothing may be written for the client before its owner has said yes."""
    tamsin.open("/organisations")
    tamsin.follow(desk)
    tamsin.follow(re.compile("Change what people read"))
    tamsin.tick("We are an agency")
    tamsin.press("Save")
    tamsin.follow("Add a client")
    tamsin.write("The other organisation", f"{client} of nowhere")
    tamsin.press("Ask them")
    tamsin.sees("We know no organisation of that name")
    tamsin.write("The other organisation", client)
    tamsin.press("Ask them")
    tamsin.sees(f"{client} is asked", "not answered yet")
    tamsin.open("/roles/new")
    assert client not in tamsin.page.get_by_role("main").inner_text()
    agnes.open(site.post.link_to(agnes.address, f"{desk} asks"))
    agnes.follow(re.compile(f"Answer {desk}"))
    agnes.sees("Your own people see and may do the same")
    agnes.press("Confirm")
    agnes.sees("Confirmed. They are told")
    site.post.wait_for(tamsin.address, "confirmed")


def _the_client_takes_over(
    agnes: Person, tamsin: Person, anybody: Person, address: str, desk: str
) -> None:
    """What is public stays open under the client's name; the agency no longer opens it."""
    agnes.open("/organisations")
    agnes.follow(re.compile("Esk Hospitals"))
    agnes.follow(re.compile(f"End it.*{desk}"))
    agnes.sees("What is public stays open")
    agnes.press("End it")
    agnes.sees("It has ended")
    anybody.open(address)
    assert anybody.status == 200
    assert desk not in anybody.page.get_by_role("main").inner_text()
    tamsin.open(f"{address}/edit")
    assert tamsin.status == 404
