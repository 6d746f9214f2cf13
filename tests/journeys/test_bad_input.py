"""What people do to forms: press twice, come back, wait too long, change their mind."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.journeys import seed
from tests.journeys.people import PASSWORD, Person
from tests.journeys.running import Site

pytestmark = pytest.mark.browser
SEND_TWICE = """(form) => {
  const data = new URLSearchParams(new FormData(form));
  const send = async () => {
    const answer = await fetch(form.action, {method: "POST", body: data});
    return [answer.status, answer.url];
  };
  return Promise.all([send(), send()]);
}"""
Arrive = Callable[..., Person]
_tags = (f"input{number}" for number in count(1))


@pytest.fixture
def made(site: Site) -> seed.Made:
    return seed.made(site, "ready", next(_tags))


def arrive(somebody: Arrive, name: str, address: str, **options: bool) -> Person:
    person = somebody(name, address, **options)
    person.sign_in()
    return person


def send_twice(person: Person, button: str) -> list[list[object]]:
    """The form of this button, sent by two clicks at the same moment: [status, where it led]."""
    form = person.page.locator("form").filter(has=person.page.get_by_role("button", name=button))
    return list(form.evaluate(SEND_TWICE))


def test_two_clicks_on_start_make_one_application(
    somebody: Arrive, site: Site, made: seed.Made
) -> None:
    nadia = arrive(somebody, "Nadia Okafor", made.nadia)
    nadia.withdraw(f"{site.base}/applications/{made.application}")
    nadia.open(f"/roles/{made.role}/application")
    one, other = send_twice(nadia, "Start your joint application")
    assert one == other
    assert one[0] == 200
    nadia.open("/applications")
    expect(nadia.page.get_by_role("heading", name=made.title, level=3)).to_have_count(1)


def test_two_clicks_on_the_last_signature_submit_once(
    somebody: Arrive, site: Site, made: seed.Made
) -> None:
    nadia = arrive(somebody, "Nadia Okafor", made.nadia)
    nadia.open(f"/applications/{made.application}/signature")
    nadia.tick("I have read version")
    one, other = send_twice(nadia, "Sign version")
    assert one == other == [200, f"{site.base}/applications/{made.application}/submission"]
    for address in (made.nadia, made.helen):
        site.post.wait_for(address, "You have applied together")
        assert len(site.post.to(address, "You have applied together")) == 1


def test_a_form_that_waited_too_long_keeps_what_was_typed(somebody: Arrive) -> None:
    owen = somebody("Owen Pryce", "owen-late@example.test")
    owen.open("/sign-up")
    owen.write("Your name", "Owen Pryce, who took his time")
    owen.context.clear_cookies()
    owen.press("Create account")
    assert owen.status == 400
    owen.sees("This form had waited too long", "What you typed is still in your browser")
    owen.page.go_back()
    expect(owen.field("Your name")).to_have_value("Owen Pryce, who took his time")


def test_a_form_that_the_browser_sends_again_makes_nothing_twice(somebody: Arrive) -> None:
    """As after "back" or "reload", when a browser asks whether to send the form once more."""
    ruth = somebody("Ruth Again", "ruth-again@example.test").joins("I have a role to fill")
    with ruth.page.expect_request(lambda request: request.post_data is not None) as sending:
        ruth.create_organisation("Otterby Hospice")
    sent = sending.value
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    again = ruth.context.request.post(sent.url, data=sent.post_data or "", headers=headers)
    assert again.url == ruth.url()
    ruth.open("/organisations")
    expect(ruth.page.get_by_role("link", name="Otterby Hospice")).to_have_count(1)


@pytest.mark.parametrize("javascript", [True, False])
def test_what_is_withdrawn_within_ten_minutes_never_reached_the_employer(
    somebody: Arrive, site: Site, made: seed.Made, javascript: bool
) -> None:
    nadia = arrive(somebody, "Nadia Okafor", made.nadia, javascript=javascript)
    ruth = somebody("Ruth Calloway", made.ruth, javascript=javascript)
    application = f"{site.base}/applications/{made.application}"
    nadia.sign(application)
    nadia.sees("You can still take it back")
    nadia.withdraw(application)
    site.post.wait_for(made.helen, "has withdrawn your application")
    site.move_clock(minutes=11)
    ruth.sign_in()
    ruth.open_applications(made.title)
    ruth.sees("No joint application yet")
    ruth.does_not_see("Nadia", "Withdrawn")
    the_worker_has_passed(ruth)
    assert site.post.to(made.ruth, "application") == []
    nadia.open(f"{application}/submission")
    nadia.sees("You withdrew this application")


def the_worker_has_passed(person: Person) -> None:
    """A mail asked for now comes after everything that was due before."""
    person.open("/account")
    person.write("Password now", PASSWORD)
    person.write("New password", "another violet harbour")
    person.press("Change password")
    person.site.post.wait_for(person.address, "password")
