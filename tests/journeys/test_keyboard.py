"""Everything by keyboard alone: no test here touches a mouse."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest
from playwright.sync_api import expect

from tests.journeys import seed
from tests.journeys.people import PASSWORD, Person
from tests.journeys.running import Site

pytestmark = pytest.mark.browser
FOCUSED = """() => {
  const e = document.activeElement;
  if (e === document.body) return "";
  const words = e.labels?.length ? e.labels[0].textContent : e.textContent;
  return (e.getAttribute("aria-label") || words || "").replace(/\\s+/g, " ").trim();
}"""
MOST_TABS = 120
_tags = (f"keys{number}" for number in count(1))


class Keys:
    """The keyboard of one person."""

    def __init__(self, person: Person) -> None:
        self.person, self.page = person, person.page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    @property
    def focus(self) -> str:
        """The words of what has the focus."""
        return str(self.page.evaluate(FOCUSED))

    def tab_to(self, words: str) -> None:
        for _ in range(MOST_TABS):
            if words in self.focus:
                return
            self.press("Tab")
        raise AssertionError(f"{words!r} cannot be reached with Tab; at {self.focus!r}")

    def enter(self) -> None:
        """Press Enter on what sends a form or leads to another page."""
        with self.page.expect_navigation():
            self.press("Enter")

    def sign_in(self) -> None:
        self.person.open("/sign-in")
        self.tab_to("Email address")
        self.type(self.person.address)
        self.press("Tab")
        assert self.focus == "Password"
        self.type(PASSWORD)
        self.enter()


@pytest.fixture
def made(site: Site) -> seed.Made:
    return seed.made(site, "draft", next(_tags))


@pytest.fixture
def nadia(somebody: Callable[..., Person], made: seed.Made) -> Keys:
    return Keys(somebody("Nadia Okafor", made.nadia))


@pytest.fixture
def anybody(somebody: Callable[..., Person]) -> Keys:
    return Keys(somebody("Owen Pryce", "owen@example.test"))


def test_the_first_tab_skips_to_the_content(anybody: Keys) -> None:
    anybody.person.open("/roles")
    anybody.press("Tab")
    assert anybody.focus == "Skip to main content"
    anybody.press("Enter")
    expect(anybody.page.locator("#main")).to_be_focused()


def test_one_signs_in_and_out(nadia: Keys) -> None:
    nadia.sign_in()
    nadia.person.sees("Your account, Nadia")
    nadia.tab_to("Your account, Nadia")
    nadia.enter()
    nadia.tab_to("Sign out")
    nadia.enter()
    nadia.person.does_not_see("Your account, Nadia")


def test_an_error_summary_leads_to_the_field(anybody: Keys) -> None:
    anybody.person.open("/sign-up")
    anybody.tab_to("Your name")
    anybody.enter()
    expect(anybody.page.locator(".error-summary")).to_be_focused()
    anybody.press("Tab")
    first = anybody.focus
    anybody.press("Enter")
    field = anybody.page.locator("input:focus")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_attribute("aria-describedby", "name-error")
    assert first in anybody.page.locator("#name-error").inner_text()


def test_a_week_is_split_with_live_sums_that_the_server_confirms(
    nadia: Keys, made: seed.Made
) -> None:
    nadia.sign_in()
    nadia.person.open(f"/applications/{made.application}")
    nadia.tab_to("Nadia, Monday morning")
    nadia.press("Space", "ArrowDown", "Space", "ArrowRight", "Space", "ArrowUp", "Space")
    assert "Nadia, Tuesday morning" in nadia.focus
    assert nadia.person.totals()["gaps, half-days"] == "6"
    nadia.press("Tab")
    assert "Helen, Tuesday morning" in nadia.focus
    nadia.press("Space", *["ArrowRight"] * 2, "Space", "ArrowLeft", "Space")
    live = nadia.person.totals()
    assert live["together, half-days"] == "1"
    assert any("Nobody is in on" in line for line in nadia.person.checks())
    nadia.tab_to("Save split plan")
    nadia.enter()
    nadia.person.sees("This is version")
    assert nadia.person.totals() == live


def test_a_filter_is_set_and_dropped(anybody: Keys, made: seed.Made, site: Site) -> None:
    site.run("-m", "flask", "--app", "wsgi", "search", "rebuild")
    anybody.person.open(f"/roles?q={made.title.replace(' ', '+')}")
    anybody.tab_to("Health and care")
    anybody.press("Space")
    anybody.tab_to("Show roles")
    anybody.enter()
    chip = anybody.page.get_by_role("link", name="Remove filter: Health and care")
    expect(chip).to_be_visible()
    anybody.tab_to("Remove filter: Health and care")
    anybody.enter()
    expect(chip).to_have_count(0)
