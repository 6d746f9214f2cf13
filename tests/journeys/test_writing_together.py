"""Two people in two browsers at one text, at the same time."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys import seed
from tests.journeys.people import Person
from tests.journeys.running import Site

pytestmark = pytest.mark.browser


def test_two_write_at_once_and_nothing_is_lost(somebody: Callable[..., Person], site: Site) -> None:
    made = seed.made(site, "draft", "together1")
    nadia, helen = somebody("Nadia Okafor", made.nadia), somebody("Helen Marsh", made.helen)
    for person in (nadia, helen):
        person.sign_in()
        person.open(f"/applications/{made.application}")
    field = helen.field("Your proposition")
    field.focus()
    field.press_sequentially("Helen wrote this.")
    section = helen.page.locator("form[action*='sections/proposition']")
    expect(section.locator("[data-says]")).to_contain_text("Saved by itself just now, version 2")
    expect(field).to_be_focused()
    expect(section.locator("[name=base]")).to_have_value("1")
    nadia.write("Your proposition", "Nadia wrote that.")
    section = nadia.page.locator("form[action*='sections/proposition']")
    expect(section.locator("[data-says]")).to_contain_text("saved elsewhere meanwhile")
    nadia.press("Save proposition")
    assert nadia.status == 409
    nadia.is_at("You both wrote in")
    nadia.sees("Helen wrote this.", "Nadia wrote that.")
    nadia.open(f"/applications/{made.application}")
    nadia.sees(re.compile("Helen is (here now|in Proposition)"), "New since you were here")
    nadia.press("I have read it")
    nadia.does_not_see("New since you were here")
