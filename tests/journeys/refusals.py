"""Pages that say no: each leads a signed-out person to one and returns its status."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.journeys.people import Person


def _as(person: Person, who: str) -> None:
    person.context.clear_cookies()
    person.address = f"{who}@demo.twofold.test"
    person.first_name = {"nadia": "Nadia", "helen": "Helen"}.get(who, "")
    person.sign_in()


def nothing_typed_at_sign_up(person: Person) -> int:
    person.open("/sign-up")
    person.press("Create account")
    return person.status


def a_wrong_password(person: Person) -> int:
    person.open("/sign-in")
    person.write("Email address", "nadia@demo.twofold.test")
    person.write("Password", "not this one")
    person.press("Sign in", person.page.get_by_role("main"), exact=True)
    return person.status


def no_such_page(person: Person) -> int:
    person.open("/no-such-page")
    return person.status


def a_form_without_its_token(person: Person) -> int:
    person.open("/sign-up")
    person.context.clear_cookies()
    person.press("Create account")
    return person.status


def a_profile_that_is_too_long(person: Person) -> int:
    _as(person, "nadia")
    person.open("/profile")
    person.write("Headline", "long " * 80)
    person.press("Save your profile")
    return person.status


def an_invitation_to_no_address(person: Person) -> int:
    person.open("/partnerships/invitations/new")
    person.write("Their email address", "no address")
    person.press("Send the invitation")
    return person.status


def an_empty_track_record(person: Person) -> int:
    person.open_partnership()
    person.follow("Add an entry")
    person.press("Save for you both")
    return person.status


def _to_an_open_application(person: Person) -> None:
    person.open("/applications")
    person.follow("Go on writing")


def a_handover_with_faults(person: Person) -> int:
    _to_an_open_application(person)
    person.write("Minutes, handover 1", "a while")
    person.press("Save handover")
    return person.status


def far_too_much_text(person: Person) -> int:
    _to_an_open_application(person)
    person.write("Your proposition", "We would. " * 110_000)
    person.press("Save proposition")
    return person.status


def two_texts_of_one_section(person: Person) -> int:
    _to_an_open_application(person)
    base = person.page.locator("form[action*='sections/proposition'] [name=base]")
    person.page.evaluate("(input) => { input.value = '0' }", base.element_handle())
    person.write("Your proposition", "We wrote this elsewhere.")
    person.press("Save proposition")
    return person.status


def two_weeks_of_one_application(person: Person) -> int:
    _to_an_open_application(person)
    base = person.page.locator("form[action*='sections/split_plan'] [name=base]")
    person.page.evaluate("(input) => { input.value = '0' }", base.element_handle())
    person.press("Save split plan")
    return person.status


def an_organisation_that_only_owners_edit(person: Person) -> int:
    _as(person, "recruiter")
    person.open("/organisations")
    person.follow(re.compile("."), person.page.get_by_role("main").get_by_role("listitem"))
    person.open(f"{person.url()}/edit")
    return person.status


def _to_a_role_with_applications(person: Person) -> None:
    person.open("/hiring")
    person.follow(re.compile(r"^\d+ (new|being read), "))


def a_no_without_a_reason(person: Person) -> int:
    _to_a_role_with_applications(person)
    person.follow(re.compile(" and "), person.page.get_by_role("rowheader"))
    person.follow("Say no")
    person.press("Say no to both")
    return person.status


def one_pair_to_compare(person: Person) -> int:
    _to_a_role_with_applications(person)
    person.open(f"{person.url().partition('?')[0]}/comparison?c=1")
    return person.status


def a_week_that_does_not_fit(person: Person) -> int:
    _as(person, "employer")
    person.open("/roles/new")
    person.write("Title of the role", "Director of Tides")
    person.press("Save and go on")
    person.follow("Everything on one page")
    person.pick("Hours you fund", "1.0 FTE, 10 half-days")
    person.press("Publish", exact=True)
    return person.status


ALL: tuple[Callable[[Person], int], ...] = (
    nothing_typed_at_sign_up,
    a_wrong_password,
    no_such_page,
    a_form_without_its_token,
    a_profile_that_is_too_long,
    an_invitation_to_no_address,
    an_empty_track_record,
    a_handover_with_faults,
    far_too_much_text,
    two_texts_of_one_section,
    two_weeks_of_one_application,
    an_organisation_that_only_owners_edit,
    a_no_without_a_reason,
    one_pair_to_compare,
    a_week_that_does_not_fit,
)
