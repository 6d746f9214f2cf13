"""An employer writes once; both partners read it, one with a script and one without."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from jobboard.cli.demo import PASSWORD
from tests.journeys.people import Person
from tests.journeys.running import Site

pytestmark = pytest.mark.browser
ROLE = "Associate Director of Organisational Development"
EMPLOYER = "Northmoor Community Health Trust"
Arrive = Callable[[str, bool], Person]


@pytest.fixture
def demo_person(chromium: Browser, demo_site: Site) -> Iterator[Arrive]:
    """`demo_person("Nadia Okafor", False)`: signed in, without scripts."""
    crowd: list[Person] = []

    def arrive(name: str, javascript: bool) -> Person:
        key = {"Ngozi Farrow": "recruiter"}.get(name, name.split()[0].lower())
        context = chromium.new_context(java_script_enabled=javascript)
        person = Person(context, demo_site, name, f"{key}@demo.twofold.test", PASSWORD)
        crowd.append(person)
        person.sign_in()
        return person

    yield arrive
    troubles = {person.name: person.troubles for person in crowd if person.troubles}
    for person in crowd:
        person.context.close()
    assert not troubles


def to_the_conversation(partner: Person) -> None:
    partner.open("/")
    partner.follow("Open your partnership")
    partner.follow("Open your inbox")
    partner.follow(EMPLOYER)


def test_one_message_two_readers_one_answer(demo_person: Arrive) -> None:
    ngozi = demo_person("Ngozi Farrow", False)
    ngozi.open("/hiring")
    ngozi.follow(ROLE)
    ngozi.follow("Nadia Okafor and Helen Marsh")
    ngozi.follow("Messages")
    ngozi.write("Write to Nadia and Helen", "Would the tenth suit you both?")
    ngozi.press("Send to Nadia and Helen")
    ngozi.sees("Sent to Nadia and Helen", "Would the tenth suit you both?", "Delivered to both")

    helen = demo_person("Helen Marsh", True)
    to_the_conversation(helen)
    helen.sees("Would the tenth suit you both?", "Not yet read by you or Nadia")
    expect(helen.page.get_by_text("Marked as read.")).to_be_visible()
    expect(helen.page.get_by_role("button", name="Mark as read")).to_have_count(0)

    nadia = demo_person("Nadia Okafor", False)
    nadia.open("/")
    nadia.sees("you have not read")
    to_the_conversation(nadia)
    nadia.sees("Read by Helen, not yet by you")
    nadia.press("Mark as read")
    nadia.does_not_see("not yet by you")
    nadia.write(f"Write to {EMPLOYER} and Helen", "It does, in person.")
    nadia.press(f"Send to {EMPLOYER} and Helen")
    nadia.sees("It does, in person.", "Not yet read by Helen")

    ngozi.open("/")
    ngozi.sees("1 message you have not read")
    ngozi.follow(re.compile("^Read.*Nadia Okafor and Helen Marsh"))
    ngozi.sees("It does, in person.", "Nadia Okafor for the pair")
    ngozi.does_not_see("Read by")
